package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import io.rapport.crm.loyalty.earning.CapCut;
import io.rapport.crm.loyalty.earning.EarningRecord;
import io.rapport.crm.loyalty.earning.RuleGain;
import java.util.List;
import java.util.Optional;

/**
 * What was earned by rules. A command that is repeated gets an equal one.
 *
 * @param earning the entry; empty if nothing was earned
 * @param gains which rule gave what on which line
 * @param cuts what caps did not allow; empty if nothing was earned
 */
public record RuleEarning(Optional<Earning> earning, List<RuleGain> gains, List<CapCut> cuts) {

    public RuleEarning {
        Require.present("earning", earning);
        gains = Require.list("gains", gains);
        cuts = Require.list("cuts", cuts);
    }

    /** How many points were earned. */
    public long points() {
        return earning.map(Earning::points).orElse(0L);
    }

    static RuleEarning of(List<LedgerLine> lines, EarnByRules command) {
        if (lines.isEmpty()) {
            return new RuleEarning(Optional.empty(), List.of(), List.of());
        }
        LoyaltyEvent.Earned earned = (LoyaltyEvent.Earned) lines.get(0).entry();
        return new RuleEarning(
                Optional.of(Earning.of(Receipt.of(lines, command.key()))),
                earned.byRules().map(EarningRecord::gains).orElse(List.of()),
                earned.byRules().map(EarningRecord::cuts).orElse(List.of()));
    }
}

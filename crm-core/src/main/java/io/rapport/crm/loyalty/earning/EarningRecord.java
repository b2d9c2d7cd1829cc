package io.rapport.crm.loyalty.earning;

import com.google.common.collect.ImmutableSortedMap;
import io.rapport.crm.fault.Require;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an entry of the ledger remembers about how its points were earned, so that a refund can compute what would have
 * been earned without what was refunded, and caps what was earned so far. Immutable.
 *
 * @param event the event, if they were earned on one
 * @param lines the order, if they were earned on one
 * @param matched the rules that were executed and that no cap refused; a refund considers no others, so that less is
 *     never worth more
 * @param tierMultiplier that of the tier then
 * @param room how much room each cap had that trims, by name
 * @param gains which rule gave what on which line
 * @param cuts what caps did not allow
 */
public record EarningRecord(
        Optional<String> event,
        List<EarnedLine> lines,
        List<String> matched,
        BigDecimal tierMultiplier,
        Map<String, Long> room,
        List<RuleGain> gains,
        List<CapCut> cuts) {

    public EarningRecord {
        Require.present("event", event);
        lines = Require.list("lines", lines);
        matched = Require.list("matched", matched);
        Require.present("tierMultiplier", tierMultiplier);
        room = ImmutableSortedMap.copyOf(room);
        gains = Require.list("gains", gains);
        cuts = Require.list("cuts", cuts);
    }

    /** What can be refunded of each line, in minor units. */
    public List<Long> worths() {
        return lines.stream().map(EarnedLine::worth).toList();
    }

    /** What can be refunded in all, in minor units. */
    public long worth() {
        return lines.stream().mapToLong(EarnedLine::worth).sum();
    }

    /** Without what was bought. */
    @Override
    public String toString() {
        return "EarningRecord[" + gains.size() + " gains]";
    }
}

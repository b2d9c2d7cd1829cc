package io.rapport.crm.loyalty;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.loyalty.earning.EarningActivity;
import io.rapport.crm.loyalty.earning.EarningCap;
import io.rapport.crm.loyalty.earning.EarningContext;
import io.rapport.crm.loyalty.earning.EarningMoment;
import io.rapport.crm.loyalty.earning.EarningResult;
import io.rapport.crm.loyalty.earning.EarningRules;
import io.rapport.crm.loyalty.tier.TierPlan;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** What an activity earns on an account as its ledger is. Inside the account's lock nothing can use up a cap meanwhile. */
final class RuleEarnings {

    private RuleEarnings() {}

    static void earn(AccountBook book, LoyaltyRepository accounts, EarnByRules command) {
        Instant since = command.effectiveAt().orElse(book.now());
        EarningResult result = evaluate(book, accounts, command.activity(), since);
        if (result.points() > 0) {
            EarnTerms terms = new EarnTerms(
                    Optional.of(since),
                    Optional.empty(),
                    command.order(),
                    command.activity().worth(),
                    true,
                    0);
            EarnPoints points = EarnPoints.of(command.account(), result.points(), command.key())
                    .on(terms);
            Credits.earn(book, points, Optional.of(result.record()));
        }
    }

    static EarningResult evaluate(
            AccountBook book, LoyaltyRepository accounts, EarningActivity activity, Instant since) {
        Require.that(!since.isAfter(book.now()), "effectiveAt", "is in the future", "earn points once they count");
        Program program = book.program();
        EarningRules rules = program.earning()
                .orElseThrow(() -> new InvalidInputException(
                        "program", "has no earning rules", "define some, or say how many points are earned"));
        EarningContext context = EarningContext.at(since)
                .multiplying(rules.usesTier() ? multiplier(book, accounts, since) : BigDecimal.ONE)
                .used(used(book, accounts, rules, since));
        return rules.evaluate(activity, context);
    }

    /** What counts since a period began was written down since then. */
    private static Map<String, Long> used(
            AccountBook book, LoyaltyRepository accounts, EarningRules rules, Instant since) {
        Program program = book.program();
        Optional<Instant> start = rules.caps().stream()
                .map(EarningCap::period)
                .map(period -> period.start(since, program.zone()))
                .min(Instant::compareTo);
        if (start.isEmpty()) {
            return Map.of();
        }
        Instant end = book.account().lastEntryAt().plus(1, ChronoUnit.MICROS);
        ImmutableList.Builder<EarningMoment> earlier = ImmutableList.builder();
        for (LedgerLine line : accounts.entriesBetween(book.id(), start.get(), end)) {
            if (line.entry() instanceof LoyaltyEvent.Earned earned) {
                earned.byRules()
                        .map(record -> new EarningMoment(earned.effectiveAt(), record.gains()))
                        .ifPresent(earlier::add);
            }
        }
        return rules.used(since, program.zone(), earlier.build());
    }

    private static BigDecimal multiplier(AccountBook book, LoyaltyRepository accounts, Instant since) {
        return book.program()
                .tiers()
                .map(plan -> TierEntries.standing(plan, book.account(), book.program(), accounts, since)
                        .tier())
                .map(TierPlan::multiplier)
                .orElse(BigDecimal.ONE);
    }
}

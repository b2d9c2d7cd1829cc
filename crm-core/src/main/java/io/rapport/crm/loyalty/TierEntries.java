package io.rapport.crm.loyalty;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.loyalty.tier.TierBasis;
import io.rapport.crm.loyalty.tier.TierEntry;
import io.rapport.crm.loyalty.tier.TierPlan;
import io.rapport.crm.loyalty.tier.TierStanding;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of an account's ledger counts for tiers. Only the entries that were written down since the plan's windows began are
 * read: nothing counts before it is written down, so no other counts in them.
 */
final class TierEntries {

    private TierEntries() {}

    /** The standing of an account with its unsaved entries. */
    static TierStanding standing(
            TierPlan plan, LoyaltyAccount account, Program program, LoyaltyRepository accounts, Instant at) {
        Instant from = plan.readsSince(program.zone(), at)
                .filter(account.openedAt()::isBefore)
                .orElse(account.openedAt());
        Instant end = account.lastEntryAt().plus(1, ChronoUnit.MICROS);
        List<LedgerLine> lines = ImmutableList.<LedgerLine>builder()
                .addAll(from.isBefore(end) ? accounts.entriesBetween(account.id(), from, end) : List.of())
                .addAll(LedgerLine.of(account, account.savedVersion()))
                .build();
        List<TierEntry> entries = plan.basis() == TierBasis.BALANCE
                ? ofBalance(accounts.lastBefore(account.id(), from), lines)
                : ofQualifying(lines);
        return plan.standing(account.openedAt(), program.zone(), entries, at);
    }

    private static List<TierEntry> ofBalance(Optional<LedgerLine> before, List<LedgerLine> lines) {
        ImmutableList.Builder<TierEntry> entries = ImmutableList.builder();
        before.map(LedgerLine::entry)
                .map(entry -> new TierEntry(entry.at(), entry.balanceAfter()))
                .ifPresent(entries::add);
        lines.stream()
                .map(LedgerLine::entry)
                .map(entry -> new TierEntry(entry.at(), entry.effect().available()))
                .forEach(entries::add);
        return entries.build();
    }

    private static List<TierEntry> ofQualifying(List<LedgerLine> lines) {
        ImmutableList.Builder<TierEntry> entries = ImmutableList.builder();
        Map<Long, Instant> earnedAt = new HashMap<>();
        for (LedgerLine line : lines) {
            if (line.entry() instanceof LoyaltyEvent.Earned earned
                    && earned.terms().qualifying()) {
                earnedAt.put(line.sequence(), earned.effectiveAt());
                entries.add(new TierEntry(earned.effectiveAt(), earned.points()));
            } else if (line.entry() instanceof LoyaltyEvent.Reversed reversed) {
                for (Allocation claim : reversed.claims()) {
                    Optional.ofNullable(earnedAt.get(claim.lot()))
                            .map(at -> new TierEntry(at, -claim.points()))
                            .ifPresent(entries::add);
                }
            }
        }
        return entries.build();
    }
}

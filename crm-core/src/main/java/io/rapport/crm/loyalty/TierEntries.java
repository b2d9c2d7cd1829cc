package io.rapport.crm.loyalty;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.loyalty.tier.TierBasis;
import io.rapport.crm.loyalty.tier.TierEntry;
import io.rapport.crm.loyalty.tier.TierPlan;
import io.rapport.crm.loyalty.tier.TierStanding;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of an account's history counts for tiers. */
final class TierEntries {

    private TierEntries() {}

    static TierStanding standing(
            TierPlan plan, LoyaltyAccount account, Program program, List<LoyaltyEvent> history, Instant at) {
        return plan.standing(account.openedAt(), program.zone(), of(history, plan.basis()), at);
    }

    static List<TierEntry> of(List<LoyaltyEvent> history, TierBasis basis) {
        return basis == TierBasis.BALANCE ? ofBalance(history) : ofQualifying(history);
    }

    private static List<TierEntry> ofBalance(List<LoyaltyEvent> history) {
        return history.stream()
                .filter(LedgerEntry.class::isInstance)
                .map(LedgerEntry.class::cast)
                .map(entry -> new TierEntry(entry.at(), entry.effect().available()))
                .toList();
    }

    private static List<TierEntry> ofQualifying(List<LoyaltyEvent> history) {
        ImmutableList.Builder<TierEntry> entries = ImmutableList.builder();
        Map<Long, Instant> earnedAt = new HashMap<>();
        long sequence = 0;
        for (LoyaltyEvent event : history) {
            sequence++;
            if (event instanceof LoyaltyEvent.Earned earned && earned.terms().qualifying()) {
                earnedAt.put(sequence, earned.effectiveAt());
                entries.add(new TierEntry(earned.effectiveAt(), earned.points()));
            } else if (event instanceof LoyaltyEvent.Reversed reversed) {
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

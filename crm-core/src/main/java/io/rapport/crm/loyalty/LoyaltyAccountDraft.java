package io.rapport.crm.loyalty;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The next state of a loyalty account while it is being made. */
final class LoyaltyAccountDraft {

    private final LoyaltyAccount from;
    private Balances balances;
    private LifetimeTotals totals;
    private Optional<Instant> slidesUntil;
    private Instant lastEntryAt;
    private long version;
    List<Hold> holds;
    Optional<Instant> nextEventAt;
    List<LoyaltyEvent> changes;

    LoyaltyAccountDraft(LoyaltyAccount from) {
        this.from = from;
        balances = from.balances();
        totals = from.totals();
        holds = from.holds();
        slidesUntil = from.slidesUntil();
        nextEventAt = from.nextEventAt();
        lastEntryAt = from.lastEntryAt();
        version = from.version();
        changes = from.changes();
    }

    void apply(LedgerEntry entry) {
        version++;
        balances = balances.plus(entry.effect());
        totals = totals.plus(entry);
        slidesUntil = entry.posting().slidesUntil();
        lastEntryAt = entry.at();
    }

    LoyaltyAccount build() {
        return new LoyaltyAccount(
                from.id(),
                from.customer(),
                from.program(),
                balances,
                totals,
                holds,
                slidesUntil,
                nextEventAt,
                lastEntryAt,
                from.openedAt(),
                version,
                changes);
    }
}

package io.rapport.crm.loyalty;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.Aggregate;
import io.rapport.crm.fault.Require;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A customer's account in a loyalty program: what all its lots and holds add up to, so that its balances cost the same to
 * read however long its ledger is. Immutable. It is as its last entry left it: what fell due since then shows once the
 * account is settled, which every command does first.
 *
 * @param holds the open holds, the oldest first
 * @param slidesUntil when its sliding points expire; empty if it never had any
 * @param nextEventAt when the next points become active or expire, or the next hold ends; empty if nothing is to come
 * @param lastEntryAt when its last event took effect
 * @param openedAt when the customer was enrolled
 * @param version how many events made this state
 * @param changes the events since it was loaded
 */
public record LoyaltyAccount(
        LoyaltyAccountId id,
        CustomerId customer,
        ProgramId program,
        Balances balances,
        LifetimeTotals totals,
        List<Hold> holds,
        Optional<Instant> slidesUntil,
        Optional<Instant> nextEventAt,
        Instant lastEntryAt,
        Instant openedAt,
        long version,
        List<LoyaltyEvent> changes)
        implements Aggregate<LoyaltyAccountId, LoyaltyEvent> {

    static final int MAX_CAUSE = 190;

    public LoyaltyAccount {
        Require.present("balances", balances);
        Require.present("totals", totals);
        holds = Require.list("holds", holds);
        changes = ImmutableList.copyOf(changes);
    }

    /** A new account, without points. */
    public static LoyaltyAccount enrol(LoyaltyAccountId id, EnrolCustomer command, Instant now) {
        LoyaltyEvent.Enrolled enrolled = new LoyaltyEvent.Enrolled(id, command.customer(), command.program(), now);
        LoyaltyAccountDraft draft = new LoyaltyAccountDraft(started(enrolled));
        draft.changes = List.of(enrolled);
        return draft.build();
    }

    /** The state that a history leads to, without unsaved changes. */
    public static LoyaltyAccount fold(List<LoyaltyEvent> history) {
        return AccountBook.replay(history).account().saved();
    }

    /** The points that can be redeemed. */
    public long available() {
        return balances.available();
    }

    /** The points ever earned. */
    public long lifetimeEarned() {
        return totals.earned();
    }

    /** The points ever redeemed. */
    public long lifetimeRedeemed() {
        return totals.redeemed();
    }

    /** Whether something has fallen due by an instant. */
    public boolean due(Instant now) {
        return Instants.reached(nextEventAt, now);
    }

    /** This state without unsaved changes, as it is after a save. */
    public LoyaltyAccount saved() {
        LoyaltyAccountDraft draft = new LoyaltyAccountDraft(this);
        draft.changes = List.of();
        return draft.build();
    }

    /** The state that one more entry makes; the entry is not an unsaved change. */
    LoyaltyAccount after(LedgerEntry entry) {
        LoyaltyAccountDraft draft = new LoyaltyAccountDraft(this);
        draft.apply(entry);
        return draft.build();
    }

    /** This state with what only its lots and holds can tell, and with its unsaved changes. */
    LoyaltyAccount with(List<Hold> open, Optional<Instant> nextEvent, List<LoyaltyEvent> unsaved) {
        LoyaltyAccountDraft draft = new LoyaltyAccountDraft(this);
        draft.holds = open;
        draft.nextEventAt = nextEvent;
        draft.changes = unsaved;
        return draft.build();
    }

    static LoyaltyAccount started(LoyaltyEvent.Enrolled event) {
        return new LoyaltyAccount(
                event.account(),
                event.customer(),
                event.program(),
                Balances.ZERO,
                LifetimeTotals.ZERO,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                event.at(),
                event.at(),
                1,
                List.of());
    }

    @Override
    public String toString() {
        return "LoyaltyAccount[" + id.value() + ", " + balances + ", version " + version + "]";
    }
}

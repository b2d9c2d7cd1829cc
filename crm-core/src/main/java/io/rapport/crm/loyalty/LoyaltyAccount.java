package io.rapport.crm.loyalty;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.Aggregate;
import io.rapport.crm.event.History;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.time.Instant;
import java.util.List;

/**
 * A customer's account in a loyalty program. Immutable; every verb returns the next state or throws. Points are whole
 * numbers and never negative.
 *
 * @param available the points that can be redeemed
 * @param lifetimeEarned the points ever earned
 * @param lifetimeRedeemed the points ever redeemed
 * @param openedAt when the customer was enrolled
 * @param version how many events made this state
 * @param changes the events since it was loaded
 */
public record LoyaltyAccount(
        LoyaltyAccountId id,
        CustomerId customer,
        ProgramId program,
        long available,
        long lifetimeEarned,
        long lifetimeRedeemed,
        Instant openedAt,
        long version,
        List<LoyaltyEvent> changes)
        implements Aggregate<LoyaltyAccountId, LoyaltyEvent> {

    static final int MAX_CAUSE = 190;

    public LoyaltyAccount {
        requireNotNegative("available", available);
        requireNotNegative("lifetimeEarned", lifetimeEarned);
        requireNotNegative("lifetimeRedeemed", lifetimeRedeemed);
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
        return History.fold(history, LoyaltyEvent.Enrolled.class, LoyaltyAccount::started, LoyaltyAccount::evolve);
    }

    /**
     * Adds points.
     *
     * @throws InvalidInputException if the account would hold, or would ever have earned, more than
     *     {@link Long#MAX_VALUE} points
     */
    public LoyaltyAccount earn(EarnPoints command, Instant now) {
        requireThis(command.account());
        long room = Long.MAX_VALUE - Math.max(available, lifetimeEarned);
        Require.that(
                command.points() <= room,
                "points",
                "is " + command.points() + " and more than the account can still count",
                "earn at most " + room);
        return after(new LoyaltyEvent.Earned(
                command.points(),
                available + command.points(),
                command.key(),
                command.payload(),
                command.cause(),
                command.actor(),
                now));
    }

    /**
     * Takes points.
     *
     * @throws InsufficientPointsException if fewer are available
     */
    public LoyaltyAccount redeem(RedeemPoints command, Instant now) {
        requireThis(command.account());
        if (command.points() > available) {
            throw new InsufficientPointsException(id, available, command.points());
        }
        return after(new LoyaltyEvent.Redeemed(
                command.points(),
                available - command.points(),
                command.key(),
                command.payload(),
                command.cause(),
                command.actor(),
                now));
    }

    /** This state without unsaved changes, as it is after a save. */
    public LoyaltyAccount saved() {
        LoyaltyAccountDraft draft = new LoyaltyAccountDraft(this);
        draft.changes = List.of();
        return draft.build();
    }

    /** The state that one more event makes; the event is not an unsaved change. */
    public LoyaltyAccount evolve(LoyaltyEvent event) {
        LoyaltyAccountDraft draft = new LoyaltyAccountDraft(this);
        draft.version++;
        draft.apply(event);
        return draft.build();
    }

    /** What the last verb, which moved points, wrote to the ledger. */
    LedgerLine lastLine() {
        return new LedgerLine(id, version, (LedgerEntry) changes.get(changes.size() - 1));
    }

    @Override
    public String toString() {
        return "LoyaltyAccount[" + id.value() + ", " + available + " available, version " + version + "]";
    }

    private static LoyaltyAccount started(LoyaltyEvent.Enrolled event) {
        return new LoyaltyAccount(
                event.account(), event.customer(), event.program(), 0, 0, 0, event.at(), 1, List.of());
    }

    private LoyaltyAccount after(LoyaltyEvent event) {
        LoyaltyAccountDraft draft = new LoyaltyAccountDraft(evolve(event));
        draft.changes = History.plus(changes, event);
        return draft.build();
    }

    private void requireThis(LoyaltyAccountId asked) {
        Require.that(id.equals(asked), "account", "is another one than " + id, "send the command to its own account");
    }

    private static void requireNotNegative(String field, long points) {
        Require.that(points >= 0, field, "is " + points, "keep it at 0 or above");
    }
}

package io.rapport.crm.loyalty.reward;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.event.Aggregate;
import io.rapport.crm.event.History;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.Reservation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That a customer has a reward, from the moment it is set aside. Immutable; every verb returns the next state or throws an
 * {@link IllegalTransitionException}.
 *
 * @param benefit what each unit gives, as it was when it was set aside
 * @param units how many were asked for
 * @param points what all of them cost
 * @param cancelled how many of the units were cancelled
 * @param hold the number of the hold on the account's points
 * @param entry the ledger entry that took the points, once they are taken
 * @param expiresAt when it is over unless it was committed before; exclusive
 * @param version how many events made this state
 * @param changes the events since it was loaded
 */
public record RewardRedemption(
        RewardRedemptionId id,
        RewardId reward,
        LoyaltyAccountId account,
        Benefit benefit,
        RedemptionStatus status,
        long units,
        long points,
        long cancelled,
        long hold,
        Optional<Long> entry,
        Instant expiresAt,
        Instant reservedAt,
        long version,
        List<RewardRedemptionEvent> changes)
        implements Aggregate<RewardRedemptionId, RewardRedemptionEvent> {

    public RewardRedemption {
        changes = ImmutableList.copyOf(changes);
    }

    static RewardRedemption reserve(
            RewardRedemptionId id, RedeemReward command, Benefit benefit, Reservation points, Instant now) {
        RewardRedemptionEvent.Reserved reserved = new RewardRedemptionEvent.Reserved(
                id,
                command.reward(),
                command.account(),
                benefit,
                command.units(),
                points.points(),
                points.hold(),
                points.expiresAt(),
                command.actor(),
                now);
        RewardRedemptionDraft draft = new RewardRedemptionDraft(started(reserved));
        draft.changes = List.of(reserved);
        return draft.build();
    }

    /** The state that a history leads to, without unsaved changes. */
    public static RewardRedemption fold(List<RewardRedemptionEvent> history) {
        return History.fold(
                history, RewardRedemptionEvent.Reserved.class, RewardRedemption::started, RewardRedemption::evolve);
    }

    /** The units that were not cancelled. */
    public long open() {
        return units - cancelled;
    }

    /** Whether the units are set aside or taken from the stock. */
    public boolean counts() {
        return status == RedemptionStatus.RESERVED
                || status == RedemptionStatus.COMMITTED
                || status == RedemptionStatus.FULFILLED;
    }

    RewardRedemption commit(long ledgerEntry, Actor actor, Instant now) {
        require(RedemptionStatus.RESERVED, "be committed", "reserve it anew");
        return after(new RewardRedemptionEvent.Committed(ledgerEntry, actor, now));
    }

    RewardRedemption fulfil(Actor actor, Instant now) {
        require(RedemptionStatus.COMMITTED, "be fulfilled", "fulfil what is committed");
        return after(new RewardRedemptionEvent.Fulfilled(actor, now));
    }

    RewardRedemption cancel(long part, Actor actor, Instant now) {
        return after(new RewardRedemptionEvent.Cancelled(part, pointsOf(part), actor, now));
    }

    RewardRedemption giveUp(Actor actor, Instant now) {
        require(RedemptionStatus.RESERVED, "be voided", "cancel what is committed");
        return after(new RewardRedemptionEvent.Voided(actor, now));
    }

    RewardRedemption expire(Instant now) {
        require(RedemptionStatus.RESERVED, "expire", "leave it as it is");
        return after(new RewardRedemptionEvent.Expired(now));
    }

    /** How many units a command means that asks for some of them, or for all with 0. */
    long part(long asked) {
        require(RedemptionStatus.COMMITTED, "be cancelled", "void what is reserved, and adjust what is fulfilled");
        Require.that(
                asked <= open(), "units", "are more than the " + open() + " that are left", "cancel at most those");
        return asked == 0 ? open() : asked;
    }

    void require(RedemptionStatus needed, String verb, String remedy) {
        if (status != needed) {
            throw new IllegalTransitionException(id, status, verb, remedy);
        }
    }

    /** What a part of the units cost. */
    long pointsOf(long part) {
        return points / units * part;
    }

    /** This state without unsaved changes, as it is after a save. */
    public RewardRedemption saved() {
        RewardRedemptionDraft next = new RewardRedemptionDraft(this);
        next.changes = List.of();
        return next.build();
    }

    /** The state that one more event makes; the event is not an unsaved change. */
    public RewardRedemption evolve(RewardRedemptionEvent event) {
        RewardRedemptionDraft next = new RewardRedemptionDraft(this);
        next.version++;
        next.apply(event);
        return next.build();
    }

    private static RewardRedemption started(RewardRedemptionEvent.Reserved event) {
        return new RewardRedemption(
                event.redemption(),
                event.reward(),
                event.account(),
                event.benefit(),
                RedemptionStatus.RESERVED,
                event.units(),
                event.points(),
                0,
                event.hold(),
                Optional.empty(),
                event.expiresAt(),
                event.at(),
                1,
                List.of());
    }

    private RewardRedemption after(RewardRedemptionEvent event) {
        RewardRedemptionDraft next = new RewardRedemptionDraft(evolve(event));
        next.changes = History.plus(changes, event);
        return next.build();
    }
}

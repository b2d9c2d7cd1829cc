package io.rapport.crm.loyalty.referral;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.event.Aggregate;
import io.rapport.crm.event.History;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * That a customer brought a friend. Immutable; every verb returns the next state, and this same state where there is
 * nothing to do.
 *
 * @param order the friend's order that counts, if there is one
 * @param expiresAt until when the friend must have paid an order, exclusive
 * @param qualifiesAt since when that order cannot be returned any more
 * @param version how many events made this state
 * @param changes the events since it was loaded
 */
public record Referral(
        ReferralId id,
        LoyaltyAccountId referrer,
        LoyaltyAccountId friend,
        ReferralTerms terms,
        ReferralStatus status,
        Optional<String> order,
        Instant expiresAt,
        Optional<Instant> qualifiesAt,
        Instant referredAt,
        long version,
        List<ReferralEvent> changes)
        implements Aggregate<ReferralId, ReferralEvent> {

    static final int MAX_ORDER = 190;

    public Referral {
        changes = ImmutableList.copyOf(changes);
    }

    static Referral refer(ReferralId id, ReferFriend command, Instant now) {
        ReferralEvent.Referred referred = new ReferralEvent.Referred(
                id,
                command.referrer(),
                command.friend(),
                command.terms(),
                now.plus(command.terms().validity()).truncatedTo(ChronoUnit.MICROS),
                command.actor(),
                now);
        ReferralDraft draft = new ReferralDraft(started(referred));
        draft.changes = List.of(referred);
        return draft.build();
    }

    /** The state that a history leads to, without unsaved changes. */
    public static Referral fold(List<ReferralEvent> history) {
        return History.fold(history, ReferralEvent.Referred.class, Referral::started, Referral::evolve);
    }

    /** When it qualifies or expires by itself; empty once it has. */
    public Optional<Instant> dueAt() {
        return status == ReferralStatus.PENDING ? Optional.of(qualifiesAt.orElse(expiresAt)) : Optional.empty();
    }

    /** The key of the command that pays one side. */
    String key(String side) {
        return "ref:" + id.value() + ":" + side;
    }

    /** Notes the friend's order; nothing if another counts already, or it came too late. */
    Referral pay(String paidOrder, Instant paidAt, Actor actor, Instant now) {
        Require.text("order", paidOrder, MAX_ORDER);
        boolean counts = status == ReferralStatus.PENDING && order.isEmpty() && !paidAt.isBefore(referredAt);
        if (!counts || !paidAt.isBefore(expiresAt)) {
            return this;
        }
        Instant end = paidAt.plus(terms.returnWindow()).truncatedTo(ChronoUnit.MICROS);
        return after(new ReferralEvent.OrderPaid(paidOrder, paidAt, end, actor, now));
    }

    /** Whether an order is the one that counts. */
    boolean counts(String other) {
        return order.filter(other::equals).isPresent();
    }

    Referral forgetOrder(Actor actor, Instant now) {
        return after(new ReferralEvent.OrderRefunded(order.orElseThrow(), actor, now));
    }

    Referral qualify(Instant now) {
        return after(new ReferralEvent.Qualified(now));
    }

    Referral reverse(Actor actor, Instant now) {
        return after(new ReferralEvent.Reversed(order.orElseThrow(), actor, now));
    }

    Referral expire(Instant now) {
        return after(new ReferralEvent.Expired(now));
    }

    /** This state without unsaved changes, as it is after a save. */
    public Referral saved() {
        ReferralDraft next = new ReferralDraft(this);
        next.changes = List.of();
        return next.build();
    }

    /** The state that one more event makes; the event is not an unsaved change. */
    public Referral evolve(ReferralEvent event) {
        ReferralDraft next = new ReferralDraft(this);
        next.version++;
        next.apply(event);
        return next.build();
    }

    private static Referral started(ReferralEvent.Referred event) {
        return new Referral(
                event.referral(),
                event.referrer(),
                event.friend(),
                event.terms(),
                ReferralStatus.PENDING,
                Optional.empty(),
                event.expiresAt(),
                Optional.empty(),
                event.at(),
                1,
                List.of());
    }

    private Referral after(ReferralEvent event) {
        ReferralDraft next = new ReferralDraft(evolve(event));
        next.changes = History.plus(changes, event);
        return next.build();
    }
}

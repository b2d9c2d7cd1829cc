package io.rapport.crm.loyalty.reward;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.event.Aggregate;
import io.rapport.crm.event.History;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.util.List;

/**
 * A coupon, without its code. Immutable; every verb returns the next state or throws.
 *
 * @param used how often it was used, without uses that were given back
 * @param version how many events made this state
 * @param changes the events since it was loaded
 */
public record Coupon(
        CouponId id,
        CouponTerms terms,
        CouponStatus status,
        long used,
        Instant issuedAt,
        long version,
        List<CouponEvent> changes)
        implements Aggregate<CouponId, CouponEvent> {

    public Coupon {
        changes = ImmutableList.copyOf(changes);
    }

    static Coupon issue(CouponId id, IssueCoupon command, Instant now) {
        CouponEvent.Issued issued = new CouponEvent.Issued(id, command.terms(), command.actor(), now);
        return started(issued).with(List.of(issued));
    }

    /** The state that a history leads to, without unsaved changes. */
    public static Coupon fold(List<CouponEvent> history) {
        return History.fold(history, CouponEvent.Issued.class, Coupon::started, Coupon::evolve);
    }

    /** How often it can still be used. */
    public long left() {
        return terms.uses() - used;
    }

    Coupon redeem(RedeemCoupon command, Instant now) {
        refuseUnless(status == CouponStatus.ACTIVE, CouponRefusal.VOIDED);
        refuseUnless(terms.open(now), CouponRefusal.OUTSIDE_WINDOW);
        refuseUnless(
                terms.boundTo().isEmpty() || terms.boundTo().equals(command.customer()), CouponRefusal.OTHER_CUSTOMER);
        refuseUnless(left() > 0, CouponRefusal.USED_UP);
        return after(new CouponEvent.Redeemed(command.customer(), command.cause(), command.actor(), now));
    }

    /** Counts a use no more; also where the coupon was voided since. */
    Coupon giveBack(long use, Actor actor, Instant now) {
        return after(new CouponEvent.GivenBack(use, actor, now));
    }

    Coupon withdraw(Actor actor, Instant now) {
        if (status != CouponStatus.ACTIVE) {
            throw new IllegalTransitionException(id, status, "be voided", "leave it as it is");
        }
        return after(new CouponEvent.Voided(actor, now));
    }

    /** This state without unsaved changes, as it is after a save. */
    public Coupon saved() {
        return with(List.of());
    }

    /** The state that one more event makes; the event is not an unsaved change. */
    public Coupon evolve(CouponEvent event) {
        CouponStatus next = event instanceof CouponEvent.Voided ? CouponStatus.VOIDED : status;
        if (event instanceof CouponEvent.Issued) {
            throw new IllegalArgumentException("Issued cannot follow an issue");
        }
        return new Coupon(id, terms, next, used + uses(event), issuedAt, version + 1, changes);
    }

    private static long uses(CouponEvent event) {
        if (event instanceof CouponEvent.GivenBack) {
            return -1;
        }
        return event instanceof CouponEvent.Redeemed ? 1 : 0;
    }

    private static Coupon started(CouponEvent.Issued event) {
        return new Coupon(event.coupon(), event.terms(), CouponStatus.ACTIVE, 0, event.at(), 1, List.of());
    }

    private Coupon after(CouponEvent event) {
        return evolve(event).with(History.plus(changes, event));
    }

    private Coupon with(List<CouponEvent> unsaved) {
        return new Coupon(id, terms, status, used, issuedAt, version, unsaved);
    }

    private void refuseUnless(boolean allowed, CouponRefusal reason) {
        if (!allowed) {
            throw new CouponRefusedException(id, reason, used, terms.uses());
        }
    }
}

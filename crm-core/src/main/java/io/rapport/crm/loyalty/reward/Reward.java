package io.rapport.crm.loyalty.reward;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.event.Aggregate;
import io.rapport.crm.event.History;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that points buy, and how many units of it are set aside and redeemed. Immutable; every verb returns the next
 * state or throws.
 *
 * @param key the host's own name for it, unique per tenant
 * @param reserved units that are set aside
 * @param redeemed units that are redeemed and not cancelled
 * @param version how many events made this state
 * @param changes the events since it was loaded
 */
public record Reward(
        RewardId id,
        String key,
        RewardTerms terms,
        RewardStatus status,
        long reserved,
        long redeemed,
        Instant offeredAt,
        long version,
        List<RewardEvent> changes)
        implements Aggregate<RewardId, RewardEvent> {

    static final int MAX_KEY = 64;

    public Reward {
        changes = ImmutableList.copyOf(changes);
    }

    /** A new reward. */
    public static Reward offer(RewardId id, OfferReward command, Instant now) {
        RewardEvent.Offered offered = new RewardEvent.Offered(id, command.key(), command.terms(), command.actor(), now);
        RewardDraft draft = new RewardDraft(started(offered));
        draft.changes = List.of(offered);
        return draft.build();
    }

    /** The state that a history leads to, without unsaved changes. */
    public static Reward fold(List<RewardEvent> history) {
        return History.fold(history, RewardEvent.Offered.class, Reward::started, Reward::evolve);
    }

    /** How many units are left; empty if there is no end to them. */
    public Optional<Long> left() {
        return terms.stock().map(stock -> Math.max(0, stock - reserved - redeemed));
    }

    /** Gives it other terms; redemptions that were begun before keep theirs. The program stays. */
    public Reward revise(RewardTerms other, Actor actor, Instant now) {
        require("be revised");
        Require.that(other.program().equals(terms.program()), "program", "is another one", "offer another reward");
        return other.equals(terms) ? this : after(new RewardEvent.Revised(other, actor, now));
    }

    /** Nobody can ask for it any more. */
    public Reward withdraw(Actor actor, Instant now) {
        require("be withdrawn");
        return after(new RewardEvent.Withdrawn(actor, now));
    }

    /**
     * Refuses what cannot be set aside now.
     *
     * @param taken the units that the customer has already
     * @throws RewardRefusedException saying why
     */
    void requireFor(AccountFacts facts, long units, long taken, Instant now) {
        refuseUnless(status == RewardStatus.OFFERED, RefusalReason.WITHDRAWN, units, 0);
        refuseUnless(terms.open(now), RefusalReason.OUTSIDE_WINDOW, units, 0);
        refuseUnless(terms.eligibility().test(facts), RefusalReason.NOT_ELIGIBLE, units, 0);
        long more = terms.perCustomer().map(limit -> Math.max(0, limit - taken)).orElse(units);
        refuseUnless(units <= more, RefusalReason.LIMIT_REACHED, units, more);
        long free = left().orElse(units);
        refuseUnless(units <= free, RefusalReason.SOLD_OUT, units, free);
    }

    Reward reserve(RewardRedemptionId redemption, long units, Instant now) {
        return after(new RewardEvent.UnitsReserved(redemption, units, now));
    }

    Reward release(RewardRedemptionId redemption, long units, Instant now) {
        return after(new RewardEvent.UnitsReleased(redemption, units, now));
    }

    Reward redeem(RewardRedemptionId redemption, long units, Instant now) {
        return after(new RewardEvent.UnitsRedeemed(redemption, units, now));
    }

    Reward takeBack(RewardRedemptionId redemption, long units, Instant now) {
        return after(new RewardEvent.UnitsReturned(redemption, units, now));
    }

    /** This state without unsaved changes, as it is after a save. */
    public Reward saved() {
        RewardDraft next = new RewardDraft(this);
        next.changes = List.of();
        return next.build();
    }

    /** The state that one more event makes; the event is not an unsaved change. */
    public Reward evolve(RewardEvent event) {
        RewardDraft next = new RewardDraft(this);
        next.version++;
        next.apply(event);
        return next.build();
    }

    private static Reward started(RewardEvent.Offered event) {
        return new Reward(
                event.reward(), event.key(), event.terms(), RewardStatus.OFFERED, 0, 0, event.at(), 1, List.of());
    }

    private Reward after(RewardEvent event) {
        RewardDraft next = new RewardDraft(evolve(event));
        next.changes = History.plus(changes, event);
        return next.build();
    }

    private void require(String verb) {
        if (status == RewardStatus.WITHDRAWN) {
            throw new IllegalTransitionException(id, status, verb, "offer a new one");
        }
    }

    private void refuseUnless(boolean allowed, RefusalReason reason, long asked, long available) {
        if (!allowed) {
            throw new RewardRefusedException(id, reason, asked, available);
        }
    }
}

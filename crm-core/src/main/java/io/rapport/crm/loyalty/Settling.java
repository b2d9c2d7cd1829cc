package io.rapport.crm.loyalty;

import com.google.common.collect.Lists;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Does what has fallen due, in the order in which it fell due: points become active, holds end, points expire, and what
 * came free repays debt and is redeemed where the program does so by itself. So it makes no difference when, and how
 * often, an account is settled.
 */
final class Settling {

    /** How many lots one entry tells of, so that an entry stays readable and fits a row. */
    private static final int LOTS_OF_AN_ENTRY = 500;

    private Settling() {}

    /** Does all that fell due until now. */
    static void settle(AccountBook book) {
        Optional<Instant> next = book.nextEventAt();
        while (Instants.reached(next, book.now())) {
            step(book, next.orElseThrow());
            next = book.nextEventAt();
        }
    }

    /** Finishes a command: what it set free may have expired already, and what it credited repays debt. */
    static void conclude(AccountBook book) {
        settle(book);
        repay(book, book.now());
        if (!book.restores()) {
            redeem(book, book.now());
        }
    }

    private static void step(AccountBook book, Instant at) {
        inParts(
                book.lots().dueForActivation(at),
                part -> book.post(at, posting -> new LoyaltyEvent.Activated(Allocation.sum(part), part, posting)));
        book.endedHolds(at)
                .forEach(hold -> book.post(
                        at,
                        posting -> new LoyaltyEvent.Voided(hold.points(), hold.number(), hold.allocations(), posting)));
        inParts(
                book.lots().expired(at, book.slidesUntil()),
                part -> book.post(at, posting -> new LoyaltyEvent.Expired(Allocation.sum(part), part, posting)));
        repay(book, at);
        redeem(book, at);
    }

    private static void redeem(AccountBook book, Instant at) {
        long available = book.balances().available();
        long points = book.program()
                .redeemAt()
                .map(step -> available - available % step)
                .orElse(0L);
        if (points > 0) {
            List<Allocation> taken = book.lots().soonestExpiring(points, book.slidesUntil());
            book.post(at, posting -> new LoyaltyEvent.AutoRedeemed(points, taken, posting));
        }
    }

    private static void repay(AccountBook book, Instant at) {
        long points = Math.min(book.balances().debt(), book.balances().available());
        if (points > 0) {
            List<Allocation> taken = book.lots().soonestExpiring(points, book.slidesUntil());
            book.post(at, posting -> new LoyaltyEvent.DebtRepaid(points, taken, posting));
        }
    }

    private static void inParts(List<Allocation> allocations, Consumer<List<Allocation>> entry) {
        Lists.partition(allocations, LOTS_OF_AN_ENTRY).forEach(entry);
    }
}

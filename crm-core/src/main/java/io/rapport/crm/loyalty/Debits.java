package io.rapport.crm.loyalty;

import io.rapport.crm.fault.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What takes points from an account, those that expire soonest first, or sets them aside. */
final class Debits {

    private Debits() {}

    static void redeem(AccountBook book, long points) {
        List<Allocation> taken = taken(book, points);
        book.post(posting -> new LoyaltyEvent.Redeemed(points, taken, posting));
    }

    /** As many as there are, and at most some. */
    static void redeemUpTo(AccountBook book, long points) {
        long available = book.balances().available();
        redeem(book, available == 0 ? points : Math.min(points, available));
    }

    static void adjustDown(AccountBook book, long points) {
        List<Allocation> taken = taken(book, points);
        book.post(posting -> new LoyaltyEvent.Adjusted(points, taken, Optional.empty(), posting));
    }

    static List<Allocation> transferOut(AccountBook book, LoyaltyAccountId to, long points) {
        List<Allocation> taken = taken(book, points);
        book.post(posting -> new LoyaltyEvent.TransferredOut(points, to, taken, posting));
        return taken;
    }

    static void reserve(AccountBook book, ReservePoints command) {
        List<Allocation> taken = taken(book, command.points());
        Duration ttl = command.ttlSeconds() == 0 ? book.program().holdTtl() : Duration.ofSeconds(command.ttlSeconds());
        Instant expiresAt = book.now().plus(ttl);
        book.post(posting ->
                new LoyaltyEvent.Reserved(command.points(), taken, expiresAt, book.programVersion(), posting));
    }

    static void commit(AccountBook book, CommitHold command) {
        Hold hold = open(book, command.hold());
        if (hold.programVersion() != book.programVersion() && !command.keepingTerms()) {
            throw new ProgramChangedException(book.id(), hold.number(), hold.programVersion(), book.programVersion());
        }
        long points = command.points() == 0 ? hold.points() : command.points();
        if (points > hold.points()) {
            throw new InvalidInputException(
                    "points", "are " + points + " of a hold of " + hold.points(), "commit at most what is held");
        }
        List<Allocation> taken = Allocations.first(hold.allocations(), points);
        book.post(posting -> new LoyaltyEvent.Committed(points, hold.number(), taken, posting));
        book.hold(hold.number()).ifPresent(rest -> release(book, rest));
    }

    static void voidHold(AccountBook book, VoidHold command) {
        release(book, open(book, command.hold()));
    }

    private static void release(AccountBook book, Hold hold) {
        book.post(posting -> new LoyaltyEvent.Voided(hold.points(), hold.number(), hold.allocations(), posting));
    }

    private static Hold open(AccountBook book, long number) {
        return book.hold(number).orElseThrow(() -> new HoldNotOpenException(book.id(), number));
    }

    private static List<Allocation> taken(AccountBook book, long points) {
        long available = book.balances().available();
        if (points > available) {
            throw new InsufficientPointsException(book.id(), available, points);
        }
        return book.lots().soonestExpiring(points, book.slidesUntil());
    }
}

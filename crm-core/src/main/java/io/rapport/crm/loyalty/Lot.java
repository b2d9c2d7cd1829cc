package io.rapport.crm.loyalty;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;

/**
 * Points that came together and stay together: the same expiry, cost and origin. Immutable.
 *
 * @param number its number in the account: the sequence of the entry that made it
 * @param terms what never changes about it
 * @param original how many points it began with
 * @param remaining those that are neither taken nor held
 * @param held those that holds have pinned
 * @param clawed how many of its points refunds have claimed back so far, wherever they were taken from
 * @param pending whether it waits to become active
 */
public record Lot(long number, LotTerms terms, long original, long remaining, long held, long clawed, boolean pending) {

    public Lot {
        Require.positive("number", number);
        Require.present("terms", terms);
        Require.positive("original", original);
        requireWithin("remaining", remaining, original);
        requireWithin("held", held, original - remaining);
        requireWithin("clawed", clawed, original);
    }

    static Lot opened(long number, LotTerms terms, long points, boolean pending) {
        return new Lot(number, terms, points, points, 0, 0, pending);
    }

    /** What its free points wait for. */
    public LotPhase phase() {
        if (remaining == 0) {
            return held == 0 ? LotPhase.EMPTY : LotPhase.HELD;
        }
        if (pending) {
            return LotPhase.PENDING;
        }
        return terms.sliding() ? LotPhase.SLIDING : LotPhase.ACTIVE;
    }

    /** Whether some of its points are active and free. */
    public boolean usable() {
        return remaining > 0 && !pending;
    }

    /** The lot after points of it were moved by an entry. */
    Lot moved(EntryKind kind, long points) {
        return switch (kind) {
            case ACTIVATE -> with(remaining, held, clawed, false);
            case RESERVE -> with(Math.subtractExact(remaining, points), Math.addExact(held, points), clawed, pending);
            case VOID -> with(Math.addExact(remaining, points), Math.subtractExact(held, points), clawed, pending);
            case COMMIT -> with(remaining, Math.subtractExact(held, points), clawed, pending);
            case RESTORE -> with(Math.addExact(remaining, points), held, clawed, pending);
            default -> with(Math.subtractExact(remaining, points), held, clawed, pending);
        };
    }

    /** The lot after a refund claimed more of its points back. */
    Lot clawedBack(long points) {
        return with(remaining, held, Math.addExact(clawed, points), pending);
    }

    private Lot with(long nowRemaining, long nowHeld, long nowClawed, boolean nowPending) {
        return new Lot(number, terms, original, nowRemaining, nowHeld, nowClawed, nowPending);
    }

    private static void requireWithin(String field, long points, long limit) {
        if (points < 0 || points > limit) {
            throw new InvalidInputException(field, "is " + points + " of " + limit, "keep lots and entries in step");
        }
    }
}

package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import java.time.Instant;
import java.util.List;

/**
 * Points that are set aside for a checkout. While it lives, its points do not expire. Immutable.
 *
 * @param number its number in the account: the sequence of the entry that made it
 * @param expiresAt when it is void unless it was committed; exclusive
 * @param programVersion the version of the program's rules under which it was made
 * @param allocations which lots its points are of, those that expire soonest first
 */
public record Hold(long number, Instant expiresAt, int programVersion, List<Allocation> allocations) {

    public Hold {
        Require.positive("number", number);
        Require.present("expiresAt", expiresAt);
        allocations = Require.list("allocations", allocations);
    }

    /** How many points it holds. */
    public long points() {
        return Allocation.sum(allocations);
    }

    /** What is held once these are taken out. */
    Hold without(List<Allocation> taken) {
        return new Hold(number, expiresAt, programVersion, Allocations.minus(allocations, taken));
    }
}

package io.rapport.crm.playbook;

import io.rapport.crm.fault.Require;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How the tickets ended that one version was applied to. Counts are given beside every share, so that a caller can test
 * whether a difference is more than chance.
 *
 * @param tickets how many there are, at least 1
 * @param meanResolution rounded down to the nanosecond
 * @param medianResolution the middle one, or half-way between the two middle ones
 * @param reopened how many of the tickets were reopened at least once
 * @param reopens how often they were reopened, all together
 * @param answered how many of the customers answered the survey
 * @param favourable how many of those answers were favourable
 */
public record VersionOutcome(
        VersionRef version,
        long tickets,
        Duration meanResolution,
        Duration medianResolution,
        long reopened,
        long reopens,
        long answered,
        long favourable) {

    public VersionOutcome {
        Require.present("version", version);
        Require.positive("tickets", tickets);
        Require.present("meanResolution", meanResolution);
        Require.present("medianResolution", medianResolution);
        requireShare("reopened", reopened, tickets);
        Require.that(reopens >= reopened, "reopens", "is " + reopens, "give at least one for each reopened ticket");
        requireShare("answered", answered, tickets);
        requireShare("favourable", favourable, answered);
    }

    /** Reopened tickets in all tickets, 0 to 1. */
    public double reopenShare() {
        return (double) reopened / tickets;
    }

    /** Favourable answers in all answers, 0 to 1; empty if nobody answered. */
    public OptionalDouble favourableShare() {
        return answered == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) favourable / answered);
    }

    private static void requireShare(String field, long part, long whole) {
        Require.that(part >= 0 && part <= whole, field, "is " + part, "give 0 to " + whole);
    }
}

package io.rapport.crm.playbook;

import io.rapport.crm.fault.Require;
import java.time.Duration;
import java.util.Optional;

/**
 * How one ticket ended that a playbook was applied to.
 *
 * @param version what was applied
 * @param resolution the time it took to resolve, zero or more and at most 36,500 days; fractions of a second are cut off
 * @param reopens how often the ticket was reopened, 0 or more
 * @param favourable whether the customer's answer to the survey was favourable; empty if there is no answer
 */
public record PlaybookOutcome(VersionRef version, Duration resolution, int reopens, Optional<Boolean> favourable) {

    private static final Duration LONGEST = Duration.ofDays(36_500);

    public PlaybookOutcome {
        Require.present("version", version);
        Require.that(
                !Require.present("resolution", resolution).isNegative() && resolution.compareTo(LONGEST) <= 0,
                "resolution",
                "is " + resolution,
                "give zero or more, and at most 36500 days");
        Require.between("reopens", reopens, 0, Integer.MAX_VALUE);
        Require.present("favourable", favourable);
    }
}

package io.rapport.crm.playbook;

import io.rapport.crm.fault.Require;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * Two versions side by side. Differences are the second less the first, and say nothing about chance; the counts for a
 * test of that are in the two outcomes.
 */
public record VersionComparison(VersionOutcome first, VersionOutcome second) {

    public VersionComparison {
        Require.present("first", first);
        Require.present("second", second);
    }

    /** Change of the share of reopened tickets, -1 to 1; negative is better. */
    public double reopenShareChange() {
        return second.reopenShare() - first.reopenShare();
    }

    /** Change of the share of favourable answers, -1 to 1; empty if nobody answered for one of the two. */
    public OptionalDouble favourableShareChange() {
        OptionalDouble before = first.favourableShare();
        OptionalDouble after = second.favourableShare();
        return before.isPresent() && after.isPresent()
                ? OptionalDouble.of(after.getAsDouble() - before.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Change of the median time to resolve; negative is faster. */
    public Duration medianResolutionChange() {
        return second.medianResolution().minus(first.medianResolution());
    }
}

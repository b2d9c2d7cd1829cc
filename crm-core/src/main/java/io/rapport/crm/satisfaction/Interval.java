package io.rapport.crm.satisfaction;

import io.rapport.crm.fault.Require;
import java.io.Serializable;

/**
 * A confidence interval, in the unit of the figure that it belongs to.
 *
 * @param lower the lower bound
 * @param upper the upper bound, not below {@code lower}
 * @param confidence the confidence level as a share, such as 0.95
 * @param method how the bounds were computed
 */
public record Interval(double lower, double upper, double confidence, IntervalMethod method) implements Serializable {

    public Interval {
        Require.that(lower <= upper, "interval", "has a lower bound above its upper one", "give lower <= upper");
        Require.that(confidence > 0 && confidence < 1, "confidence", "is not between 0 and 1", "give a share as 0.95");
        Require.present("method", method);
    }

    /** Whether the value lies between the bounds, which both belong to the interval. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}

package io.rapport.crm.retention.survival;

import io.rapport.crm.fault.Require;
import java.io.Serializable;

/**
 * Two bounds around an estimate.
 *
 * @param lower the lower bound
 * @param upper the upper bound
 * @param confidence in what share of repetitions such an interval holds the truth, such as 0.95
 */
public record ConfidenceInterval(double lower, double upper, double confidence) implements Serializable {

    public ConfidenceInterval {
        Require.that(lower <= upper, "lower", "is above the upper bound", "give the bounds in order");
        Require.that(confidence > 0 && confidence < 1, "confidence", "is not between 0 and 1", "give a share as 0.95");
    }

    static void check(double confidence) {
        Require.that(confidence > 0 && confidence < 1, "confidence", "is not between 0 and 1", "give a share as 0.95");
    }
}

package io.rapport.crm.retention.value;

import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * What a group of customers did in the holdout, and what was expected of them.
 *
 * @param label which group, such as {@code "0"} or {@code "7+"}
 * @param customers how many
 * @param actual their purchases
 * @param expected the sum of what the model expected
 */
public record HoldoutGroup(String label, long customers, long actual, double expected) implements Serializable {

    /** Purchases per customer; empty for an empty group. */
    public OptionalDouble actualMean() {
        return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) actual / customers);
    }

    /** Expected purchases per customer; empty for an empty group. */
    public OptionalDouble expectedMean() {
        return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of(expected / customers);
    }
}

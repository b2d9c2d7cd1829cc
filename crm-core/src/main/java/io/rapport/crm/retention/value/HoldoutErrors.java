package io.rapport.crm.retention.value;

import java.io.Serializable;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How far a model's expectations were from what customers did.
 *
 * @param customers how many
 * @param absoluteErrors the sum of the customers' absolute errors
 * @param squaredErrors the sum of their squared errors
 * @param expected the sum of what was expected
 * @param actual the sum of what they did
 */
public record HoldoutErrors(long customers, double absoluteErrors, double squaredErrors, double expected, long actual)
        implements Serializable {

    /** The mean absolute error per customer; empty without customers. */
    public OptionalDouble meanAbsoluteError() {
        return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of(absoluteErrors / customers);
    }

    /** The root of the mean squared error per customer; empty without customers. */
    public OptionalDouble rootMeanSquareError() {
        return customers == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squaredErrors / customers));
    }

    /** Expected over actual purchases in all, minus 1: -0.1 if 10 % too few were expected; empty if none were made. */
    public OptionalDouble totalBias() {
        return actual == 0 ? OptionalDouble.empty() : OptionalDouble.of(expected / actual - 1);
    }

    /** The figures in English. */
    public String explain() {
        return customers == 0
                ? "undefined: nobody to compare"
                : String.format(
                        Locale.ROOT,
                        "%.1f purchases expected of %d customers, %d made; mean absolute error %.4f, root mean square %.4f",
                        expected,
                        customers,
                        actual,
                        absoluteErrors / customers,
                        Math.sqrt(squaredErrors / customers));
    }
}

package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;

/** The check that every parameter of every model passes. */
final class Positive {

    private Positive() {}

    static double require(String field, double value) {
        Require.that(
                value > 0 && value < Double.POSITIVE_INFINITY,
                field,
                "is not above 0 or not finite",
                "give a positive number");
        return value;
    }
}

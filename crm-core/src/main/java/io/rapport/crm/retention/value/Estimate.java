package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.io.Serializable;

/**
 * A fitted parameter.
 *
 * @param name as in the model's paper
 * @param value the maximum-likelihood estimate
 * @param standardError from the observed information, in the parameter's own unit
 */
public record Estimate(String name, double value, double standardError) implements Serializable {

    public Estimate {
        Require.text("name", name, 20);
        Require.that(Double.isFinite(value), "value", "is not finite", "give a number");
        Require.that(
                standardError >= 0 && standardError < Double.POSITIVE_INFINITY,
                "standardError",
                "is below 0 or not finite",
                "give a number from 0");
    }
}

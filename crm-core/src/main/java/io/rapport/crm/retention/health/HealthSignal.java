package io.rapport.crm.retention.health;

import io.rapport.crm.fault.Require;
import java.io.Serializable;

/**
 * Something that tells how a customer is doing, such as recency, open complaints or answers to surveys.
 *
 * @param code a short name of the caller's, at most 100 characters
 * @param weight how much it counts against the others, above 0
 * @param worst the figure that is worth 0 points
 * @param best the figure that is worth 100 points; below {@code worst} when less is better
 */
public record HealthSignal(String code, double weight, double worst, double best) implements Serializable {

    public HealthSignal {
        Require.text("code", code, 100);
        Require.that(Double.isFinite(weight) && weight > 0, "weight", "is not above 0", "give a finite weight above 0");
        Require.that(
                Double.isFinite(worst) && Double.isFinite(best) && worst != best,
                "worst",
                "is not another figure than the best",
                "give two different finite figures");
    }

    /** A signal that comes as points from 0 to 100. */
    public static HealthSignal points(String code, double weight) {
        return new HealthSignal(code, weight, 0, 100);
    }

    /** The points of a figure: even steps between worst and best, 0 beyond the worst and 100 beyond the best. */
    public double points(double figure) {
        Require.that(!Double.isNaN(figure), code, "is not a number", "leave out what is not known");
        return Math.max(0, Math.min(100, 100 * (figure - worst) / (best - worst)));
    }
}

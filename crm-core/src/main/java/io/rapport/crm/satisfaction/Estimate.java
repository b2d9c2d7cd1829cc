package io.rapport.crm.satisfaction;

/** A normally distributed figure: where it is centred and how far it may be off. */
record Estimate(double centre, double standardError) {

    /** The difference of two independent estimates. */
    Estimate minus(Estimate other) {
        return new Estimate(centre - other.centre, Math.hypot(standardError, other.standardError));
    }

    Estimate times(double factor) {
        return new Estimate(centre * factor, standardError * factor);
    }

    double z() {
        return centre / standardError;
    }

    /** The interval around the centre, clipped to {@code [-bound, bound]}. */
    Interval within(double bound, double confidence, IntervalMethod method) {
        double reach = Normal.halfWidth(confidence) * standardError;
        return new Interval(Math.max(-bound, centre - reach), Math.min(bound, centre + reach), confidence, method);
    }
}

package io.rapport.crm.satisfaction;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A net promoter score with what stands behind it. All figures are in points, -100 to 100; without answers they are
 * empty. Below 30 answers the score is marked {@link #lowN()}, below 5 it is to be {@link #withheld()}; the figures are
 * computed all the same.
 *
 * @param promoters answers 9 and 10
 * @param passives answers 7 and 8
 * @param detractors answers 0 to 6
 */
public record NpsScore(long promoters, long passives, long detractors) implements Serializable {

    private static final double DEFAULT_CONFIDENCE = 0.95;
    private static final double ADDED_PROMOTERS = 0.75;
    private static final double ADDED_PASSIVES = 1.5;
    private static final double ADDED_DETRACTORS = 0.75;

    public NpsScore {
        Require.that(promoters >= 0, "promoters", "is below 0", "give a count");
        Require.that(passives >= 0, "passives", "is below 0", "give a count");
        Require.that(detractors >= 0, "detractors", "is below 0", "give a count");
    }

    /** The number of answers. */
    public long n() {
        return promoters + passives + detractors;
    }

    /** The raw score: the percentage of promoters minus the percentage of detractors. */
    public OptionalDouble value() {
        return n() == 0 ? OptionalDouble.empty() : OptionalDouble.of(raw().centre());
    }

    /** The standard error of the raw score, with divisor n. */
    public OptionalDouble standardError() {
        return n() == 0 ? OptionalDouble.empty() : OptionalDouble.of(raw().standardError());
    }

    /** The 95 % adjusted Wald interval. */
    public Optional<Interval> interval() {
        return interval(DEFAULT_CONFIDENCE);
    }

    /**
     * The adjusted Wald interval (B. Rocks 2016): centred on the score after adding 0.75 promoters, 1.5 passives and
     * 0.75 detractors, not on the raw score, and clipped to {@code [-100, 100]}.
     *
     * @param confidence a share above 0 and below 1
     */
    public Optional<Interval> interval(double confidence) {
        Interval interval = adjusted().within(100, confidence, IntervalMethod.ADJUSTED_WALD);
        return n() == 0 ? Optional.empty() : Optional.of(interval);
    }

    /** {@link #comparedWith(NpsScore, double)} at 95 %. */
    public Optional<Change> comparedWith(NpsScore earlier) {
        return comparedWith(earlier, DEFAULT_CONFIDENCE);
    }

    /**
     * This score minus an earlier one from other answers, or one group's minus another's, with a two-sample z test on
     * the adjusted counts.
     *
     * @param confidence a share above 0 and below 1
     * @return empty when either side has no answers
     */
    public Optional<Change> comparedWith(NpsScore earlier, double confidence) {
        if (n() == 0 || earlier.n() == 0) {
            return Optional.empty();
        }
        double difference = raw().centre() - earlier.raw().centre();
        Estimate adjusted = adjusted().minus(earlier.adjusted());
        return Optional.of(
                Change.of(difference, adjusted, 200, confidence, IntervalMethod.ADJUSTED_WALD, ScoreUnit.POINTS));
    }

    /** Fewer than 30 answers: show the mark "low n" beside the score. */
    public boolean lowN() {
        return Sample.low(n());
    }

    /** Fewer than 5 answers: do not show the score, for it could be traced to the people who answered. */
    public boolean withheld() {
        return Sample.withheld(n());
    }

    /** The score and its figures in English. Says only that the score is withheld when it is. */
    public String explain() {
        if (withheld()) {
            return Sample.whyWithheld("NPS", n());
        }
        return "NPS " + ScoreUnit.POINTS.show(raw().centre()) + " from " + Sample.answers(n()) + ": " + promoters
                + " promoters (9 to 10), " + passives + " passives (7 to 8), " + detractors + " detractors (0 to 6); "
                + interval().map(ScoreUnit.POINTS::show).orElseThrow() + "." + Sample.mark(n());
    }

    private Estimate raw() {
        return estimate((double) promoters, (double) passives, (double) detractors);
    }

    private Estimate adjusted() {
        return estimate(promoters + ADDED_PROMOTERS, passives + ADDED_PASSIVES, detractors + ADDED_DETRACTORS);
    }

    private static Estimate estimate(double promoters, double passives, double detractors) {
        double n = promoters + passives + detractors;
        double mean = (promoters - detractors) / n;
        // The mean of squares minus the squared mean would cancel; this sum of squared deviations cannot go below 0.
        double squares = promoters * square(1 - mean) + passives * square(mean) + detractors * square(1 + mean);
        return new Estimate(mean, Math.sqrt(squares / n / n)).times(100);
    }

    private static double square(double x) {
        return x * x;
    }
}

package io.rapport.crm.satisfaction;

import com.google.common.collect.ImmutableSortedMap;
import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A customer satisfaction score with what stands behind it: the share of favourable answers among all answers, 0 to
 * 1. Without answers every figure is empty. Below 30 answers the score is marked {@link #lowN()}, below 5 it is to be
 * {@link #withheld()}; the figures are computed all the same.
 *
 * @param rule the scale, and what counts as favourable on it
 * @param answersByRating the number of answers of each rating; ratings that are left out were not given
 */
public record CsatScore(Csat rule, SortedMap<Integer, Long> answersByRating) implements Serializable {

    private static final double DEFAULT_CONFIDENCE = 0.95;

    public CsatScore {
        Require.present("rule", rule);
        TreeMap<Integer, Long> complete = new TreeMap<>();
        for (int rating = rule.lowest(); rating <= rule.highest(); rating++) {
            complete.put(rating, 0L);
        }
        for (Map.Entry<Integer, Long> entry :
                Require.present("answersByRating", answersByRating).entrySet()) {
            long answers = Require.present("answersByRating[]", entry.getValue());
            Require.that(answers >= 0, "answersByRating", "holds a number below 0", "give counts");
            complete.put(rule.onScale(entry.getKey()), answers);
        }
        answersByRating = ImmutableSortedMap.copyOfSorted(complete);
    }

    /** The number of answers. */
    public long n() {
        return answersByRating.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The number of favourable answers. */
    public long favourable() {
        return answersByRating.tailMap(rule.favourableFrom()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The share of favourable answers. */
    public OptionalDouble value() {
        return proportion().value();
    }

    /**
     * The share of answers that gave this very rating.
     *
     * @param rating on the scale of the rule
     */
    public OptionalDouble share(int rating) {
        return new Proportion(answersByRating.getOrDefault(rule.onScale(rating), 0L), n()).value();
    }

    /** Favourable answers over answers. */
    public Proportion proportion() {
        return new Proportion(favourable(), n());
    }

    /** The 95 % Wilson score interval. */
    public Optional<Interval> interval() {
        return interval(DEFAULT_CONFIDENCE);
    }

    /**
     * The Wilson score interval, inside {@code [0, 1]}.
     *
     * @param confidence a share above 0 and below 1
     */
    public Optional<Interval> interval(double confidence) {
        return proportion().interval(confidence);
    }

    /** {@link #comparedWith(CsatScore, double)} at 95 %. */
    public Optional<Change> comparedWith(CsatScore earlier) {
        return comparedWith(earlier, DEFAULT_CONFIDENCE);
    }

    /**
     * This score minus an earlier one from other answers, or one group's minus another's, with the Agresti-Caffo
     * interval and its z test. Scores under different rules are not comparable and refused.
     *
     * @param confidence a share above 0 and below 1
     * @return empty when either side has no answers
     */
    public Optional<Change> comparedWith(CsatScore earlier, double confidence) {
        Require.that(
                rule.equals(earlier.rule),
                "earlier",
                "was scored on another scale or from another favourable rating",
                "compare scores of one rule");
        return proportion().comparedWith(earlier.proportion(), confidence);
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
            return Sample.whyWithheld("CSAT", n());
        }
        return "CSAT " + ScoreUnit.SHARE.show(value().orElseThrow()) + ": " + favourable() + " of "
                + Sample.answers(n()) + " were " + rule.favourableFrom() + " or higher on a scale from "
                + rule.lowest() + " to " + rule.highest() + "; "
                + interval().map(ScoreUnit.SHARE::show).orElseThrow() + "." + Sample.mark(n());
    }
}

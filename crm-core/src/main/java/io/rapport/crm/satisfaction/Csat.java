package io.rapport.crm.satisfaction;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.stream.Collector;

/**
 * The rule by which answers become a customer satisfaction score: the scale of the question, and the rating from
 * which an answer counts as favourable. Both must be chosen; there is no default.
 *
 * <pre>{@code
 * Csat csat = Csat.favourableFrom(4).outOf(5);
 * CsatScore score = ratings.stream().collect(csat.collector());
 * }</pre>
 *
 * @param lowest the lowest rating of the scale
 * @param highest the highest rating of the scale, at most 1000 above the lowest
 * @param favourableFrom the lowest favourable rating, above {@code lowest} and at most {@code highest}
 */
public record Csat(int lowest, int highest, int favourableFrom) implements Serializable {

    private static final int WIDEST = 1000;

    public Csat {
        Require.that(
                highest > lowest && (long) highest - lowest <= WIDEST,
                "highest",
                "is " + highest + " on a scale from " + lowest,
                "give a scale of 2 to " + (WIDEST + 1) + " ratings");
        Require.that(
                favourableFrom > lowest && favourableFrom <= highest,
                "favourableFrom",
                "is " + favourableFrom,
                "give a rating above " + lowest + " and at most " + highest);
    }

    /** The first half of the rule: the lowest rating that counts as favourable. */
    public static FavourableFrom favourableFrom(int rating) {
        return new FavourableFrom(rating);
    }

    /**
     * A rule that still lacks its scale.
     *
     * @param rating the lowest favourable rating
     */
    public record FavourableFrom(int rating) {

        /** On a scale from 1 to the given rating. */
        public Csat outOf(int highest) {
            return onScale(1, highest);
        }

        /** On a scale with the given ends, both of which can be answered. */
        public Csat onScale(int lowest, int highest) {
            return new Csat(lowest, highest, rating);
        }
    }

    /** Empty counts under this rule. */
    public CsatCounts counts() {
        return new CsatCounts(this);
    }

    /**
     * Collects ratings, also in parallel. A rating outside the scale, or a missing one, is an {@link
     * io.rapport.crm.fault.InvalidInputException}: a skipped question is not an answer, leave it out before.
     */
    public Collector<Integer, ?, CsatScore> collector() {
        return Collector.of(
                this::counts,
                (counts, rating) -> counts.add(Require.present("rating", rating)),
                CsatCounts::merge,
                CsatCounts::result,
                Collector.Characteristics.UNORDERED);
    }

    /** The given rating, or a refusal that names the scale. */
    int onScale(int rating) {
        return Require.between("rating", rating, lowest, highest);
    }

    boolean favours(int rating) {
        return rating >= favourableFrom;
    }
}

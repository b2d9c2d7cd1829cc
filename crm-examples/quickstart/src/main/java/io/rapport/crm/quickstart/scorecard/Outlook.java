package io.rapport.crm.quickstart.scorecard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.joda.money.Money;

/**
 * What the orders say of who will come back, who is worth what, and whom to call. Immutable.
 *
 * @param rfm of the orders in the currency that most customers use
 * @param values of the same orders
 * @param risk of the same orders
 */
public record Outlook(Comeback comeback, Rfm rfm, Values values, Risk risk) {

    /** That of a shop without orders. */
    public static final Outlook NONE = new Outlook(
            new Comeback(0, 0, List.of(), OptionalInt.empty(), List.of()),
            new Rfm(List.of(), List.of()),
            new Values(0, Optional.empty(), List.of(), List.of()),
            new Risk(Share.UNDEFINED, 0, List.of()));

    /**
     * The time from a customer's first day of purchase to the second, by Kaplan and Meier: who has not come back by the
     * end of the data is counted as watched until then, and not as lost.
     *
     * @param cameBack those of the customers who were seen to come back
     * @param curve those who have not come back by a day, from day 0 on
     * @param median the day by which half of them have come back; empty where it never comes that far
     * @param landmarks those who have come back by some days that people ask for
     */
    public record Comeback(
            long customers, long cameBack, List<Point> curve, OptionalInt median, List<Point> landmarks) {

        public Comeback {
            curve = List.copyOf(curve);
            landmarks = List.copyOf(landmarks);
        }

        public boolean isEmpty() {
            return customers == 0;
        }
    }

    /** A share, so many days after the first purchase, with its 95 % confidence interval. */
    public record Point(int day, double share, double low, double high) {}

    /**
     * Customers by the scores of recency and frequency.
     *
     * @param counts a list for each recency score from 1 on, with a count for each frequency score from 1 on
     */
    public record Rfm(List<List<Long>> counts, List<Segment> segments) {

        public Rfm {
            counts = counts.stream().map(List::copyOf).toList();
            segments = List.copyOf(segments);
        }

        public boolean isEmpty() {
            return counts.isEmpty();
        }

        public long most() {
            return counts.stream()
                    .flatMap(List::stream)
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0);
        }
    }

    /** Customers who are spoken of by one name, and what they have spent. */
    public record Segment(String name, long customers, Money spent) {}

    /**
     * What each customer is expected to spend in the year ahead.
     *
     * @param customers of whom it was asked
     * @param expected the sum of all; empty where the orders cannot tell
     * @param bins how many are expected to spend how much, from little to much
     * @param notes on how it was found, or why it cannot be
     */
    public record Values(long customers, Optional<Money> expected, List<Bin> bins, List<String> notes) {

        public Values {
            bins = List.copyOf(bins);
            notes = List.copyOf(notes);
        }

        public boolean isEmpty() {
            return customers == 0;
        }
    }

    /** So many customers are expected to spend an amount within bounds, such as {@code 10 to 20}. */
    public record Bin(String bounds, long customers) {}

    /**
     * Who may be leaving.
     *
     * @param atRisk those with any sign of it, of all customers
     * @param days how long "lately" is
     * @param worst those of them who have spent most, in that order
     */
    public record Risk(Share atRisk, int days, List<AtRisk> worst) {

        public Risk {
            worst = List.copyOf(worst);
        }

        public boolean isEmpty() {
            return atRisk.of() == 0;
        }
    }

    /**
     * One customer who may be leaving, without a name.
     *
     * @param id the shop's own key, or the library's id where the shop's is an address
     * @param daysAway since the last purchase
     * @param usualDays between two purchases, as a rule
     * @param reasons in figures
     */
    public record AtRisk(String id, int daysAway, OptionalDouble usualDays, Money spent, List<String> reasons) {

        public AtRisk {
            reasons = List.copyOf(reasons);
        }
    }
}

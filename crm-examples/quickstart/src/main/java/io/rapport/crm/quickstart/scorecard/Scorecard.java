package io.rapport.crm.quickstart.scorecard;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * The figures of a shop, as plain values that a reader of the shop can follow. Immutable.
 *
 * @param title what the figures are about, for example the name of the folder
 * @param span what time they cover
 */
public record Scorecard(
        String title,
        Span span,
        Customers customers,
        Interactions interactions,
        Tickets tickets,
        Points points,
        Satisfaction satisfaction,
        Purchases purchases,
        Retention retention,
        Cohorts cohorts,
        Outlook outlook) {

    /** The days of the first and the last order, both included, as they begin in {@code zone}. Empty without orders. */
    public record Span(Optional<LocalDate> firstDay, Optional<LocalDate> lastDay, ZoneId zone) {}

    /** How many there are, and how many of them are members of the loyalty programme. */
    public record Customers(long total, long loyaltyMembers) {

        public boolean isEmpty() {
            return total == 0;
        }
    }

    /** How many contacts there were of each kind. */
    public record Interactions(List<Count> counts) {

        /** So many contacts of one purpose and initiative, for example {@code SERVICE} and {@code REACTIVE}. */
        public record Count(String purpose, String initiative, long count) {}

        public Interactions {
            counts = List.copyOf(counts);
        }

        public long total() {
            return counts.stream().mapToLong(Count::count).sum();
        }

        public boolean isEmpty() {
            return total() == 0;
        }

        /** The purposes in the order of their first mention. */
        public List<String> purposes() {
            return counts.stream().map(Count::purpose).distinct().toList();
        }

        /** The initiatives in the order of their first mention. */
        public List<String> initiatives() {
            return counts.stream().map(Count::initiative).distinct().toList();
        }

        public long count(String purpose, String initiative) {
            return counts.stream()
                    .filter(each ->
                            each.purpose().equals(purpose) && each.initiative().equals(initiative))
                    .mapToLong(Count::count)
                    .sum();
        }
    }

    /**
     * The support requests.
     *
     * @param byState each state with its number of tickets, in the order in which they are to be shown
     * @param complaints those of them that are complaints
     * @param firstResponse tickets answered within the target, of those that were answered or whose target has passed
     * @param target within which a first response is due, in elapsed time
     */
    public record Tickets(List<State> byState, Share complaints, Share firstResponse, Duration target) {

        /** So many tickets are in one state. */
        public record State(String name, long count) {}

        public Tickets {
            byState = List.copyOf(byState);
        }

        public long total() {
            return byState.stream().mapToLong(State::count).sum();
        }

        public boolean isEmpty() {
            return total() == 0;
        }
    }

    /** Loyalty points: all that were earned and redeemed, and what customers still hold. */
    public record Points(long earned, long redeemed, long outstanding) {

        public boolean isEmpty() {
            return earned == 0 && redeemed == 0 && outstanding == 0;
        }
    }

    /** The surveys: customer satisfaction as a share from 0 to 1, recommendation as a score from -100 to 100. */
    public record Satisfaction(Score csat, Score nps) {

        public boolean isEmpty() {
            return csat.answers() == 0 && nps.answers() == 0;
        }
    }

    /** A score, or none although there are answers when they are too few to be shown without naming who gave them. */
    public record Score(Optional<Estimate> estimate, long answers) {}

    /**
     * What was bought.
     *
     * @param revenue in each currency
     * @param repeatByDays customers who bought on two or more days, of all who bought
     * @param repeatByOrders customers with two or more orders, of all who bought
     */
    public record Purchases(long orders, List<Money> revenue, Share repeatByDays, Share repeatByOrders) {

        public Purchases {
            revenue = List.copyOf(revenue);
        }

        public boolean isEmpty() {
            return orders == 0;
        }

        public long buyers() {
            return repeatByDays.of();
        }
    }

    /** Who came back, by month and by quarter, in the order of time. */
    public record Retention(List<Period> months, List<Period> quarters) {

        public Retention {
            months = List.copyOf(months);
            quarters = List.copyOf(quarters);
        }

        public boolean isEmpty() {
            return months.isEmpty() && quarters.isEmpty();
        }

        /** The last of the periods that is complete and has a period before it. */
        public static Optional<Period> latestComplete(List<Period> periods) {
            return periods.stream()
                    .filter(Period::complete)
                    .filter(period -> period.retained().of() > 0)
                    .reduce((earlier, later) -> later);
        }
    }

    /**
     * One period of the customer life cycle.
     *
     * @param label for example {@code 1997-Q3}
     * @param complete whether the data cover all of it
     * @param active customers who bought in it
     * @param retained of those who bought in the period before; what is left over is churn
     * @param newcomers who bought for the first time ever
     * @param reactivated who had bought before, but not in the period before
     */
    public record Period(
            String label, boolean complete, long active, Share retained, long newcomers, long reactivated) {}

    /**
     * Customers by the period of their first purchase, and how many of them bought in each period after it.
     *
     * @param unit the name of a period, for example {@code month}
     * @param cohorts in the order of time
     * @param averages by distance, over complete cells only, weighted by the size of the cohorts
     */
    public record Cohorts(String unit, List<Cohort> cohorts, List<Share> averages) {

        public Cohorts {
            cohorts = List.copyOf(cohorts);
            averages = List.copyOf(averages);
        }

        public boolean isEmpty() {
            return cohorts.isEmpty();
        }

        /** The number of periods after the first that the longest row has. */
        public int width() {
            return cohorts.stream()
                    .mapToInt(cohort -> cohort.cells().size())
                    .max()
                    .orElse(0);
        }
    }

    /** Those who first bought in one period; {@code cells} begin with the period after it. */
    public record Cohort(String label, long size, List<Cell> cells) {

        public Cohort {
            cells = List.copyOf(cells);
        }
    }

    /** The part of a cohort that was active; {@code complete} when the data cover the whole period. */
    public record Cell(Share active, boolean complete) {}
}

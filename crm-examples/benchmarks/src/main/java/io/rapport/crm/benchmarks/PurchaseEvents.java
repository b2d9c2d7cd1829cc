package io.rapport.crm.benchmarks;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Purchases in plain arrays, as a driver hands them over, in random order. Customers come to know the shop at any time of
 * three years, buy at a rate of their own and one day leave (the BG/NBD process, with r = 0.8, a = 0.8 and b = 12); a few
 * buy very often and most only some times. Some days hold two purchases. The same every time.
 */
final class PurchaseEvents {

    static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 1);
    static final LocalDate END = LocalDate.of(2025, 1, 1);

    private static final double SHAPE = 0.8;
    private static final double LEAVING_A = 0.8;
    private static final double LEAVING_B = 12;
    private static final double MEAN_DAYS = 22;
    private static final int MEAN_CENTS = 4_000;

    final int[] customers;
    final long[] idHighs;
    final long[] idLows;
    final int[] days;
    final int[] cents;

    private final SplittableRandom random = new SplittableRandom(20240229);
    private int size;

    PurchaseEvents(int customerCount, int eventCount) {
        customers = new int[eventCount];
        days = new int[eventCount];
        cents = new int[eventCount];
        idHighs = new long[eventCount];
        idLows = new long[eventCount];
        for (int customer = 0; customer < customerCount; customer++) {
            buy(customer, eventCount - (customerCount - 1 - customer));
        }
        int distinct = size;
        while (size < eventCount) {
            int again = random.nextInt(distinct);
            add(customers[again], days[again]);
        }
        shuffle();
        giveIds(customerCount);
    }

    /** The purchases of one customer, as long as the others still find room. */
    private void buy(int customer, int room) {
        int end = (int) END.toEpochDay();
        int day = (int) FIRST_DAY.toEpochDay() + random.nextInt(end - (int) FIRST_DAY.toEpochDay());
        add(customer, day);
        double meanDays = MEAN_DAYS * SHAPE / Gamma.draw(random, SHAPE);
        double stays = Gamma.draw(random, LEAVING_B);
        double leaving = 1 - stays / (stays + Gamma.draw(random, LEAVING_A));
        while (size < room && random.nextDouble() >= leaving) {
            double wait = Math.min(end, 1 - meanDays * Math.log(1 - random.nextDouble()));
            day += (int) wait;
            if (day >= end) {
                break;
            }
            add(customer, day);
        }
    }

    private void add(int customer, int day) {
        customers[size] = customer;
        days[size] = day;
        cents[size] = 1 + (int) (-MEAN_CENTS * Math.log(1 - random.nextDouble()));
        size++;
    }

    private void shuffle() {
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            swap(customers, i, j);
            swap(days, i, j);
            swap(cents, i, j);
        }
    }

    private static void swap(int[] values, int i, int j) {
        int value = values[i];
        values[i] = values[j];
        values[j] = value;
    }

    private void giveIds(int customerCount) {
        long[] highs = random.longs(customerCount).toArray();
        long[] lows = random.longs(customerCount).toArray();
        for (int i = 0; i < size; i++) {
            idHighs[i] = highs[customers[i]];
            idLows[i] = lows[customers[i]];
        }
    }

    int size() {
        return size;
    }

    UUID id(int event) {
        return new UUID(idHighs[event], idLows[event]);
    }
}

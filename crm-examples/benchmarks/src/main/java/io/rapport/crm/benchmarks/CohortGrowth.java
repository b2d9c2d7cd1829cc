package io.rapport.crm.benchmarks;

import io.rapport.crm.retention.ActivityDays;
import io.rapport.crm.retention.CalendarUnit;
import io.rapport.crm.retention.CohortClock;
import io.rapport.crm.retention.CohortTable;
import io.rapport.crm.retention.Cohorts;
import io.rapport.crm.retention.DataEnd;
import io.rapport.crm.retention.Matching;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a monthly cohort table costs from 1, 3 and 10 million events in random order, ten of each customer, on one core:
 * from adding the first event to the table, by ids that are ints and ids that are UUIDs; next to it what it takes only
 * to add the events to a {@code HashMap} of {@code TreeSet}s, as one would without a library. The best of some rounds.
 */
public final class CohortGrowth {

    private static final int EVENTS_OF_CUSTOMER = 10;
    private static final int DAYS = 730;
    private static final int FIRST_DAY = (int) LocalDate.of(2024, 1, 1).toEpochDay();
    private static final DataEnd END = DataEnd.before(LocalDate.ofEpochDay(FIRST_DAY + DAYS));
    private static final int ROUNDS = 5;

    private CohortGrowth() {}

    /** Prints a line for each size; the argument, if any, is how many events there are at most. */
    public static void main(String[] args) {
        int most = args.length == 0 ? 10_000_000 : Integer.parseInt(args[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Events small = new Events(300_000);
        for (int i = 0; i < 3; i++) {
            small.table(small.byNumber());
            small.table(small.byUuid());
        }
        double[] smallest = new double[2];
        for (int events : new int[] {1_000_000, 3_000_000, 10_000_000}) {
            if (events <= most) {
                report(new Events(events), smallest, out);
            }
        }
    }

    private static void report(Events events, double[] smallest, PrintStream out) {
        Timed<CohortTable> ints = best(() -> events.table(events.byNumber()));
        Timed<CohortTable> uuids = best(() -> events.table(events.byUuid()));
        Timed<Integer> map = timed(() -> events.inHashMap().size());
        if (ints.result().rows().stream().mapToLong(row -> row.size()).sum() != map.result()
                || uuids.result().rows().size() != ints.result().rows().size()) {
            throw new IllegalStateException("the tables differ");
        }
        if (smallest[0] == 0) {
            smallest[0] = ints.seconds();
            smallest[1] = uuids.seconds();
        }
        out.println(String.format(
                Locale.ROOT,
                "%,11d events: cohort table by int %.2f s (%.1f times that of 1 million), by UUID %.2f s (%.1f times);"
                        + " adding to a HashMap alone %.2f s (%.1f and %.1f times as long)",
                events.size(),
                ints.seconds(),
                ints.seconds() / smallest[0],
                uuids.seconds(),
                uuids.seconds() / smallest[1],
                map.seconds(),
                map.seconds() / ints.seconds(),
                map.seconds() / uuids.seconds()));
    }

    private static <T> Timed<T> best(Supplier<T> work) {
        Timed<T> best = timed(work);
        for (int i = 1; i < ROUNDS; i++) {
            Timed<T> next = timed(work);
            best = next.seconds() < best.seconds() ? next : best;
        }
        return best;
    }

    private static <T> Timed<T> timed(Supplier<T> work) {
        System.gc();
        long start = System.nanoTime();
        T result = work.get();
        return new Timed<>(result, (System.nanoTime() - start) / 1e9);
    }

    /** What came of some work, and how long it took. */
    private record Timed<T>(T result, double seconds) {}

    /** Events in plain arrays, as a driver hands them over; ids in two halves, so that looking one up costs nothing. */
    private static final class Events {

        private final int[] customers;
        private final long[] idHighs;
        private final long[] idLows;
        private final int[] days;

        Events(int size) {
            SplittableRandom random = new SplittableRandom(42);
            long[] highs = random.longs(size / EVENTS_OF_CUSTOMER).toArray();
            long[] lows = random.longs(highs.length).toArray();
            idHighs = new long[size];
            idLows = new long[size];
            customers = new int[size];
            days = new int[size];
            for (int i = 0; i < size; i++) {
                customers[i] = random.nextInt(highs.length);
                idHighs[i] = highs[customers[i]];
                idLows[i] = lows[customers[i]];
                days[i] = FIRST_DAY + random.nextInt(DAYS);
            }
        }

        int size() {
            return customers.length;
        }

        private UUID id(int event) {
            return new UUID(idHighs[event], idLows[event]);
        }

        ActivityDays byNumber() {
            ActivityDays activity = ActivityDays.in(ZoneOffset.UTC);
            for (int i = 0; i < customers.length; i++) {
                activity.addDay(customers[i], days[i]);
            }
            return activity;
        }

        ActivityDays byUuid() {
            ActivityDays activity = ActivityDays.in(ZoneOffset.UTC);
            for (int i = 0; i < customers.length; i++) {
                activity.addDay(id(i), days[i]);
            }
            return activity;
        }

        CohortTable table(ActivityDays activity) {
            return Cohorts.on(CohortClock.calendar(CalendarUnit.MONTH))
                    .matching(Matching.on())
                    .of(activity, END);
        }

        Map<UUID, Set<Integer>> inHashMap() {
            Map<UUID, Set<Integer>> map = new HashMap<>();
            for (int i = 0; i < customers.length; i++) {
                map.computeIfAbsent(id(i), absent -> new TreeSet<>()).add(days[i]);
            }
            return map;
        }
    }
}

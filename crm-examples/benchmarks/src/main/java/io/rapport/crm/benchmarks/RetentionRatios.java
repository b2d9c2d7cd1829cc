package io.rapport.crm.benchmarks;

import io.rapport.crm.retention.ActivityDays;
import io.rapport.crm.retention.CalendarUnit;
import io.rapport.crm.retention.CohortClock;
import io.rapport.crm.retention.CohortRow;
import io.rapport.crm.retention.CohortTable;
import io.rapport.crm.retention.Cohorts;
import io.rapport.crm.retention.DataEnd;
import io.rapport.crm.retention.Matching;
import io.rapport.crm.retention.RevenueDays;
import io.rapport.crm.retention.rfm.Frequency;
import io.rapport.crm.retention.rfm.Monetary;
import io.rapport.crm.retention.rfm.RfmScoring;
import io.rapport.crm.retention.rfm.RfmTable;
import io.rapport.crm.retention.rfm.RfmValues;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;

/**
 * The same questions about the same {@link PurchaseEvents}, 10,000,000 of 1,000,000 customers, to the library and to
 * DuckDB in the same process, one after the other in turns; results are compared for equality, every cell of the cohort
 * tables and every customer's scores.
 *
 * <p>Timed is, for both, from the raw rows of events to the finished table: for the library from arrays of numbers (or of
 * the halves of UUIDs), days and cents, through its accumulators; for DuckDB from tables that it holds in memory, by the
 * best of some forms of SQL. Loading DuckDB's tables is not timed. DuckDB has as many threads as there are cores, the
 * library is given as many by this host: each fills an accumulator with a slice of the events, the accumulators are merged,
 * and each counts a share of the customers. RFM scores are computed on one thread after filling. The best of
 * some rounds counts for both sides; next to the ratio of times stands that of CPU times, which other work on the machine
 * disturbs less. Run with {@code -Xms4g -Xmx4g}, so that the collector does not work meanwhile; DuckDB takes some 2 GB of
 * its own.
 */
public final class RetentionRatios {

    private static final int ROUNDS = 7;
    private static final int EVENTS_OF_CUSTOMER = 10;
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final DataEnd END = DataEnd.before(PurchaseEvents.END);
    private static final Cohorts MONTHLY =
            Cohorts.on(CohortClock.calendar(CalendarUnit.MONTH)).matching(Matching.on());

    private final PurchaseEvents events;
    private final DuckDbRetention duckDb;
    private final PrintStream out;

    private RetentionRatios(PurchaseEvents events, DuckDbRetention duckDb, PrintStream out) {
        this.events = events;
        this.duckDb = duckDb;
        this.out = out;
    }

    /** Prints a line for each question; the argument, if any, is how many events there are. */
    public static void main(String[] args) throws SQLException {
        int size = args.length == 0 ? 10_000_000 : Integer.parseInt(args[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PurchaseEvents events = new PurchaseEvents(size / EVENTS_OF_CUSTOMER, size);
        try (DuckDbRetention duckDb = new DuckDbRetention(events)) {
            RetentionRatios ratios = new RetentionRatios(events, duckDb, out);
            ratios.cohorts("Cohort table, int ids", false);
            ratios.cohorts("Cohort table, UUID ids", true);
            ratios.scores();
        }
    }

    private void cohorts(String what, boolean byUuid) {
        IntFunction<ActivityDays> filled = byUuid ? this::byUuid : this::byNumber;
        Map<String, String> forms = DuckDbRetention.cohortForms(byUuid);
        Best<CohortTable> library = new Best<>("library");
        List<Best<List<List<Long>>>> others = new ArrayList<>();
        forms.forEach((name, form) -> others.add(new Best<>(name)));
        for (int round = 0; round < ROUNDS; round++) {
            library.take(() -> table(filled));
            int next = 0;
            for (String form : forms.values()) {
                others.get(next++).take(() -> duckDb.cells(form));
            }
        }
        for (Best<List<List<Long>>> other : others) {
            requireEqual(cells(library.result()), sorted(other.result()));
        }
        report(what, library, others);
    }

    private CohortTable table(IntFunction<ActivityDays> filled) {
        ActivityDays activity = IntStream.range(0, CORES)
                .parallel()
                .mapToObj(filled)
                .reduce(ActivityDays::merge)
                .orElseThrow();
        return activity.split(CORES).parallelStream()
                .map(share -> MONTHLY.of(share, END))
                .reduce(CohortTable::merge)
                .orElseThrow();
    }

    private ActivityDays byNumber(int slice) {
        ActivityDays activity = ActivityDays.in(ZoneOffset.UTC);
        for (int i = start(slice); i < start(slice + 1); i++) {
            activity.addDay(events.customers[i], events.days[i]);
        }
        return activity;
    }

    private ActivityDays byUuid(int slice) {
        ActivityDays activity = ActivityDays.in(ZoneOffset.UTC);
        for (int i = start(slice); i < start(slice + 1); i++) {
            activity.addDay(events.id(i), events.days[i]);
        }
        return activity;
    }

    private RevenueDays revenue(int slice) {
        RevenueDays revenue = RevenueDays.in(ZoneOffset.UTC, CurrencyUnit.EUR);
        for (int i = start(slice); i < start(slice + 1); i++) {
            revenue.addDay(events.customers[i], events.days[i], events.cents[i]);
        }
        return revenue;
    }

    private int start(int slice) {
        return (int) ((long) events.size() * slice / CORES);
    }

    private void scores() throws SQLException {
        Map<String, String> forms = DuckDbRetention.scoreForms();
        Best<RfmTable> library = new Best<>("library");
        List<Best<Boolean>> others = new ArrayList<>();
        forms.forEach((name, form) -> others.add(new Best<>(name)));
        for (int round = 0; round < ROUNDS; round++) {
            library.take(this::scored);
            int next = 0;
            for (String form : forms.values()) {
                others.get(next++).take(() -> duckDb.execute(form));
            }
        }
        int[] expected = duckDb.scores(library.result().size());
        library.result().stream()
                .forEach(customer -> requireEqual(
                        expected[(int) customer.customer().getLeastSignificantBits()],
                        Integer.parseInt(customer.score().code())));
        report("RFM scores", library, others);
    }

    private RfmTable scored() {
        RevenueDays revenue = IntStream.range(0, CORES)
                .parallel()
                .mapToObj(this::revenue)
                .reduce(RevenueDays::merge)
                .orElseThrow();
        return RfmScoring.valueCuts(5)
                .of(RfmValues.of(revenue, PurchaseEvents.END.minusDays(1), Frequency.PURCHASE_DAYS, Monetary.SUM));
    }

    private static List<List<Long>> cells(CohortTable table) {
        List<List<Long>> cells = new ArrayList<>();
        for (CohortRow row : table.rows()) {
            long month =
                    row.cohort().start().getYear() * 12L + row.cohort().start().getMonthValue();
            for (int window = 0; window < row.cells().size(); window++) {
                if (row.cells().get(window).retained() > 0) {
                    cells.add(List.of(
                            month, (long) window, row.cells().get(window).retained()));
                }
            }
        }
        return sorted(cells);
    }

    private static List<List<Long>> sorted(List<List<Long>> cells) {
        return cells.stream()
                .sorted(Comparator.<List<Long>, Long>comparing(cell -> cell.get(0))
                        .thenComparing(cell -> cell.get(1)))
                .toList();
    }

    private static void requireEqual(Object one, Object other) {
        if (!one.equals(other)) {
            throw new IllegalStateException("the results differ: " + one + " and " + other);
        }
    }

    private <T> void report(String what, Best<?> library, List<Best<T>> others) {
        Best<T> best =
                others.stream().min(Comparator.comparingDouble(Best::seconds)).orElseThrow();
        out.println(String.format(
                Locale.ROOT,
                "%s of %,d events: library %.3f s, DuckDB %.3f s (%s), %.2f times; CPU %.2f s and %.2f s, %.2f times."
                        + " Results are equal.",
                what,
                events.size(),
                library.seconds(),
                best.seconds(),
                best.name(),
                best.seconds() / library.seconds(),
                library.cpuSeconds(),
                best.cpuSeconds(),
                best.cpuSeconds() / library.cpuSeconds()));
        others.forEach(other -> out.println(String.format(
                Locale.ROOT, "    %s: %.3f s, CPU %.2f s", other.name(), other.seconds(), other.cpuSeconds())));
    }
}

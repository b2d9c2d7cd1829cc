package io.rapport.crm.benchmarks;

import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.BusinessCalendarBuilder;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.calendar.Hours;
import io.rapport.crm.calendar.WeeklyHours;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Adding and measuring business time: the calendar's tables against a walk through the days. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BusinessTimeBenchmark {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration SHORT = Duration.ofHours(10);
    private static final Duration LONG = Duration.ofHours(10_000);
    private static final Set<MonthDay> HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

    private Instant from;
    private Instant yearLater;
    private Instant decadesLater;
    private BusinessCalendar calendar;
    private DayWalker walker;

    /** Builds both, and refuses to compare them if they disagree. */
    @Setup
    public void prepare() {
        from = Instant.parse("1996-02-29T10:15:30Z");
        yearLater = Instant.parse("1997-03-03T13:00:00Z");
        decadesLater = Instant.parse("2026-03-03T13:00:00Z");
        calendar = newCalendar();
        walker = new DayWalker(BERLIN, HOLIDAYS);
        agree(calendar.add(from, SHORT), walker.add(from, SHORT));
        agree(calendar.add(from, LONG), walker.add(from, LONG));
        agree(calendar.between(from, yearLater), walker.between(from, yearLater));
        agree(calendar.between(from, decadesLater), walker.between(from, decadesLater));
    }

    @Benchmark
    public Instant add10HoursByCalendar() {
        return calendar.add(from, SHORT);
    }

    @Benchmark
    public Instant add10HoursByWalking() {
        return walker.add(from, SHORT);
    }

    @Benchmark
    public Instant add10000HoursByCalendar() {
        return calendar.add(from, LONG);
    }

    @Benchmark
    public Instant add10000HoursByWalking() {
        return walker.add(from, LONG);
    }

    @Benchmark
    public Duration between1YearByCalendar() {
        return calendar.between(from, yearLater);
    }

    @Benchmark
    public Duration between1YearByWalking() {
        return walker.between(from, yearLater);
    }

    @Benchmark
    public Duration between30YearsByCalendar() {
        return calendar.between(from, decadesLater);
    }

    @Benchmark
    public Duration between30YearsByWalking() {
        return walker.between(from, decadesLater);
    }

    /** What the first question costs: the calendar is built and computes the years that 10,000 hours take. */
    @Benchmark
    public Instant firstAdd10000HoursByCalendar() {
        return newCalendar().add(from, LONG);
    }

    private static BusinessCalendar newCalendar() {
        BusinessCalendarBuilder builder = BusinessCalendar.builder(CalendarId.of("office"), BERLIN)
                .weekly(WeeklyHours.weekdays(Hours.of("09:00", "17:00")));
        HOLIDAYS.forEach(builder::annualHoliday);
        return builder.build();
    }

    private static void agree(Object one, Object other) {
        if (!one.equals(other)) {
            throw new IllegalStateException("the calendar says " + one + ", the walk says " + other);
        }
    }
}

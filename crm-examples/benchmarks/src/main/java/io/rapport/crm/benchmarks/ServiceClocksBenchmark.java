package io.rapport.crm.benchmarks;

import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.calendar.Hours;
import io.rapport.crm.calendar.WeeklyHours;
import io.rapport.crm.ticket.sla.Agreement;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.Moment;
import io.rapport.crm.ticket.sla.ServiceClocks;
import io.rapport.crm.ticket.sla.ServiceLevel;
import io.rapport.crm.ticket.sla.ServiceLevelId;
import io.rapport.crm.ticket.sla.Target;
import io.rapport.crm.ticket.sla.Timeline;
import io.rapport.crm.ticket.sla.Wait;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Computing all clocks of a ticket from its history, with explanations: messages to and fro, and waits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ServiceClocksBenchmark {

    private static final Instant OPENED = Instant.parse("2026-03-02T08:00:00Z");

    @Param({"10", "50", "250"})
    private int events;

    private Timeline timeline;
    private List<Agreement> agreements;
    private Instant asOf;

    @Setup
    public void open() {
        BusinessCalendar office = BusinessCalendar.builder(CalendarId.of("office"), ZoneId.of("Europe/Zagreb"))
                .weekly(WeeklyHours.weekdays(Hours.of("09:00", "12:00"), Hours.of("13:00", "17:00")))
                .build();
        ServiceLevel level = ServiceLevel.version(ServiceLevelId.of("gold"), 1)
                .promise(Metric.FIRST_RESPONSE, Target.of(Duration.ofHours(1)))
                .promise(Metric.NEXT_RESPONSE, Target.of(Duration.ofHours(4)))
                .promise(Metric.RESOLUTION, Target.of(Duration.ofHours(400)))
                .pausing(Metric.RESOLUTION, Wait.THIRD_PARTY);
        List<Moment> moments = new ArrayList<>();
        moments.add(Moment.of(Moment.Kind.CREATED, OPENED));
        for (int i = 1; i < events; i++) {
            moments.add(moment(i, OPENED.plus(Duration.ofHours(i))));
        }
        timeline = new Timeline(moments);
        agreements = List.of(Agreement.atCreation(OPENED, level, office));
        asOf = OPENED.plus(Duration.ofHours(events + 1L));
    }

    @Benchmark
    public ServiceClocks clocks() {
        return ServiceClocks.of(timeline, agreements, asOf);
    }

    private static Moment moment(int number, Instant at) {
        return switch (number % 5) {
            case 1 -> Moment.of(Moment.Kind.PUBLIC_RESPONSE, at);
            case 2 -> Moment.parked(Wait.CUSTOMER, at);
            case 3 -> Moment.of(Moment.Kind.CUSTOMER_MESSAGE, at);
            case 4 -> Moment.parked(Wait.THIRD_PARTY, at);
            default -> Moment.of(Moment.Kind.RESUMED, at);
        };
    }
}

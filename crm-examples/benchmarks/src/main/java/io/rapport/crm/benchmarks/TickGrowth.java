package io.rapport.crm.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.Crm;
import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.calendar.WeeklyHours;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.IdGenerator;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.jdbc.CrmSchema;
import io.rapport.crm.jdbc.JdbcCrmStore;
import io.rapport.crm.store.CrmStore;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.ServicePolicy;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketRepository;
import io.rapport.crm.ticket.TicketWatch;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.Target;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a tick costs when 100 tickets have to be looked at, among 1,000, 10,000 and 100,000 open ones, on H2 in memory;
 * next to it what it costs to read all open tickets, as a scheduler without an index on what is due does.
 */
public final class TickGrowth {

    private static final int DUE = 100;
    private static final int ROUNDS = 31;
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final CalendarId ALWAYS = CalendarId.of("always");

    private TickGrowth() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        double smallest = 0;
        for (int open : new int[] {1_000, 10_000, 100_000}) {
            try (HikariDataSource dataSource = h2()) {
                double tick = new Desk(dataSource, open).tickMillis();
                double all = new Desk(dataSource).readAllMillis();
                smallest = smallest == 0 ? tick : smallest;
                out.println(String.format(
                        Locale.ROOT,
                        "%,7d open, %d due: tick %6.2f ms (%.2f times that of 1,000), reading all open %,8.1f ms",
                        open,
                        DUE,
                        tick,
                        tick / smallest,
                        all));
            }
        }
    }

    private static HikariDataSource h2() {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        settings.setUsername("sa");
        HikariDataSource dataSource = new HikariDataSource(settings);
        CrmSchema.migrate(dataSource);
        return dataSource;
    }

    /** A help desk with so many open tickets. */
    private static final class Desk {

        private final CrmStore store;
        private final Crm crm;

        Desk(HikariDataSource dataSource) {
            store = JdbcCrmStore.on(dataSource);
            crm = Crm.builder()
                    .store(store)
                    .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                    .build();
        }

        Desk(HikariDataSource dataSource, int open) {
            this(dataSource);
            Actor host = Actor.of("host");
            crm.calendars()
                    .define(
                            BusinessCalendar.builder(ALWAYS, ZoneOffset.UTC)
                                    .weekly(WeeklyHours.roundTheClock())
                                    .build(),
                            host);
            crm.servicePolicies()
                    .define(
                            ServicePolicy.builder("all", ALWAYS)
                                    .promise(Metric.RESOLUTION, Target.of(Duration.ofHours(100)))
                                    .build(),
                            host);
            CustomerId ann =
                    crm.customers().register(RegisterCustomer.person("Ann")).id();
            Ticket agreed = crm.tickets().open(OpenTicket.of(ann, TicketKind.QUESTION, "How?"));
            IdGenerator ids = IdGenerator.timeOrdered();
            for (int saved = 0; saved < open; saved += 1_000) {
                List<Ticket> batch = Stream.generate(() -> Ticket.open(
                                        new TicketId(ids.next()), OpenTicket.of(ann, TicketKind.QUESTION, "How?"), NOW)
                                .agree(agreed.agreement(), Actor.SYSTEM, NOW))
                        .limit(1_000)
                        .toList();
                write(tickets -> tickets.saveNew(batch, false));
                watch(batch, NOW.plus(Duration.ofHours(50)));
            }
            crm.tickets().tick();
        }

        double tickMillis() {
            List<Ticket> due = store.reading(
                    TenantId.DEFAULT,
                    unit -> unit.repository(TicketRepository.class).watched(NOW.plus(Duration.ofDays(9)), DUE));
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                watch(due, NOW);
                times.add(millis(() -> crm.tickets().tick()));
                watch(due, NOW.plus(Duration.ofHours(50)));
            }
            return median(times);
        }

        double readAllMillis() {
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                times.add(millis(() -> store.reading(
                        TenantId.DEFAULT,
                        unit -> unit.repository(TicketRepository.class)
                                .watched(NOW.plus(Duration.ofDays(9)), Integer.MAX_VALUE)
                                .size())));
            }
            return median(times);
        }

        private void watch(List<Ticket> tickets, Instant next) {
            write(repository -> repository.watch(tickets.stream()
                    .map(ticket -> new TicketWatch(ticket.id(), ticket.version(), Optional.of(next)))
                    .toList()));
        }

        private void write(Consumer<TicketRepository> work) {
            store.inTransaction(TenantId.DEFAULT, unit -> {
                work.accept(unit.repository(TicketRepository.class));
                return true;
            });
        }

        private static double millis(Runnable work) {
            long start = System.nanoTime();
            work.run();
            return (System.nanoTime() - start) / 1e6;
        }

        private static double median(List<Double> times) {
            Collections.sort(times);
            return times.get(times.size() / 2);
        }
    }
}

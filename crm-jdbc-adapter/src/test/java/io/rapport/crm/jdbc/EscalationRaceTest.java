package io.rapport.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.Crm;
import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.calendar.WeeklyHours;
import io.rapport.crm.contract.SettableClock;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.IdGenerator;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.store.CrmStore;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.ServicePolicy;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketRepository;
import io.rapport.crm.ticket.TicketTick;
import io.rapport.crm.ticket.sla.EscalationLevel;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.Target;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two nodes that tick over the same tickets at once. */
class EscalationRaceTest {

    private static final int TICKETS = 10_000;
    private static final CalendarId ALWAYS = CalendarId.of("always");
    private static final Actor BEA = Actor.of("bea");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final TenantId tenant = TenantId.of("race-" + UUID.randomUUID());

    @Test
    void two_nodes_that_tick_at_once_over_ten_thousand_tickets_fire_each_escalation_once() throws Exception {
        try (HikariDataSource first = TestDatabase.postgresPool(true);
                HikariDataSource second = TestDatabase.postgresPool(true)) {
            fill(crm(first), JdbcCrmStore.on(first));
            clock.move(Duration.ofHours(2));

            List<TicketTick> ticks = together(List.of(
                    () -> crm(first).tickets().tick(),
                    () -> crm(second).tickets().tick()));

            assertThat(ticks.stream().mapToInt(TicketTick::escalated).sum()).isEqualTo(TICKETS);
            assertThat(crm(first).tickets().tick()).isEqualTo(new TicketTick(0, 0, 0, 0, 0, 0));
            assertThat(fired(first)).containsExactly(TICKETS, TICKETS);
        }
    }

    private void fill(Crm crm, CrmStore store) {
        crm.calendars()
                .define(
                        BusinessCalendar.builder(ALWAYS, ZoneOffset.UTC)
                                .weekly(WeeklyHours.roundTheClock())
                                .build(),
                        BEA);
        crm.servicePolicies()
                .define(
                        ServicePolicy.builder("all", ALWAYS)
                                .promise(Metric.FIRST_RESPONSE, Target.of(Duration.ofHours(1)))
                                .escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("due", 100))
                                .build(),
                        BEA);
        CustomerId ann =
                crm.customers().register(RegisterCustomer.person("Ann")).id();
        Ticket agreed = crm.tickets().open(OpenTicket.of(ann, TicketKind.QUESTION, "How?"));
        IdGenerator ids = IdGenerator.timeOrdered();
        List<Ticket> others = Stream.generate(() -> Ticket.open(
                                new TicketId(ids.next()),
                                OpenTicket.of(ann, TicketKind.QUESTION, "How?"),
                                clock.instant())
                        .agree(agreed.agreement(), Actor.SYSTEM, clock.instant()))
                .limit(TICKETS - 1)
                .toList();
        store.inTransaction(tenant, unit -> {
            unit.repository(TicketRepository.class).saveNew(others, false);
            return true;
        });
    }

    private Crm crm(HikariDataSource dataSource) {
        return Crm.builder()
                .store(JdbcCrmStore.on(dataSource))
                .tenant(tenant)
                .clock(clock)
                .build();
    }

    /** How many escalations there are, and on how many tickets. */
    private List<Integer> fired(HikariDataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT count(*), count(DISTINCT aggregate_id) FROM crm_event"
                                + " WHERE tenant = ? AND event_type = 'Escalated'")) {
            statement.setString(1, tenant.value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return List.of(row.getInt(1), row.getInt(2));
            }
        }
    }

    private static <T> List<T> together(List<Callable<T>> nodes) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(nodes.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(nodes)) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}

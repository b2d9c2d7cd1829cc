package io.rapport.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.Crm;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.contract.SettableClock;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.IdGenerator;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.store.CrmStore;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.ServiceAgreement;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketRepository;
import io.rapport.crm.ticket.TicketWatch;
import io.rapport.crm.ticket.sla.Agreement;
import io.rapport.crm.ticket.sla.ServiceLevelId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A tick over many tickets reads those that are due, by index. */
class DueQueriesTest {

    private static final int TICKETS = 3_000;
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Actor BEA = Actor.of("bea");

    private final TenantId tenant = TenantId.of("due-" + UUID.randomUUID());
    private final IdGenerator ids = IdGenerator.timeOrdered();

    @Test
    void a_tick_finds_what_is_due_by_index_on_postgresql() throws SQLException {
        try (HikariDataSource dataSource = TestDatabase.postgresPool(true)) {
            fill(dataSource);
            execute(dataSource, "ANALYZE crm_ticket");

            assertThat(plans(dataSource))
                    .hasSize(4)
                    .allSatisfy(plan -> assertThat(plan).doesNotContain("Seq Scan"))
                    .anySatisfy(plan -> assertThat(plan).contains("crm_ticket_wake"))
                    .anySatisfy(plan -> assertThat(plan).contains("crm_ticket_resolved"))
                    .anySatisfy(plan -> assertThat(plan).contains("crm_ticket_watch"))
                    .anySatisfy(plan -> assertThat(plan).contains("crm_ticket_survey"));
        }
    }

    @Test
    void a_tick_finds_what_is_due_by_index_on_h2() throws SQLException {
        try (HikariDataSource dataSource = TestDatabase.h2Pool(true)) {
            fill(dataSource);
            execute(dataSource, "ANALYZE");

            assertThat(plans(dataSource))
                    .hasSize(4)
                    .allSatisfy(plan -> assertThat(plan).doesNotContain("tableScan"))
                    .anySatisfy(plan -> assertThat(plan).containsIgnoringCase("crm_ticket_wake"))
                    .anySatisfy(plan -> assertThat(plan).containsIgnoringCase("crm_ticket_resolved"))
                    .anySatisfy(plan -> assertThat(plan).containsIgnoringCase("crm_ticket_watch"))
                    .anySatisfy(plan -> assertThat(plan).containsIgnoringCase("crm_ticket_survey"));
        }
    }

    /** Tickets that are open, parked or resolved, of which nearly none is due. */
    private void fill(HikariDataSource dataSource) {
        CrmStore store = JdbcCrmStore.on(dataSource);
        CustomerId ann =
                crm(store).customers().register(RegisterCustomer.person("Ann")).id();
        List<Ticket> tickets = IntStream.range(0, TICKETS)
                .mapToObj(number -> ticket(ann, number))
                .toList();
        store.inTransaction(tenant, unit -> {
            TicketRepository repository = unit.repository(TicketRepository.class);
            repository.saveNew(tickets, false);
            repository.watch(tickets.stream()
                    .filter(ticket -> ticket.lookFrom().isPresent())
                    .map(ticket ->
                            new TicketWatch(ticket.id(), ticket.version(), Optional.of(later(ticket.openedAt()))))
                    .toList());
            return true;
        });
    }

    private Ticket ticket(CustomerId ann, int number) {
        Instant at = NOW.minusSeconds(number);
        Ticket open = Ticket.open(new TicketId(ids.next()), OpenTicket.of(ann, TicketKind.QUESTION, "How?"), at)
                .agree(Optional.of(agreement()), Actor.SYSTEM, at)
                .start(BEA, at);
        return switch (number % 3) {
            case 0 -> open;
            case 1 -> open.schedule(later(at), BEA, at);
            default -> open.resolve(Resolution.of("done", ""), BEA, at);
        };
    }

    /** The plans of the queries that look for what is due. */
    private List<String> plans(HikariDataSource dataSource) throws SQLException {
        RecordingDataSource recording = new RecordingDataSource(dataSource);
        crm(JdbcCrmStore.on(recording)).tickets().tick();
        List<String> plans = new ArrayList<>();
        for (String executed : recording.executed()) {
            if (executed.contains("ORDER BY") && executed.contains("<= ?") && executed.contains("LIMIT ?")) {
                plans.add(plan(dataSource, executed.substring(executed.indexOf("SELECT"))));
            }
        }
        return plans;
    }

    private String plan(HikariDataSource dataSource, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("EXPLAIN " + sql)) {
            statement.setString(1, tenant.value());
            statement.setObject(2, OffsetDateTime.ofInstant(NOW.minus(Duration.ofDays(7)), ZoneOffset.UTC));
            statement.setInt(3, 500);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }

    private Crm crm(CrmStore store) {
        return Crm.builder()
                .store(store)
                .tenant(tenant)
                .clock(new SettableClock(NOW))
                .build();
    }

    private static ServiceAgreement agreement() {
        return new ServiceAgreement(ServiceLevelId.of("all"), 1, CalendarId.of("office"), 1, Agreement.Start.CREATION);
    }

    private static Instant later(Instant at) {
        return at.plus(Duration.ofDays(1));
    }

    private static void execute(HikariDataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

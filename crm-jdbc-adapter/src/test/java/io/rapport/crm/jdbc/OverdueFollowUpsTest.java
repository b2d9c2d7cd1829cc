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
import io.rapport.crm.id.TenantId;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.ticket.FollowUpPolicy;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody should have asked by now is read by index. */
class OverdueFollowUpsTest {

    private static final int TICKETS = 400;
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final CalendarId ALWAYS = CalendarId.of("always");

    private final TenantId tenant = TenantId.of("overdue-" + UUID.randomUUID());
    private final SettableClock clock = new SettableClock(NOW);

    @Test
    void overdue_follow_ups_are_found_by_index_on_postgresql() throws SQLException {
        try (HikariDataSource dataSource = TestDatabase.postgresPool(true)) {
            fill(dataSource);
            execute(dataSource, "ANALYZE crm_follow_up");

            assertThat(plan(dataSource)).contains("crm_follow_up_owner").doesNotContain("Seq Scan");
        }
    }

    @Test
    void overdue_follow_ups_are_found_by_index_on_h2() throws SQLException {
        try (HikariDataSource dataSource = TestDatabase.h2Pool(true)) {
            fill(dataSource);
            execute(dataSource, "ANALYZE");

            assertThat(plan(dataSource))
                    .containsIgnoringCase("crm_follow_up_owner")
                    .doesNotContain("tableScan");
        }
    }

    /** Follow-ups of 20 owners, of which few are overdue. */
    private void fill(HikariDataSource dataSource) {
        Crm crm = crm(JdbcCrmStore.on(dataSource));
        Actor bea = Actor.of("bea");
        crm.calendars()
                .define(
                        BusinessCalendar.builder(ALWAYS, ZoneOffset.UTC)
                                .weekly(WeeklyHours.roundTheClock())
                                .build(),
                        bea);
        CustomerId ann =
                crm.customers().register(RegisterCustomer.person("Ann")).id();
        for (int i = 0; i < TICKETS; i++) {
            Actor owner = Actor.of("agent-" + i % 20);
            TicketId id = crm.tickets()
                    .open(OpenTicket.of(ann, TicketKind.COMPLAINT, "How?"))
                    .id();
            crm.tickets().start(id, owner);
            crm.tickets().resolve(id, Resolution.of("done", ""), owner);
            clock.move(Duration.ofMinutes(1));
        }
    }

    private String plan(HikariDataSource dataSource) throws SQLException {
        RecordingDataSource recording = new RecordingDataSource(dataSource);
        Actor agent = Actor.of("agent-7");
        crm(JdbcCrmStore.on(recording)).tickets().followUps().overdue(agent, PageRequest.first(10));
        String executed = recording.executed().get(0);
        StringBuilder plan = new StringBuilder();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("EXPLAIN " + executed.substring(executed.indexOf("SELECT")))) {
            statement.setString(1, tenant.value());
            statement.setString(2, agent.value());
            statement.setObject(3, OffsetDateTime.ofInstant(NOW.plus(Duration.ofHours(9)), ZoneOffset.UTC));
            statement.setInt(4, 11);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }

    private Crm crm(JdbcCrmStore store) {
        return Crm.builder()
                .store(store)
                .tenant(tenant)
                .clock(clock)
                .followUpPolicy(FollowUpPolicy.of(Duration.ofHours(8), ALWAYS))
                .build();
    }

    private static void execute(HikariDataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

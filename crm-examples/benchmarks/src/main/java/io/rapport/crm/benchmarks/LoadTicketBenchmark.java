package io.rapport.crm.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.Crm;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.jdbc.CrmSchema;
import io.rapport.crm.jdbc.JdbcCrmStore;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Loading one ticket from H2 in memory: through the library, and by JDBC written by hand for this one query. The
 * database is in the process, so what is compared is the layer and not the network.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LoadTicketBenchmark {

    private static final String SQL = """
            SELECT id, version, customer_id, kind, subject, status, source_system, external_key, opened_at,
                   first_response_at, resolved_at, closed_at, resolution_code, solution, reopens
              FROM crm_ticket
             WHERE tenant = ? AND id = ?""";

    private HikariDataSource dataSource;
    private Crm crm;
    private Ticket ticket;

    /** A row as a host would map it by hand. */
    public record HandMapped(UUID id, long version, String subject, String status, OffsetDateTime openedAt) {}

    @Setup
    public void open() {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        settings.setUsername("sa");
        dataSource = new HikariDataSource(settings);
        CrmSchema.migrate(dataSource);
        crm = Crm.builder().store(JdbcCrmStore.on(dataSource)).build();
        Customer ann = crm.customers().register(RegisterCustomer.person("Ann"));
        ticket = crm.tickets().open(OpenTicket.of(ann.id(), TicketKind.QUESTION, "Question"));
        for (int i = 1; i < 1_000; i++) {
            ticket = crm.tickets().open(OpenTicket.of(ann.id(), TicketKind.QUESTION, "Question " + i));
        }
    }

    @TearDown
    public void close() {
        dataSource.close();
    }

    @Benchmark
    public Optional<Ticket> library() {
        return crm.tickets().find(ticket.id());
    }

    @Benchmark
    public HandMapped byHand() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, "default");
            statement.setObject(2, ticket.id().value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new HandMapped(
                        row.getObject("id", UUID.class),
                        row.getLong("version"),
                        row.getString("subject"),
                        row.getString("status"),
                        row.getObject("opened_at", OffsetDateTime.class));
            }
        }
    }
}

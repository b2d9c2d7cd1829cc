package io.rapport.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.Crm;
import io.rapport.crm.customer.ContactPoint;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.loyalty.Allocation;
import io.rapport.crm.loyalty.Hold;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyAccounts;
import io.rapport.crm.ticket.Assignment;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.Triage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrmSchemaTest {

    private static final TableNames ELSEWHERE =
            TableNames.standard().inSchema("relations").withPrefix("r_");

    @Test
    void validation_names_every_table_that_is_missing_and_makes_none() {
        try (HikariDataSource empty = TestDatabase.emptyH2Pool(true)) {
            assertThatExceptionOfType(SchemaMismatchException.class)
                    .isThrownBy(() -> CrmSchema.validate(empty))
                    .satisfies(refused -> assertThat(refused.missing())
                            .containsExactlyElementsOf(SchemaTable.ALL.stream()
                                    .map(table -> "table crm_" + table.name())
                                    .toList()))
                    .withMessageContaining("CrmSchema.migrate");
        }
    }

    @Test
    void validation_names_a_column_that_is_missing() throws SQLException {
        try (HikariDataSource dataSource = TestDatabase.h2Pool(true)) {
            execute(dataSource, "ALTER TABLE crm_ticket DROP COLUMN reopens");

            assertThatExceptionOfType(SchemaMismatchException.class)
                    .isThrownBy(() -> CrmSchema.validate(dataSource))
                    .satisfies(refused -> assertThat(refused.missing()).containsExactly("column crm_ticket.reopens"));
        }
    }

    @Test
    void migrating_twice_changes_nothing_and_leaves_the_hosts_tables_alone() throws SQLException {
        try (HikariDataSource dataSource = TestDatabase.emptyH2Pool(true)) {
            execute(dataSource, "CREATE TABLE shop_order (note VARCHAR(100))");
            execute(dataSource, "INSERT INTO shop_order VALUES ('kept')");

            CrmSchema.migrate(dataSource);
            Customer ann = crm(dataSource, TableNames.standard()).customers().register(RegisterCustomer.person("Ann"));
            CrmSchema.migrate(dataSource);

            assertThatCode(() -> CrmSchema.validate(dataSource)).doesNotThrowAnyException();
            assertThat(crm(dataSource, TableNames.standard()).customers().find(ann.id()))
                    .contains(ann);
            assertThat(columns(dataSource, "PUBLIC")).containsKey("shop_order");
        }
    }

    @Test
    void the_scripts_and_the_validation_know_the_same_columns_on_h2() throws SQLException {
        try (HikariDataSource dataSource = TestDatabase.emptyH2Pool(true)) {
            CrmSchema.of(dataSource).named(ELSEWHERE).migrate();

            assertThat(columns(dataSource, "RELATIONS")).isEqualTo(expectedColumns());
        }
    }

    @Test
    void the_scripts_and_the_validation_know_the_same_columns_on_postgresql() throws SQLException {
        DataSource dataSource = TestDatabase.postgres();
        CrmSchema.of(dataSource).named(ELSEWHERE).migrate();

        assertThat(columns(dataSource, "relations")).isEqualTo(expectedColumns());
    }

    @Test
    void schema_and_prefix_are_honoured_by_scripts_queries_and_validation() {
        try (HikariDataSource h2 = TestDatabase.emptyH2Pool(true)) {
            assertWorksElsewhere(h2);
        }
        assertWorksElsewhere(TestDatabase.postgres());
    }

    @Test
    void the_hosts_own_flyway_can_take_the_scripts_as_a_location() {
        try (HikariDataSource dataSource = TestDatabase.emptyH2Pool(true)) {
            CrmSchema schema = CrmSchema.of(dataSource);
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:" + schema.location())
                    .placeholders(schema.placeholders())
                    .load()
                    .migrate();

            assertThatCode(schema::validate).doesNotThrowAnyException();
        }
    }

    @Test
    void tickets_that_stood_there_before_they_were_sorted_are_standard_ones() throws SQLException {
        try (HikariDataSource h2 = TestDatabase.emptyH2Pool(true)) {
            assertOldTicketsAreRead(h2, TableNames.standard().withPrefix("old_"));
        }
        assertOldTicketsAreRead(TestDatabase.postgres(), TableNames.standard().withPrefix("old_"));
    }

    @Test
    void holds_that_stood_in_a_table_of_their_own_stay_open() throws SQLException {
        try (HikariDataSource h2 = TestDatabase.emptyH2Pool(true)) {
            assertOldHoldsAreRead(h2, TableNames.standard().withPrefix("held_"));
        }
        assertOldHoldsAreRead(TestDatabase.postgres(), TableNames.standard().withPrefix("held_"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1crm_", "crm-", "crm_; DROP TABLE users", "a23456789012345678901234567890x"})
    void a_prefix_that_is_no_plain_identifier_is_refused(String prefix) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> TableNames.standard().withPrefix(prefix))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("prefix"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> TableNames.standard().inSchema(prefix))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("schema"));
    }

    private static void assertOldTicketsAreRead(DataSource dataSource, TableNames names) throws SQLException {
        CrmSchema schema = CrmSchema.of(dataSource).named(names);
        migrate(dataSource, schema, names, "1");
        TicketId id = new TicketId(new UUID(0, 1));
        execute(
                dataSource,
                "INSERT INTO old_ticket (tenant, id, version, customer_id, kind, subject, status, opened_at, reopens)"
                        + " VALUES ('default', '" + id.value() + "', 1, '" + new UUID(0, 2)
                        + "', 'QUESTION', 'Old', 'NEW', TIMESTAMP WITH TIME ZONE '2026-03-02 09:30:00+00', 0)");

        schema.migrate();

        Ticket ticket = crm(dataSource, names).tickets().find(id).orElseThrow();
        assertThat(ticket.triage()).isEqualTo(Triage.STANDARD);
        assertThat(ticket.assignment()).isEqualTo(Assignment.NOBODY);
        assertThat(ticket.links()).isEmpty();
        assertThat(ticket.complaint()).isEmpty();
    }

    private static void assertOldHoldsAreRead(DataSource dataSource, TableNames names) throws SQLException {
        CrmSchema schema = CrmSchema.of(dataSource).named(names);
        migrate(dataSource, schema, names, "12");
        LoyaltyAccountId holding = new LoyaltyAccountId(new UUID(0, 1));
        LoyaltyAccountId other = new LoyaltyAccountId(new UUID(0, 2));
        execute(dataSource, oldAccount(holding));
        execute(dataSource, oldAccount(other));
        execute(dataSource, oldHold(holding, 4, "[{\"lot\":2,\"points\":5},{\"lot\":3,\"points\":1}]"));
        execute(dataSource, oldHold(holding, 3, "[{\"lot\":2,\"points\":7}]"));

        schema.migrate();

        Instant end = Instant.parse("2099-03-02T09:30:00.123456Z");
        LoyaltyAccounts loyalty = crm(dataSource, names).loyalty();
        assertThat(loyalty.ledger().openHolds(holding))
                .containsExactly(
                        new Hold(3, end, 1, List.of(new Allocation(2, 7))),
                        new Hold(4, end, 1, List.of(new Allocation(2, 5), new Allocation(3, 1))));
        assertThat(loyalty.ledger().openHolds(other)).isEmpty();
    }

    private static String oldAccount(LoyaltyAccountId id) {
        return "INSERT INTO held_loyalty_account VALUES ('default', '" + id.value() + "', 4, '" + id.value()
                + "', 'club', 0, 0, 13, 0, 13, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL,"
                + " TIMESTAMP WITH TIME ZONE '2026-03-02 09:30:00+00', TIMESTAMP WITH TIME ZONE '2026-03-02 09:30:00+00')";
    }

    private static String oldHold(LoyaltyAccountId id, long number, String allocations) {
        return "INSERT INTO held_loyalty_hold VALUES ('default', '" + id.value() + "', " + number
                + ", TIMESTAMP WITH TIME ZONE '2099-03-02 11:30:00.123456+02', 1, '" + allocations + "')";
    }

    private static void migrate(DataSource dataSource, CrmSchema schema, TableNames names, String target) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:" + schema.location())
                .placeholders(schema.placeholders())
                .table(names.prefix() + "schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(target)
                .load()
                .migrate();
    }

    private static void assertWorksElsewhere(DataSource dataSource) {
        CrmSchema.of(dataSource).named(ELSEWHERE).migrate();
        CrmSchema.of(dataSource).named(ELSEWHERE).validate();
        Crm crm = crm(dataSource, ELSEWHERE);
        Customer ann =
                crm.customers().register(RegisterCustomer.person("Ann").with(ContactPoint.email("ann@example.com")));
        crm.customers().tag(ann.id(), "vip");

        assertThat(crm.customers().history(ann.id())).hasSize(2);
        assertThat(crm.outbox().publish(10, events -> {})).isEqualTo(2);
    }

    private static Crm crm(DataSource dataSource, TableNames tables) {
        return Crm.builder()
                .store(JdbcCrmStore.builder(TransactionRunner.owning(dataSource))
                        .tables(tables)
                        .build())
                .build();
    }

    private static Map<String, List<String>> expectedColumns() {
        Map<String, List<String>> expected = new TreeMap<>(SchemaTable.ALL.stream()
                .collect(Collectors.toMap(
                        table -> "r_" + table.name(),
                        table -> table.columns().stream().sorted().toList())));
        return expected;
    }

    private static Map<String, List<String>> columns(DataSource dataSource, String schema) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet result = connection.getMetaData().getColumns(null, schema, "%", "%")) {
            while (result.next()) {
                String table = result.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (!table.endsWith("schema_history")) {
                    columns.computeIfAbsent(table, unused -> new ArrayList<>())
                            .add(result.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        columns.values().forEach(names -> names.sort(null));
        return columns;
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package io.rapport.crm.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.quickstart.input.OrderRow;
import io.rapport.crm.quickstart.relations.DatabaseSettings;
import io.rapport.crm.quickstart.relations.DatabaseTroubleException;
import io.rapport.crm.quickstart.scorecard.ConsoleScorecard;
import io.rapport.crm.quickstart.scorecard.Scorecards;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class QuickstartTest {

    private static final String CUSTOMERS = "customer_id,name,registered_at\nC1,Ada Sample,2026-10-01T08:00:00Z\n";
    private static final String ORDERS = "order_id,customer_id,ordered_at,amount,currency\n";

    @TempDir
    private Path folder;

    private final RecordingRelations relations = new RecordingRelations();
    private final List<DatabaseSettings> databases = new ArrayList<>();
    private final List<String> tenants = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void without_options_the_sample_month_is_read() {
        assertThat(run("--no-report")).isZero();
        assertThat(relations.taken)
                .containsExactly("customers", "orders", "interactions 3049", "tickets 259", "surveys 442");
        assertThat(relations.customers).hasSize(2_000);
        assertThat(tenants).containsExactly("sample-month");
        assertThat(databases.get(0).url()).startsWith("jdbc:h2:file:./target/quickstart-db;WRITE_DELAY=0;");
        assertThat(relations.closed).isTrue();
        assertThat(out.toString())
                .startsWith("customers          2,000 stored         0 unchanged         0 rejected"
                        + System.lineSeparator())
                .endsWith(System.lineSeparator() + ConsoleScorecard.render(Scorecards.full()));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void the_report_is_written_where_asked_and_its_place_is_told() {
        Path report = folder.resolve("deep").resolve("report.html");
        assertThat(run("--report", report.toString())).isZero();
        assertThat(report).content(StandardCharsets.UTF_8).contains("<html");
        assertThat(out.toString()).endsWith("Report: " + report + System.lineSeparator());
    }

    @Test
    void quiet_prints_nothing_when_all_is_good_and_still_writes_the_report() {
        Path report = folder.resolve("report.html");
        assertThat(run("--quiet", "--report", report.toString())).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isEmpty();
        assertThat(report).exists();
    }

    @Test
    void a_report_that_cannot_be_written_is_code_5() {
        write("file", "");
        Path impossible = folder.resolve("file").resolve("report.html");
        assertThat(run("--report", impossible.toString())).isEqualTo(5);
        assertThat(err.toString()).startsWith(impossible + ": the report cannot be written");
    }

    @Test
    void a_folder_may_hold_only_some_of_the_files() {
        write("customers.csv", CUSTOMERS);
        assertThat(run("--no-report", "--data", folder.toString())).isZero();
        assertThat(relations.taken).containsExactly("customers");
        assertThat(tenants).containsExactly(folder.getFileName().toString());
    }

    @Test
    void rejected_rows_are_told_by_file_line_and_column_the_good_rows_are_kept_and_the_code_is_1() {
        write("customers.csv", CUSTOMERS);
        write(
                "orders.csv",
                ORDERS
                        + "O1,C1,2026-10-02T08:00:00Z,1.00,EUR\n"
                        + "O2,C1,2026-10-02,1.00,EUR\n"
                        + "O3,C1,2026-10-02T08:00:00Z,-1.00,EUR\n"
                        + "O4,,2026-10-02T08:00:00Z,1.00,EUR\n"
                        + "O5,C9,2026-10-02T08:00:00Z,1.00,EUR\n"
                        + "O6,C1,2026-10-02T08:00:00Z,0.00,EUR\n");
        assertThat(run("--no-report", "--data", folder.toString())).isEqualTo(1);
        assertThat(relations.orders).extracting(OrderRow::orderId).containsExactly("O1", "O6");
        String file = folder.resolve("orders.csv").toString();
        assertThat(err.toString().lines())
                .containsExactly(
                        file + ":3: ordered_at: is not an instant such as 2026-10-01T09:30:00Z",
                        file + ":4: amount: is negative; give 0 or more",
                        file + ":5: customer_id: is blank; give text of at most 190 characters",
                        file + ":6: customer_id: is not registered",
                        "4 rows were rejected; the others were kept");
    }

    @Test
    void only_the_first_twenty_rejected_rows_are_shown() {
        write("customers.csv", "customer_id,name,registered_at\n" + "C1,Ada,yesterday\n".repeat(35));
        assertThat(run("--no-report", "--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString().lines())
                .hasSize(22)
                .endsWith("... and 15 more", "35 rows were rejected; the others were kept");
    }

    @Test
    void a_file_that_cannot_be_read_is_told_the_other_files_are_kept_and_the_code_is_3() throws IOException {
        Files.write(
                folder.resolve("customers.csv"),
                "customer_id,name,registered_at\nC1,Zoë,2026-10-01T08:00:00Z\n".getBytes(StandardCharsets.ISO_8859_1));
        write("surveys.csv", "response_id,customer_id,kind,score,answered_at\nR1,C1,NPS,9,2026-10-01T08:00:00Z\n");
        write("tickets.csv", "");
        write("orders.csv", "order_id,customer_id,colour\n");
        assertThat(run("--no-report", "--data", folder.toString())).isEqualTo(3);
        assertThat(relations.taken).containsExactly("surveys 1");
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("customers.csv:2: has bytes that are not UTF-8"),
                        line -> assertThat(line).contains("orders.csv:1: column \"colour\" is unknown"),
                        line -> assertThat(line).contains("tickets.csv: is empty"));
    }

    @Test
    void an_unreadable_file_outranks_rejected_rows() {
        write("customers.csv", CUSTOMERS + "C2,Bob,yesterday\n");
        write("orders.csv", "");
        assertThat(run("--no-report", "--data", folder.toString())).isEqualTo(3);
    }

    @Test
    void a_folder_that_is_missing_or_holds_nothing_known_is_code_3() {
        assertThat(run("--data", folder.resolve("nowhere").toString())).isEqualTo(3);
        assertThat(run("--data", folder.toString())).isEqualTo(3);
        assertThat(err.toString())
                .contains("nowhere: is not a folder that can be read", "holds none of customers.csv, orders.csv");
    }

    @Test
    void an_order_log_is_read_by_the_columns_named_in_its_currency_and_zone() {
        Path log = write("log.csv", "who,when,what,paid\n7,1997-01-01,CD,11.77\n");
        assertThat(run(
                        "--no-report",
                        "--orders=" + log,
                        "--orders-customer-column=who",
                        "--orders-date-column=when",
                        "--orders-amount-column=paid",
                        "--currency=EUR",
                        "--zone=Europe/Berlin"))
                .isZero();
        OrderRow order = relations.orders.get(0);
        assertThat(order.amount()).isEqualTo(Money.of(CurrencyUnit.EUR, 11.77));
        assertThat(order.orderedAt()).isEqualTo(Instant.parse("1996-12-31T23:00:00Z"));
        assertThat(tenants).containsExactly("log.csv");
    }

    @Test
    void the_database_the_tenant_and_the_password_can_be_chosen() {
        Path secret = write("secret", "from file\n");
        run("--no-report", "--db=jdbc:postgresql://db/crm", "--db-user=crm", "--tenant=north");
        run("--no-report", "--db=jdbc:postgresql://db/crm", "--db-user=crm", "--db-password-file=" + secret);
        assertThat(databases)
                .containsExactly(
                        new DatabaseSettings("jdbc:postgresql://db/crm", "crm", "from environment"),
                        new DatabaseSettings("jdbc:postgresql://db/crm", "crm", "from file"));
        assertThat(databases.get(0)).asString().doesNotContain("environment");
        assertThat(tenants).containsExactly("north", "sample-month");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--data=x --orders=y",
                "--currency=EUR",
                "--orders-date-column=day",
                "--orders=y --orders-date-column=amount",
                "--orders=y --currency=EURO",
                "--zone=Mars",
                "--first-response-target=PT0S",
                "--first-response-target=soon",
                "--report=x --no-report",
                "--colour=red",
                "surplus"
            })
    void options_that_make_no_sense_are_code_2(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString())
                .endsWith("Try --help." + System.lineSeparator())
                .doesNotContain("Exception");
        assertThat(databases).isEmpty();
    }

    @Test
    void trouble_with_the_database_is_code_4_in_one_line() {
        Quickstart command = new Quickstart(
                (database, tenant) -> {
                    throw new DatabaseTroubleException(
                            "jdbc:x: cannot be reached", new IOException("connection refused"));
                },
                Map.of());
        assertThat(execute(command)).isEqualTo(4);
        assertThat(err).hasToString("jdbc:x: cannot be reached" + System.lineSeparator());
    }

    @Test
    void an_unforeseen_error_is_code_70_without_its_message_or_a_stack_trace() {
        Quickstart command = new Quickstart(
                (database, tenant) -> {
                    throw new IllegalStateException("ada@example.org");
                },
                Map.of());
        assertThat(execute(command)).isEqualTo(70);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("internal error: java.lang.IllegalStateException at ")
                .doesNotContain("ada@example.org");
    }

    @Test
    void the_help_tells_the_header_of_every_file_and_every_exit_code() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("customers.csv", "interactions.csv", "tickets.csv", "orders.csv", "surveys.csv")
                .contains("customer_id", "first_response_at", "points_redeemed", "loyalty_member", "answered_at")
                .contains("one of PHONE, EMAIL, LIVE_CHAT", "CRM_DB_PASSWORD", "default: UTC")
                .containsPattern("  0 +all good\\R")
                .containsPattern("  4 +the database cannot be used\\R");
    }

    private int run(String... arguments) {
        Quickstart command = new Quickstart(
                (database, tenant) -> {
                    databases.add(database);
                    tenants.add(tenant);
                    return relations;
                },
                Map.of("CRM_DB_PASSWORD", "from environment"));
        return execute(command, arguments);
    }

    private int execute(Quickstart command, String... arguments) {
        CommandLine line = Quickstart.commandLine(command);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

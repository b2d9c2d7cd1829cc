package io.rapport.crm.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.quickstart.relations.CrmRelations;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Input that is wrong, through the whole command: what is said, and what is kept. */
class BadInputTest {

    private static final String CUSTOMERS = "customer_id,name,email,registered_at,loyalty_member\n";
    private static final String ANN = "C1,Ann,ann@example.org,2026-01-01T08:00:00Z,true\n";
    private static final String BOB = "C2,Bob,bob@example.org,2026-01-02T08:00:00Z,false\n";
    private static final String ORDERS = "order_id,customer_id,ordered_at,amount,currency,points_redeemed\n";
    private static final String FIRST = "O1,C1,2026-01-05T08:00:00Z,120.50,EUR,\n";
    private static final String LAST = "O9,C2,2026-01-31T08:00:00Z,7.00,EUR,\n";

    @TempDir
    private Path folder;

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            O2,C1,06/01/2026,5.00,EUR,             | ordered_at      | is not an instant such as 2026-10-01T09:30:00Z
            O2,C1,0026-01-06T08:00:00Z,5.00,EUR,   | ordered_at      | is not in the years 1900 to 2199
            O2,C1,2026-01-06T08:00:00Z,-5.00,EUR,  | amount          | is negative; give 0 or more
            O2,C1,2026-01-06T08:00:00Z,5.001,EUR,  | amount          | has more than the 2 decimals of EUR
            O2,,2026-01-06T08:00:00Z,5.00,EUR,     | customer_id     | is blank; give text of at most 190 characters
            O2,C7,2026-01-06T08:00:00Z,5.00,EUR,   | customer_id     | is not known: import the customer first
            O1,C1,2026-01-06T08:00:00Z,5.00,EUR,   | order_id        | was given on line 2 of orders.csv already: give each key once
            O2,C1,2026-01-06T08:00:00Z,5.00,EUR,500| points_redeemed | the customer had 120 points only; the order was kept
            O2,C2,2026-01-06T08:00:00Z,5.00,EUR,1  | points_redeemed | the customer is not a member; the order was kept
            """)
    void a_bad_row_is_told_by_file_line_and_column_and_the_rows_around_it_are_kept(
            String bad, String column, String reason) {
        write("customers.csv", CUSTOMERS + ANN + BOB);
        Path orders = write("orders.csv", ORDERS + FIRST + bad + "\n" + LAST);

        CommandRun run = run();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactly(orders + ":3: " + column + ": " + reason, "1 row was rejected; the others were kept");
        assertThat(run.counts()).element(1).asString().startsWith("orders ").endsWith(" 0 unchanged 1 rejected");
        assertThat(run.scorecard()).contains("orders from 2026-01-05 to 2026-01-31");
    }

    @Test
    void bad_customers_are_told_by_the_columns_of_their_file() {
        Path customers = write(
                "customers.csv",
                CUSTOMERS
                        + ANN
                        + "C3,Cy,no address,2026-01-01T08:00:00Z,false\n"
                        + "C1,Ann again,,2026-01-01T08:00:00Z,false\n"
                        + "C4,Di,ann@example.org,2026-01-01T08:00:00Z,false\n"
                        + BOB);

        CommandRun run = run();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.counts()).containsExactly("customers 2 stored 0 unchanged 3 rejected");
        assertThat(run.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(customers + ":3: email: "),
                        line -> assertThat(line)
                                .isEqualTo(customers + ":4: customer_id: was given on line 2 of customers.csv already:"
                                        + " give each key once"),
                        line -> assertThat(line).startsWith(customers + ":5: email: "),
                        line -> assertThat(line).startsWith("3 rows were rejected"));
        assertThat(run.err()).doesNotContain("no address", "ann@example.org");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'order_id,colour,customer_id\nO1,red,C1\n' | ':1: column "colour" is unknown; the columns are order_id, '
            'order_id,customer_id\nO1,C1\n'            | ':1: column ordered_at is missing'
            ''                                         | ': is empty; its first line has to name the columns'
            """)
    void a_file_without_the_right_header_is_told_and_the_other_files_are_kept(String text, String problem) {
        write("customers.csv", CUSTOMERS + ANN);
        Path orders = write("orders.csv", text.replace("\\n", "\n"));

        CommandRun run = run();

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith(orders + problem).hasLineCount(1);
        assertThat(run.counts()).containsExactly("customers 1 stored 0 unchanged 0 rejected");
    }

    @Test
    void a_file_in_another_encoding_is_told_by_the_line_that_shows_it() {
        Path customers =
                write("customers.csv", CUSTOMERS + ANN + BOB.replace("Bob", "Zo\u00eb"), StandardCharsets.ISO_8859_1);

        CommandRun run = run();

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith(customers + ":3: has bytes that are not UTF-8");
    }

    @Test
    void the_rows_before_a_quote_that_is_never_closed_are_kept() {
        Path customers = write("customers.csv", CUSTOMERS + ANN + BOB + "C3,\"Cy,,2026-01-01T08:00:00Z,false\n");

        CommandRun run = run();

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith(customers + ":4: a double quote is not closed");
        assertThat(run.counts()).containsExactly("customers 2 stored 0 unchanged 0 rejected");
    }

    @Test
    void a_path_that_cannot_be_read_is_told() {
        Path nowhere = folder.resolve("nowhere.csv");

        CommandRun run = run("--orders=" + nowhere);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).isEqualTo(nowhere + ": does not exist" + System.lineSeparator());
    }

    @Test
    void after_the_file_is_put_right_only_the_rest_is_stored() {
        write("customers.csv", CUSTOMERS + ANN + BOB);
        write("orders.csv", ORDERS + FIRST + "O2,C1,2026-01-06,5.00,EUR,100\n" + LAST);
        CommandRun wrong = run();
        write("orders.csv", ORDERS + FIRST + "O2,C1,2026-01-06T08:00:00Z,5.00,EUR,100\n" + LAST);

        CommandRun right = run();

        assertThat(wrong.counts()).contains("orders 2 stored 0 unchanged 1 rejected");
        assertThat(right.counts())
                .containsExactly("customers 0 stored 2 unchanged 0 rejected", "orders 1 stored 2 unchanged 0 rejected");
        assertThat(right.code()).isZero();
        assertThat(right.scorecard().lines())
                .contains(
                        "  earned                      125",
                        "  redeemed                    100",
                        "  outstanding                 25",
                        "  orders                      3");
    }

    @Test
    void all_rejected_rows_are_counted_and_shown_in_the_order_of_their_lines() {
        StringBuilder orders = new StringBuilder(ORDERS);
        for (int i = 0; i < 1_200; i++) {
            orders.append("X").append(i).append(i % 2 == 0 ? ",stranger,2026-01-05T08:00:00Z" : ",C1,today");
            orders.append(",1.00,EUR,\n");
        }
        write("customers.csv", CUSTOMERS + ANN);
        Path file = write("orders.csv", orders.toString());

        CommandRun run = run();

        assertThat(run.counts()).contains("orders 0 stored 0 unchanged 1,200 rejected");
        assertThat(run.err().lines())
                .hasSize(22)
                .startsWith(
                        file + ":2: customer_id: is not known: import the customer first",
                        file + ":3: ordered_at: is not an instant such as 2026-10-01T09:30:00Z")
                .endsWith("... and 1180 more", "1200 rows were rejected; the others were kept");
    }

    @Test
    void a_log_of_bare_orders_registers_its_customers_and_knows_its_rows_again() {
        Path log =
                write("log.csv", "customer_id,date,total\n7,1997-01-01,12.00\n7,1997-01-01,12.00\n8,1997-02-01,-1\n");
        CommandRun first = run("--orders=" + log);
        write("log.csv", "customer_id,date,total\n7,1997-01-01,12.00\n7,1997-01-01,12.00\n8,1997-02-01,1\n");

        CommandRun second = run("--orders=" + log);

        assertThat(first.code()).isEqualTo(1);
        assertThat(first.err()).startsWith(log + ":4: total: is negative; give 0 or more");
        assertThat(first.scorecard().lines())
                .contains(
                        "  repeat rate, by days        0 of 1 (0.0 %)",
                        "  repeat rate, by orders      1 of 1 (100.0 %)");
        assertThat(second.counts()).containsExactly("orders 1 stored 2 unchanged 0 rejected");
        assertThat(second.scorecard().lines())
                .contains("  customers                   2", "  in the loyalty programme    0");
    }

    @Test
    void a_database_that_cannot_be_used_is_code_4_without_its_secrets() {
        List<CommandRun> runs = new ArrayList<>();
        write("customers.csv", CUSTOMERS + ANN);
        String data = "--data=" + folder;
        runs.add(CommandRun.of(
                CrmRelations::open, data, "--no-report", "--db=jdbc:nosuch://ann:hush@host/crm?password=hush"));
        runs.add(CommandRun.of(
                CrmRelations::open,
                data,
                "--no-report",
                "--db=jdbc:h2:file:" + folder.resolve("none") + ";IFEXISTS=TRUE;PASSWORD=hush"));

        assertThat(runs).allSatisfy(run -> {
            assertThat(run.code()).isEqualTo(4);
            assertThat(run.err())
                    .startsWith("jdbc:")
                    .contains(": the database cannot be reached")
                    .hasLineCount(1);
            assertThat(run.err()).doesNotContain("hush", "Exception at");
        });
    }

    private CommandRun run(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--no-report", "--db=" + database, "--db-user=sa"));
        if (more.length == 0) {
            arguments.add("--data=" + folder);
        }
        arguments.addAll(List.of(more));
        return CommandRun.of(CrmRelations::open, arguments.toArray(String[]::new));
    }

    private Path write(String name, String text) {
        return write(name, text, StandardCharsets.UTF_8);
    }

    private Path write(String name, String text, Charset charset) {
        try {
            return Files.writeString(folder.resolve(name), text, charset);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

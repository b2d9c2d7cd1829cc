package io.rapport.crm.benchmarks;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The same events in tables of an in-memory DuckDB, with as many threads as it takes of its own accord: one per core. */
final class DuckDbRetention implements AutoCloseable {

    /** Months since the year 0. */
    private static final String MONTH = "year(day) * 12 + month(day)";

    /** Retained customers by cohort and window, the one a list of different forms of the same question. */
    private static final Map<String, String> COHORT_FORMS = Map.of(
            "distinct, then join",
            """
            WITH seen AS (SELECT DISTINCT customer, %1$s AS m FROM %2$s),
                 firsts AS (SELECT customer, min(m) AS c FROM seen GROUP BY customer)
            SELECT c, m - c AS w, count(*) FROM seen JOIN firsts USING (customer) GROUP BY ALL
            """,
            "count distinct",
            """
            WITH seen AS (SELECT customer, %1$s AS m FROM %2$s),
                 firsts AS (SELECT customer, min(m) AS c FROM seen GROUP BY customer)
            SELECT c, m - c AS w, count(DISTINCT customer) FROM seen JOIN firsts USING (customer) GROUP BY ALL
            """,
            "bits of months",
            """
            WITH months AS (SELECT bit_or(1::BIGINT << (%1$s - %3$d)) AS b FROM %2$s GROUP BY customer),
                 alike AS (SELECT b, bit_count((b & -b) - 1) AS first, count(*) AS k
                           FROM months GROUP BY ALL)
            SELECT first + %3$d AS c, w, sum(k)::BIGINT FROM alike, range(0, 60) AS windows(w)
            WHERE first + w < 60 AND (b >> (first + w)) & 1 = 1 GROUP BY ALL
            """,
            "first month and bits of months",
            """
            WITH months AS (SELECT min(%1$s) AS c, bit_or(1::BIGINT << (%1$s - %3$d)) AS b
                            FROM %2$s GROUP BY customer),
                 alike AS (SELECT c, b, count(*) AS k FROM months GROUP BY ALL)
            SELECT c, w, sum(k)::BIGINT FROM alike, range(0, 60) AS windows(w)
            WHERE c - %3$d + w < 60 AND (b >> (c - %3$d + w)) & 1 = 1 GROUP BY ALL
            """);

    private static final Map<String, String> VALUE_FORMS =
            Map.of("sums of days first", """
            SELECT customer, (DATE '%1$s' - max(day))::INTEGER AS r, count(*)::INTEGER AS f, sum(spent)::BIGINT AS m
            FROM (SELECT customer, day, sum(cents) AS spent FROM events GROUP BY ALL) GROUP BY customer
            """, "count distinct days", """
            SELECT customer, (DATE '%1$s' - max(day))::INTEGER AS r, count(DISTINCT day)::INTEGER AS f,
                   sum(cents)::BIGINT AS m
            FROM events GROUP BY customer
            """);

    private static final String SCORES = """
            CREATE OR REPLACE TABLE scores AS
            WITH figures AS MATERIALIZED (%s),
                 cuts AS (SELECT quantile_disc(r, [0.2, 0.4, 0.6, 0.8]) AS rc,
                                 quantile_disc(f, [0.2, 0.4, 0.6, 0.8]) AS fc,
                                 quantile_disc(m, [0.2, 0.4, 0.6, 0.8]) AS mc FROM figures)
            SELECT customer,
                   5 - (r > rc[1])::INTEGER - (r > rc[2])::INTEGER - (r > rc[3])::INTEGER - (r > rc[4])::INTEGER AS rs,
                   1 + (f > fc[1])::INTEGER + (f > fc[2])::INTEGER + (f > fc[3])::INTEGER + (f > fc[4])::INTEGER AS fs,
                   1 + (m > mc[1])::INTEGER + (m > mc[2])::INTEGER + (m > mc[3])::INTEGER + (m > mc[4])::INTEGER AS ms
            FROM figures, cuts
            """;

    private final DuckDBConnection connection;

    DuckDbRetention(PurchaseEvents events) throws SQLException {
        connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        execute("CREATE TABLE loaded (customer INTEGER, id UUID, day INTEGER, cents INTEGER)");
        try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "loaded")) {
            for (int i = 0; i < events.size(); i++) {
                appender.beginRow();
                appender.append(events.customers[i]);
                appender.append(events.id(i));
                appender.append(events.days[i]);
                appender.append(events.cents[i]);
                appender.endRow();
            }
        }
        execute("CREATE TABLE events AS SELECT customer, DATE '1970-01-01' + day AS day, cents FROM loaded");
        execute("CREATE TABLE events_by_uuid AS SELECT id AS customer, DATE '1970-01-01' + day AS day FROM loaded");
        execute("DROP TABLE loaded");
    }

    /** A question by the name of its form. */
    static Map<String, String> cohortForms(boolean byUuid) {
        int firstMonth = PurchaseEvents.FIRST_DAY.getYear() * 12 + 1;
        return formatted(COHORT_FORMS, MONTH, byUuid ? "events_by_uuid" : "events", firstMonth);
    }

    static Map<String, String> scoreForms() {
        Map<String, String> forms = new TreeMap<>();
        formatted(VALUE_FORMS, PurchaseEvents.END.minusDays(1))
                .forEach((name, form) -> forms.put(name, SCORES.formatted(form)));
        return forms;
    }

    private static Map<String, String> formatted(Map<String, String> forms, Object... arguments) {
        Map<String, String> questions = new TreeMap<>();
        forms.forEach((name, form) -> questions.put(name, form.formatted(arguments)));
        return questions;
    }

    /** Cohort, window and customers of each cell that is not empty. */
    List<List<Long>> cells(String question) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            List<List<Long>> cells = new ArrayList<>();
            while (rows.next()) {
                cells.add(List.of(rows.getLong(1), rows.getLong(2), rows.getLong(3)));
            }
            return cells;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    boolean execute(String command) {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(command);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The three scores of each customer, by number, as one number of three digits. */
    int[] scores(int customers) throws SQLException {
        int[] scores = new int[customers];
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT customer, rs * 100 + fs * 10 + ms FROM scores")) {
            while (rows.next()) {
                scores[rows.getInt(1)] = rows.getInt(2);
            }
        }
        return scores;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

package io.rapport.crm.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.Crm;
import io.rapport.crm.jdbc.CrmSchema;
import io.rapport.crm.jdbc.JdbcCrmStore;
import io.rapport.crm.jdbc.TableNames;
import io.rapport.crm.jdbc.TransactionRunner;
import io.rapport.crm.retention.CalendarUnit;
import io.rapport.crm.retention.CohortClock;
import io.rapport.crm.retention.CohortRow;
import io.rapport.crm.retention.CohortTable;
import io.rapport.crm.retention.Cohorts;
import io.rapport.crm.retention.DataEnd;
import io.rapport.crm.retention.Matching;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * A monthly cohort table of 10,000,000 orders of 1,000,000 customers that lie in the store's own {@code purchase} table
 * on PostgreSQL: read out through {@code crm.retention()} and counted by the library, and counted by PostgreSQL's own
 * SQL, in turns. Of SQL there are the statements that one would write, and the fastest that was found; each has a gigabyte
 * of memory and whatever parallel workers the server allows. All must give the same figures. Prints the medians in
 * seconds, the CPU seconds of this program, and the ratios.
 *
 * <p>Give the JDBC URL of a database that may be filled, with its user and password; how many orders there are, if not 10
 * million; and the zone, if not UTC. The tables stand in a schema of their own, which is dropped before and after.
 */
public final class CohortFromPostgres {

    private static final String SCHEMA = "cohort_benchmark";
    private static final int TURNS = 3;
    private static final int ORDERS_OF_CUSTOMER = 10;
    private static final int DAYS = 730;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final DataEnd END = DataEnd.before(FIRST.plusDays(DAYS + 1));

    /** Each customer's months. The index of the table holds all that is read, by customer. */
    private static final String MONTHS = """
            SELECT customer_id, CAST(date_trunc('month', bought_at AT TIME ZONE '{zone}') AS date) AS month
              FROM {purchase}
             WHERE tenant = 'default'
             GROUP BY 1, 2""";

    private static final String AGE = "CAST(12 * (extract(year FROM month) - extract(year FROM first))"
            + " + extract(month FROM month) - extract(month FROM first) AS int)";

    /** The two usual forms, and one that packs each customer's months into the bits of a number. */
    private static final Map<String, String> STATEMENTS = Map.of(
            "distinct months and a window",
            """
            SELECT first, %s AS age, count(*)
              FROM (SELECT month, min(month) OVER (PARTITION BY customer_id) AS first FROM (%s) AS months) AS active
             GROUP BY 1, 2""".formatted(AGE, MONTHS),
            "distinct months joined with the first",
            """
            WITH months AS MATERIALIZED (%2$s),
                 firsts AS (SELECT customer_id, min(month) AS first FROM months GROUP BY 1)
            SELECT first, %1$s AS age, count(*) FROM months JOIN firsts USING (customer_id) GROUP BY 1, 2""".formatted(AGE, MONTHS),
            "months as bits",
            """
            WITH patterns AS (
                SELECT first, bits, count(*) AS customers
                  FROM (SELECT min(n) AS first, bit_or(1::bigint << n) AS bits
                          FROM (SELECT customer_id, width_bucket(bought_at, ARRAY[{bounds}]) AS n
                                  FROM {purchase}
                                 WHERE tenant = 'default') AS numbered
                         GROUP BY customer_id) AS active
                 GROUP BY 1, 2)
            SELECT (DATE '{start}' + (first - 1) * INTERVAL '1 month')::date AS first, age, sum(customers)
              FROM patterns, generate_series(0, {months}) AS age
             WHERE (bits >> (first + age)) & 1 = 1
             GROUP BY 1, 2""");

    private final HikariDataSource dataSource;
    private final ZoneId zone;
    private final PrintStream out;
    private final TableNames tables = TableNames.standard().inSchema(SCHEMA);

    private CohortFromPostgres(HikariDataSource dataSource, ZoneId zone, PrintStream out) {
        this.dataSource = dataSource;
        this.zone = zone;
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        long orders = args.length > 1 ? Long.parseLong(args[1]) : 10_000_000;
        ZoneId zone = args.length > 2 ? ZoneId.of(args[2]) : ZoneOffset.UTC;
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(args[0]);
        settings.setMaximumPoolSize(2);
        try (HikariDataSource dataSource = new HikariDataSource(settings)) {
            new CohortFromPostgres(dataSource, zone, new PrintStream(System.out, true, StandardCharsets.UTF_8))
                    .run(orders);
        }
    }

    private void run(long orders) throws Exception {
        execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE", "CREATE SCHEMA " + SCHEMA);
        try {
            fill(orders);
            compare(orders);
        } finally {
            execute("DROP SCHEMA " + SCHEMA + " CASCADE");
        }
    }

    /** Without the keys by which orders are looked up one by one, since neither side reads them. */
    private void fill(long orders) throws SQLException {
        CrmSchema.of(dataSource).named(tables).migrate();
        String rows = """
                INSERT INTO {purchase} (tenant, id, customer_id, source_system, external_key, bought_at, total_minor,
                                        currency, lines, recorded_at)
                SELECT 'default', md5('order ' || n)::uuid,
                       md5('customer ' || floor(random() * %d))::uuid, 'shop', n::text,
                       TIMESTAMPTZ '%s 00:00:00Z' + random() * INTERVAL '%d days',
                       500 + floor(random() * 20000), 'EUR', '[]', now()
                  FROM generate_series(1, %d) AS n""".formatted(orders / ORDERS_OF_CUSTOMER, FIRST, DAYS, orders);
        execute(
                "ALTER TABLE {purchase} DROP CONSTRAINT crm_purchase_pk",
                "ALTER TABLE {purchase} DROP CONSTRAINT crm_purchase_external_id",
                "DROP INDEX " + SCHEMA + ".crm_purchase_customer",
                "SELECT setseed(0.42)",
                rows,
                "CREATE INDEX crm_purchase_customer ON {purchase} (tenant, customer_id, bought_at, id)");
        execute("VACUUM ANALYZE {purchase}");
        out.println(String.format(Locale.ROOT, "%,d orders of %,d customers", orders, orders / ORDERS_OF_CUSTOMER));
    }

    private void compare(long orders) throws Exception {
        Crm crm = Crm.builder()
                .store(JdbcCrmStore.builder(TransactionRunner.owning(dataSource))
                        .tables(tables)
                        .build())
                .build();
        Callable<Map<String, Long>> library = () -> cells(Cohorts.on(CohortClock.calendar(CalendarUnit.MONTH))
                .matching(Matching.on())
                .of(crm.retention().purchaseDays(zone), END));
        timed(library);
        List<Timed> ours = new ArrayList<>();
        Map<String, List<Timed>> theirs = new LinkedHashMap<>();
        for (int i = 0; i < TURNS; i++) {
            ours.add(timed(library));
            for (Map.Entry<String, String> statement : STATEMENTS.entrySet()) {
                Timed timed = timed(() -> bySql(statement.getValue()));
                theirs.computeIfAbsent(statement.getKey(), absent -> new ArrayList<>())
                        .add(timed);
                if (!timed.result().equals(ours.get(0).result())) {
                    throw new IllegalStateException("the tables differ");
                }
            }
        }
        Timed fast = median(ours);
        out.println(String.format(
                Locale.ROOT,
                "%,d orders, %d cells: crm.retention() %s",
                orders,
                fast.result().size(),
                fast));
        theirs.forEach((name, times) -> out.println(String.format(
                Locale.ROOT,
                "PostgreSQL, %s: %.2f s, %.2f times as long",
                name,
                median(times).seconds(),
                median(times).seconds() / fast.seconds())));
    }

    private static Map<String, Long> cells(CohortTable table) {
        Map<String, Long> cells = new TreeMap<>();
        for (CohortRow row : table.rows()) {
            for (int age = 0; age < row.cells().size(); age++) {
                long retained = row.cells().get(age).retained();
                if (retained > 0) {
                    cells.put(row.cohort().start() + " +" + age, retained);
                }
            }
        }
        return cells;
    }

    private Map<String, Long> bySql(String statement) throws SQLException {
        Map<String, Long> cells = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("SET work_mem = '1GB'");
            try (ResultSet result = sql.executeQuery(expanded(statement))) {
                while (result.next()) {
                    cells.put(result.getDate(1).toLocalDate() + " +" + result.getInt(2), result.getLong(3));
                }
            }
        }
        return cells;
    }

    private String expanded(String statement) {
        LocalDate start = FIRST.minusMonths(1).withDayOfMonth(1);
        int months = DAYS / 28 + 3;
        StringBuilder bounds = new StringBuilder();
        for (int i = 0; i < months; i++) {
            bounds.append(i == 0 ? "" : ", ").append("TIMESTAMPTZ '");
            bounds.append(start.plusMonths(i).atStartOfDay(zone).toInstant()).append('\'');
        }
        return tables.expand(statement
                .replace("{zone}", zone.getId().equals("Z") ? "UTC" : zone.getId())
                .replace("{bounds}", bounds)
                .replace("{start}", start.toString())
                .replace("{months}", Integer.toString(months)));
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(tables.expand(statement));
            }
        }
    }

    private static Timed timed(Callable<Map<String, Long>> work) throws Exception {
        System.gc();
        Duration cpu = cpu();
        long start = System.nanoTime();
        Map<String, Long> result = work.call();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Timed(result, seconds, cpu().minus(cpu).toNanos() / 1e9);
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Timed median(List<Timed> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    /** What came of some work, how long it took, and how long this program was busy. */
    private record Timed(Map<String, Long> result, double seconds, double cpu) implements Comparable<Timed> {

        @Override
        public int compareTo(Timed other) {
            return Double.compare(seconds, other.seconds);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f s (%.2f s CPU here)", seconds, cpu);
        }
    }
}

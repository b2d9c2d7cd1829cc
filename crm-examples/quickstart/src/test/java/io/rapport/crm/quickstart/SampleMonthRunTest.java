package io.rapport.crm.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.Crm;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.jdbc.CrmSchema;
import io.rapport.crm.jdbc.JdbcCrmStore;
import io.rapport.crm.quickstart.relations.CrmRelations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with nothing but the bundled month, from the files to the report. */
class SampleMonthRunTest {

    @TempDir
    private Path folder;

    @Test
    void the_sample_month_gives_a_scorecard_and_a_report_and_nothing_changes_the_second_time() {
        Path report = folder.resolve("report.html");
        String database = "--db=jdbc:h2:file:" + folder.resolve("relations") + ";QUERY_CACHE_SIZE=128";

        CommandRun first = CommandRun.of(CrmRelations::open, database, "--db-user=sa", "--report=" + report);
        CommandRun second = CommandRun.of(CrmRelations::open, database, "--db-user=sa", "--report=" + report);

        assertThat(first.err()).isEmpty();
        assertThat(first.code()).isZero();
        assertThat(first.counts())
                .containsExactly(
                        "customers 2,000 stored 0 unchanged 0 rejected",
                        "orders 6,474 stored 0 unchanged 0 rejected",
                        "interactions 3,049 stored 0 unchanged 0 rejected",
                        "tickets 259 stored 0 unchanged 0 rejected",
                        "survey answers 442 stored 0 unchanged 0 rejected");
        assertThat(first.scorecard().lines())
                .contains(
                        "orders from 2025-10-01 to 2026-10-31, days of UTC",
                        "  customers                   2,000",
                        "  in the loyalty programme    778",
                        "  in all                      3,049",
                        "  complaints                  28 of 259 (10.8 %)",
                        "  answered within 8 hours     197 of 258 (76.4 %)",
                        "  earned                      184,179",
                        "  redeemed                    92,000",
                        "  outstanding                 92,179",
                        "  satisfied (CSAT)            75.8 % (67.6 % to 82.5 %, 124 answers)",
                        "  would recommend (NPS)       +25.2 (+16.3 to +33.5, 318 answers)",
                        "  repeat rate, by days        910 of 1,955 (46.5 %)",
                        "  repeat rate, by orders      956 of 1,955 (48.9 %)",
                        "  retention, 2026-Q3          348 of 748 (46.5 %)",
                        "  churn, 2026-10              258 of 422 (61.1 %)",
                        "  2026-Q4*     448            797    30.1 %   69.9 %  157           51");
        assertThat(report)
                .content(StandardCharsets.UTF_8)
                .contains("<svg", "46.5 %", "Sample shop, 2026-10")
                .doesNotContain("<script", "http://", "https://", "src=");

        assertThat(second.code()).isZero();
        assertThat(second.counts())
                .containsExactly(
                        "customers 0 stored 2,000 unchanged 0 rejected",
                        "orders 0 stored 6,474 unchanged 0 rejected",
                        "interactions 0 stored 3,049 unchanged 0 rejected",
                        "tickets 0 stored 259 unchanged 0 rejected",
                        "survey answers 0 stored 442 unchanged 0 rejected");
        assertThat(second.scorecard()).isEqualTo(first.scorecard());
    }

    @Test
    void an_import_that_dies_in_the_middle_again_and_again_ends_with_the_same_scorecard() {
        JdbcConnectionPool whole = database("whole");
        JdbcConnectionPool broken = database("broken");
        try {
            CommandRun once = run(whole, new MortalClock(Integer.MAX_VALUE));

            // While members are enrolled, while points are moved, and among the interactions.
            for (int ticks : new int[] {300, 2_500, 7_000}) {
                assertThat(run(broken, new MortalClock(ticks)).code()).isEqualTo(70);
            }
            CommandRun repeated = run(broken, new MortalClock(Integer.MAX_VALUE));

            assertThat(repeated.code()).isZero();
            assertThat(repeated.counts()).isNotEqualTo(once.counts());
            assertThat(repeated.scorecard()).isEqualTo(once.scorecard());
        } finally {
            whole.dispose();
            broken.dispose();
        }
    }

    private static JdbcConnectionPool database(String name) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:mem:sample-" + name + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=128", "sa", "");
        CrmSchema.migrate(pool);
        return pool;
    }

    private static CommandRun run(JdbcConnectionPool pool, Clock clock) {
        return CommandRun.of(
                (database, tenant) -> CrmRelations.over(
                        Crm.builder()
                                .store(JdbcCrmStore.on(pool))
                                .tenant(TenantId.of(tenant))
                                .clock(clock)
                                .build(),
                        () -> {}),
                "--no-report");
    }

    /** Kills what runs with it when it has been read so often. */
    private static final class MortalClock extends Clock {

        private int ticks;

        MortalClock(int ticks) {
            this.ticks = ticks;
        }

        @Override
        public Instant instant() {
            if (--ticks < 0) {
                throw new IllegalStateException("time is up");
            }
            return Instant.parse("2026-11-01T00:00:00Z");
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

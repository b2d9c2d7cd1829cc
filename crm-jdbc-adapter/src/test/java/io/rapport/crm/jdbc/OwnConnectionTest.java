package io.rapport.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.jdbc.Turns.Turn;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OwnConnectionTest {

    private final HikariDataSource pool = TestDatabase.emptyH2Pool(true);
    private final Turns turns = new Turns(Duration.ofMinutes(1));

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void who_waits_for_a_turn_has_no_connection_and_gets_it_when_the_one_before_is_given_back() throws Exception {
        FutureTask<Integer> second = new FutureTask<>(() -> {
            try (OwnConnection next = new OwnConnection(pool, turns)) {
                next.beforeLock("row");
                next.get();
                return inUse();
            }
        });
        try (OwnConnection first = new OwnConnection(pool, turns)) {
            first.beforeLock("row");
            first.get();
            Thread thread = new Thread(second);
            thread.start();
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            assertThat(inUse()).isEqualTo(1);
            first.commit();
        }

        assertThat(second.get()).isEqualTo(1);
        assertThat(inUse()).isZero();
    }

    @Test
    void without_a_statement_no_connection_is_taken() throws Exception {
        try (OwnConnection connection = new OwnConnection(pool, turns)) {
            connection.beforeLock("row");
            assertThat(inUse()).isZero();
            connection.commit();
        }

        assertThat(inUse()).isZero();
    }

    @Test
    void with_a_connection_nobody_waits_since_it_may_have_locked_something() throws Exception {
        Turn others = turns.await("row");

        try (OwnConnection connection = new OwnConnection(pool, turns)) {
            connection.get();
            connection.beforeLock("row");
        }

        others.giveBack();
        assertThat(turns.rows()).isZero();
    }

    @Test
    void a_second_row_is_not_waited_for() throws Exception {
        Turn others = turns.await("second");

        try (OwnConnection connection = new OwnConnection(pool, turns)) {
            connection.beforeLock("first");
            connection.beforeLock("second");
        }

        others.giveBack();
        assertThat(turns.rows()).isZero();
    }

    @Test
    void work_that_was_not_committed_is_rolled_back_and_the_autocommit_mode_is_as_it_was() throws Exception {
        execute("CREATE TABLE shop_order (note VARCHAR(100))");

        try (OwnConnection connection = new OwnConnection(pool, turns)) {
            connection.get().createStatement().execute("INSERT INTO shop_order VALUES ('lost')");
        }

        try (Connection connection = pool.getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
            try (var rows = connection.createStatement().executeQuery("SELECT * FROM shop_order")) {
                assertThat(rows.next()).isFalse();
            }
        }
    }

    @Test
    void the_first_statements_may_begin_the_transaction_themselves() throws Exception {
        try (OwnConnection connection = new OwnConnection(pool, turns)) {
            Connection before = connection.toBegin().orElseThrow();
            assertThat(before.getAutoCommit()).isTrue();
            assertThat(connection.toBegin()).isEmpty();
            assertThat(connection.get()).isSameAs(before);
            assertThat(before.getAutoCommit()).isFalse();
        }
    }

    @Test
    void a_transaction_that_is_open_already_is_not_begun_again() throws Exception {
        try (OwnConnection connection = new OwnConnection(pool, turns)) {
            connection.get();
            assertThat(connection.toBegin()).isEmpty();
        }
        try (HikariDataSource open = TestDatabase.emptyH2Pool(false);
                OwnConnection connection = new OwnConnection(open, turns)) {
            assertThat(connection.toBegin()).isEmpty();
        }
    }

    @Test
    void the_turn_ends_also_where_the_connection_fails() {
        OwnConnection connection = new OwnConnection(pool, turns);
        connection.beforeLock("row");
        pool.close();

        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> {
            try (connection) {
                connection.get();
            }
        });
        assertThat(turns.rows()).isZero();
    }

    private int inUse() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}

package io.rapport.crm.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A points ledger as it is usually written: lock the account by {@code SELECT ... FOR UPDATE}, and then one statement for
 * each thing. It keeps what the library keeps: lots that are used by their expiry, an entry with its key, what the entry
 * took of which lot, and an outbox row. The same key has no second effect.
 */
final class HandWrittenLedger {

    private static final String[] SCHEMA = {
        "CREATE TABLE IF NOT EXISTS hand_account (id UUID PRIMARY KEY, balance BIGINT NOT NULL)",
        "CREATE TABLE IF NOT EXISTS hand_lot (id UUID PRIMARY KEY, account_id UUID NOT NULL, remaining BIGINT NOT NULL,"
                + " expires_at TIMESTAMPTZ NOT NULL)",
        "CREATE INDEX IF NOT EXISTS hand_lot_use ON hand_lot (account_id, expires_at) WHERE remaining > 0",
        "CREATE TABLE IF NOT EXISTS hand_entry (id UUID PRIMARY KEY, account_id UUID NOT NULL, points BIGINT NOT NULL,"
                + " command_key VARCHAR(64) NOT NULL UNIQUE, payload TEXT NOT NULL,"
                + " made_at TIMESTAMPTZ NOT NULL DEFAULT now())",
        "CREATE TABLE IF NOT EXISTS hand_allocation (entry_id UUID NOT NULL, lot_id UUID NOT NULL, points BIGINT NOT NULL,"
                + " PRIMARY KEY (entry_id, lot_id))",
        "CREATE TABLE IF NOT EXISTS hand_outbox (position_no BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                + " entry_id UUID NOT NULL)"
    };

    private final DataSource dataSource;

    HandWrittenLedger(DataSource dataSource) throws SQLException {
        this.dataSource = dataSource;
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : SCHEMA) {
                statement.execute(sql);
            }
        }
    }

    /** An account with so many lots of so many points. */
    UUID open(int lots, long points) throws SQLException {
        UUID account = UUID.randomUUID();
        try (Connection connection = dataSource.getConnection()) {
            run(connection, "INSERT INTO hand_account (id, balance) VALUES (?, ?)", account, lots * points);
            for (int i = 0; i < lots; i++) {
                run(
                        connection,
                        "INSERT INTO hand_lot (id, account_id, remaining, expires_at)"
                                + " VALUES (?, ?, ?, now() + make_interval(days => ?))",
                        UUID.randomUUID(),
                        account,
                        points,
                        i + 1);
            }
        }
        return account;
    }

    /** Takes points of the lot that expires first and has as many. */
    void redeem(UUID account, long points, String key) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                redeem(connection, account, points, key);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void redeem(Connection connection, UUID account, long points, String key) throws SQLException {
        long balance = number(connection, "SELECT balance FROM hand_account WHERE id = ? FOR UPDATE", account);
        if (number(connection, "SELECT count(*) FROM hand_entry WHERE command_key = ?", key) > 0) {
            return;
        }
        if (balance < points) {
            throw new IllegalStateException("too few points");
        }
        UUID lot = lot(connection, account, points);
        UUID entry = UUID.randomUUID();
        run(connection, "UPDATE hand_lot SET remaining = remaining - ? WHERE id = ?", points, lot);
        run(
                connection,
                "INSERT INTO hand_entry (id, account_id, points, command_key, payload) VALUES (?, ?, ?, ?, ?)",
                entry,
                account,
                -points,
                key,
                "{\"points\":" + points + "}");
        run(connection, "INSERT INTO hand_allocation (entry_id, lot_id, points) VALUES (?, ?, ?)", entry, lot, points);
        run(connection, "UPDATE hand_account SET balance = balance - ? WHERE id = ?", points, account);
        run(connection, "INSERT INTO hand_outbox (entry_id) VALUES (?)", entry);
    }

    private static UUID lot(Connection connection, UUID account, long points) throws SQLException {
        String sql = "SELECT id, remaining FROM hand_lot WHERE account_id = ? AND remaining > 0 ORDER BY expires_at";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, account);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (rows.getLong("remaining") >= points) {
                        return rows.getObject("id", UUID.class);
                    }
                }
            }
        }
        throw new IllegalStateException("no lot has as many");
    }

    private static long number(Connection connection, String sql, Object parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}

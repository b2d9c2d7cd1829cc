package io.rapport.crm.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A points ledger as it is usually written: lock the account by {@code SELECT ... FOR UPDATE}, and then one statement after
 * the other. The same key has no second effect.
 */
abstract class PlainLedger {

    private final DataSource dataSource;

    PlainLedger(DataSource dataSource, String... schema) throws SQLException {
        this.dataSource = dataSource;
        try (Connection connection = dataSource.getConnection()) {
            for (String sql : schema) {
                run(connection, sql);
            }
        }
    }

    /** An account with so many lots of so many points. */
    UUID open(int lots, long points) throws SQLException {
        UUID account = UUID.randomUUID();
        try (Connection connection = dataSource.getConnection()) {
            open(connection, account, lots, points);
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

    abstract void open(Connection connection, UUID account, int lots, long points) throws SQLException;

    abstract void redeem(Connection connection, UUID account, long points, String key) throws SQLException;

    /** What becomes of the rows of a query. */
    interface Reading<T> {

        T read(ResultSet rows) throws SQLException;
    }

    static <T> T query(Connection connection, String sql, Reading<T> reading, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return reading.read(rows);
        }
    }

    static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters)) {
            statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}

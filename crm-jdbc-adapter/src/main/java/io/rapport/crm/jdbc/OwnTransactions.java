package io.rapport.crm.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A transaction of the store's own for each unit of work. */
final class OwnTransactions implements TransactionRunner {

    private final DataSource dataSource;
    private final Turns turns = new Turns(Turns.MOMENT);
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    OwnTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public <R> R inTransaction(SqlWork<R> work) throws SQLException {
        enter();
        try (OwnConnection connection = new OwnConnection(dataSource, turns)) {
            R result = work.on(connection);
            connection.commit();
            return result;
        } finally {
            inside.remove();
        }
    }

    @Override
    public <R> R reading(SqlWork<R> work) throws SQLException {
        enter();
        try (Connection connection = dataSource.getConnection()) {
            return read(connection, work);
        } finally {
            inside.remove();
        }
    }

    @Override
    public boolean ownsTransaction() {
        return true;
    }

    private static <R> R read(Connection connection, SqlWork<R> work) throws SQLException {
        try {
            return work.on(() -> connection);
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }

    private void enter() {
        if (inside.get()) {
            throw new IllegalStateException("a unit of work of this store is open on this thread: use it");
        }
        inside.set(true);
    }
}

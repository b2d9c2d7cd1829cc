package io.rapport.crm.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A transaction of the store's own for each unit of work. */
final class OwnTransactions implements TransactionRunner {

    private final DataSource dataSource;
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    OwnTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public <R> R inTransaction(SqlWork<R> work) throws SQLException {
        return connected(connection -> {
            boolean autoCommit = connection.getAutoCommit();
            if (autoCommit) {
                connection.setAutoCommit(false);
            }
            try {
                return committed(connection, work);
            } finally {
                if (autoCommit) {
                    connection.setAutoCommit(true);
                }
            }
        });
    }

    @Override
    public <R> R reading(SqlWork<R> work) throws SQLException {
        return connected(connection -> {
            try {
                return work.on(connection);
            } finally {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
            }
        });
    }

    @Override
    public boolean ownsTransaction() {
        return true;
    }

    @Override
    public boolean commitsNext() {
        return true;
    }

    private static <R> R committed(Connection connection, SqlWork<R> work) throws SQLException {
        boolean done = false;
        try {
            R result = work.on(connection);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    private <R> R connected(SqlWork<R> work) throws SQLException {
        if (inside.get()) {
            throw new IllegalStateException("a unit of work of this store is open on this thread: use it");
        }
        inside.set(true);
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } finally {
            inside.remove();
        }
    }
}

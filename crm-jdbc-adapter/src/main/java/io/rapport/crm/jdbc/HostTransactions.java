package io.rapport.crm.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Work inside the transactions of the host. */
final class HostTransactions implements TransactionRunner {

    private final HostConnections host;

    HostTransactions(HostConnections host) {
        this.host = host;
    }

    @Override
    public <R> R inTransaction(SqlWork<R> work) throws SQLException {
        return reading(connection -> {
            if (connection.get().getAutoCommit()) {
                throw new IllegalStateException(
                        "the host's connection is in autocommit mode: begin a transaction before anything is written");
            }
            return work.on(connection);
        });
    }

    @Override
    public <R> R reading(SqlWork<R> work) throws SQLException {
        Connection connection = host.acquire();
        try {
            return work.on(() -> connection);
        } finally {
            host.release(connection);
        }
    }

    @Override
    public boolean ownsTransaction() {
        return false;
    }
}

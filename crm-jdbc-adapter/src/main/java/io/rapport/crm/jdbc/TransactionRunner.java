package io.rapport.crm.jdbc;

import io.rapport.crm.fault.Require;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Decides on whose connection, and in whose transaction, the store works. Thread-safe. */
public interface TransactionRunner {

    /** Runs work in a transaction. */
    <R> R inTransaction(SqlWork<R> work) throws SQLException;

    /** Runs work that only reads. */
    <R> R reading(SqlWork<R> work) throws SQLException;

    /** Whether the commit is decided here; false when the host's transaction is joined. */
    boolean ownsTransaction();

    /**
     * The store's own transactions, at the data source's isolation level: a commit when work returns, a rollback when it
     * throws, and the connection goes back with the autocommit mode it came with. A connection is taken for the first
     * statement: threads that want the same loyalty account first wait for each other, for a moment, without one.
     */
    static TransactionRunner owning(DataSource dataSource) {
        return new OwnTransactions(Require.present("dataSource", dataSource));
    }

    /**
     * The host's transactions. The store never commits, rolls back, closes or changes autocommit on a connection that it
     * gets this way. Work that writes is refused, with an {@link IllegalStateException}, on a connection in autocommit
     * mode, where it could stay half done.
     */
    static TransactionRunner joining(HostConnections host) {
        return new HostTransactions(Require.present("host", host));
    }

    /** One connection of the host, with the transaction that is open on it. As thread-safe as the connection. */
    static TransactionRunner joining(Connection connection) {
        Require.present("connection", connection);
        return joining(new HostConnections() {
            @Override
            public Connection acquire() {
                return connection;
            }

            @Override
            public void release(Connection given) {
                // it stays with the host
            }
        });
    }
}

package io.rapport.crm.jdbc;

import io.rapport.crm.jdbc.Turns.Turn;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A connection with a transaction for one unit of work, taken for its first statement. Whoever waits for a turn has none
 * yet: a row that many want does not use up a pool, and where the pool gives back what was used last, one connection
 * serves them all.
 */
final class OwnConnection implements UnitConnection, AutoCloseable {

    private final DataSource dataSource;
    private final Turns turns;
    private Optional<Connection> taken = Optional.empty();
    private Turn turn = Turn.NONE;
    private boolean autoCommit;
    private boolean committed;

    OwnConnection(DataSource dataSource, Turns turns) {
        this.dataSource = dataSource;
        this.turns = turns;
    }

    @Override
    public Connection get() throws SQLException {
        Connection connection = connection();
        if (connection.getAutoCommit()) {
            connection.setAutoCommit(false);
        }
        return connection;
    }

    @Override
    public Optional<Connection> toBegin() throws SQLException {
        boolean first = taken.isEmpty();
        Connection connection = connection();
        return first && autoCommit ? Optional.of(connection) : Optional.empty();
    }

    private Connection connection() throws SQLException {
        if (taken.isEmpty()) {
            Connection connection = dataSource.getConnection();
            taken = Optional.of(connection);
            autoCommit = connection.getAutoCommit();
        }
        return taken.get();
    }

    /** Waits for a turn before the first statement; later a turn could only be waited for with locks held. */
    @Override
    public void beforeLock(Object row) {
        if (taken.isEmpty() && turn == Turn.NONE) {
            turn = turns.await(row);
        }
    }

    @Override
    public boolean commitsNext() {
        return true;
    }

    void commit() throws SQLException {
        if (taken.isPresent()) {
            get().commit();
        }
        committed = true;
    }

    /** Rolls back what was not committed. The turn ends last, so that the next can have the connection. */
    @Override
    public void close() throws SQLException {
        try {
            if (taken.isPresent()) {
                giveBack(taken.get());
            }
        } finally {
            turn.giveBack();
        }
    }

    private void giveBack(Connection connection) throws SQLException {
        try (connection) {
            try {
                if (!committed) {
                    get().rollback();
                }
            } finally {
                if (autoCommit) {
                    connection.setAutoCommit(true);
                }
            }
        }
    }
}

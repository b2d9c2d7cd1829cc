package io.rapport.crm.jdbc.internal;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.jdbc.DatabaseFailureException;
import io.rapport.crm.jdbc.Dialect;
import io.rapport.crm.jdbc.UnitConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Runs statements on the connection of one unit of work: prepare, bind, map, batch. SQL names tables as
 * <code>{customer}</code>. Not thread-safe.
 */
public final class Session {

    private static final int FETCH_SIZE = 1_000;

    private final UnitConnection connection;
    private final Statements statements;
    private final boolean owned;
    private Optional<WaitingWrite> waiting = Optional.empty();

    /**
     * Works on the connection of a unit of work.
     *
     * @param owned whether the store, and not the host, decides about the connection's transactions
     */
    public Session(UnitConnection connection, Statements statements, boolean owned) {
        this.connection = connection;
        this.statements = statements;
        this.owned = owned;
    }

    Json json() {
        return statements.json();
    }

    Dialect dialect() {
        return statements.dialect();
    }

    <T> Optional<T> one(String sql, Parameters.Binder binder, Row.Mapper<T> mapper) {
        return list(sql, binder, mapper).stream().findFirst();
    }

    <T> List<T> list(String sql, Parameters.Binder binder, Row.Mapper<T> mapper) {
        Read<T> read = new Read<>(sql, binder, mapper);
        try (PreparedStatement statement = prepared(List.of(sql), binder);
                ResultSet result = statement.executeQuery()) {
            read.take(result, statements);
        } catch (SQLException failure) {
            throw new DatabaseFailureException(failure);
        }
        return read.rows();
    }

    /** A query among others that are sent together, and what it found. */
    static final class Read<T> {

        private final String sql;
        private final Parameters.Binder binder;
        private final Row.Mapper<T> mapper;
        private final List<T> rows = new ArrayList<>();

        Read(String sql, Parameters.Binder binder, Row.Mapper<T> mapper) {
            this.sql = sql;
            this.binder = binder;
            this.mapper = mapper;
        }

        List<T> rows() {
            return rows;
        }

        Optional<T> first() {
            return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
        }

        private String sql() {
            return sql;
        }

        private void bind(Parameters parameters) throws SQLException {
            binder.bind(parameters);
        }

        private void take(ResultSet result, Statements statements) throws SQLException {
            Row row = new Row(result, statements);
            while (result.next()) {
                rows.add(mapper.map(row));
            }
        }
    }

    /** Queries one after the other; one round trip where the database takes them together. */
    void together(List<? extends Read<?>> reads) {
        if (!dialect().takesStatementsTogether()) {
            reads.forEach(this::readAlone);
            return;
        }
        flush();
        try {
            Optional<Connection> toBegin = dialect().beginsBySql() ? connection.toBegin() : Optional.empty();
            if (toBegin.isPresent()) {
                together(toBegin.get(), List.of("BEGIN"), reads);
            } else {
                together(connection.get(), List.of(), reads);
            }
        } catch (SQLException failure) {
            throw new DatabaseFailureException(failure);
        }
    }

    private void together(Connection on, List<String> before, List<? extends Read<?>> reads) throws SQLException {
        List<String> sql = new ArrayList<>(before);
        for (Read<?> read : reads) {
            sql.add(read.sql());
        }
        Parameters.Binder all = parameters -> {
            for (Read<?> read : reads) {
                read.bind(parameters);
            }
        };
        try (PreparedStatement statement = prepared(on, sql, all)) {
            statement.execute();
            for (int i = 0; i < before.size(); i++) {
                statement.getMoreResults();
            }
            for (Read<?> read : reads) {
                try (ResultSet result = statement.getResultSet()) {
                    read.take(result, statements);
                }
                statement.getMoreResults();
            }
        }
    }

    /** Says that a row is locked next that others often want as well. */
    void beforeLock(Object row) {
        connection.beforeLock(row);
    }

    /** Locks a row until the transaction ends, and reads it as it is once the lock is held. */
    <T> Optional<T> oneLocked(
            String lock, Parameters.Binder lockBinder, String sql, Parameters.Binder binder, Row.Mapper<T> mapper) {
        Read<T> read = new Read<>(sql, binder, mapper);
        together(List.of(new Read<>(lock, lockBinder, row -> row), read));
        return read.first();
    }

    private <T> void readAlone(Read<T> read) {
        read.rows.addAll(list(read.sql, read.binder, read.mapper));
    }

    /**
     * Shows rows one by one, without holding them all: from a copy-out where the database has one and its driver can be
     * reached, else from a cursor. On a connection of the host that is in autocommit mode a driver without copy-out may
     * hold all rows, since the mode is the host's.
     */
    void each(Selection selection, Columns.Reader reader) {
        flush();
        try {
            if (dialect().copiesOut() && PostgresCopy.canRead(connection.get())) {
                PostgresCopy.read(connection.get(), statements.expand(List.of(selection.sql())), selection, reader);
            } else {
                eachByCursor(selection, reader);
            }
        } catch (SQLException failure) {
            throw new DatabaseFailureException(failure);
        }
    }

    private void eachByCursor(Selection selection, Columns.Reader reader) throws SQLException {
        Connection cursors = connection.get();
        boolean switched = owned && cursors.getAutoCommit();
        if (switched) {
            // PostgreSQL reads by cursor only inside a transaction.
            cursors.setAutoCommit(false);
        }
        try (PreparedStatement statement = prepared(List.of(selection.sql()), selection::bind)) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet result = statement.executeQuery()) {
                Columns row = new CursorRow(new Row(result, statements), selection.columns());
                while (result.next()) {
                    reader.on(row);
                }
            }
        } finally {
            if (switched) {
                cursors.rollback();
                cursors.setAutoCommit(true);
            }
        }
    }

    /** The present row of a cursor. */
    private record CursorRow(Row row, List<String> names) implements Columns {

        @Override
        public UUID id(int column) throws SQLException {
            return row.id(names.get(column));
        }

        @Override
        public Instant instant(int column) throws SQLException {
            return row.instant(names.get(column));
        }

        @Override
        public long number(int column) throws SQLException {
            return row.number(names.get(column));
        }

        @Override
        public String text(int column) throws SQLException {
            return row.text(names.get(column));
        }
    }

    long count(String sql, Parameters.Binder binder) {
        return one(sql, binder, row -> row.number("n")).orElse(0L);
    }

    int tryUpdate(String sql, Parameters.Binder binder) throws SQLException {
        return tryUpdates(List.of(sql), binder);
    }

    /** Several statements in one round trip, where the database takes them together; the rows that the first changed. */
    int tryUpdates(List<String> sql, Parameters.Binder binder) throws SQLException {
        try (PreparedStatement statement = prepared(sql, binder)) {
            return statement.executeUpdate();
        }
    }

    /**
     * Sends a write with the commit, or before the next statement if there is one; at once where the commit is the
     * host's, or the database takes one statement at a time.
     */
    void last(WaitingWrite write) {
        flush();
        waiting = Optional.of(write);
        if (!owned || !dialect().takesStatementsTogether()) {
            flush();
        }
    }

    /** Sends what waits. */
    void flush() {
        send(List.of());
    }

    /**
     * Sends what waits, together with the commit where nothing else comes before it; the connection's own commit finds
     * nothing left to do then.
     */
    void finish() {
        send(connection.commitsNext() ? List.of("COMMIT") : List.of());
    }

    private void send(List<String> more) {
        if (waiting.isEmpty()) {
            return;
        }
        WaitingWrite write = waiting.get();
        waiting = Optional.empty();
        List<String> sql =
                ImmutableList.<String>builder().addAll(write.sql()).addAll(more).build();
        try {
            if (tryUpdates(sql, write.binder()) == 0) {
                throw write.refusals().stale();
            }
        } catch (SQLException failure) {
            throw write.refusals().refused(failure);
        }
    }

    /** Runs one statement for many rows in few round trips. */
    void tryBatch(String sql, Collection<Parameters.Binder> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        flush();
        try (PreparedStatement statement = connection.get().prepareStatement(statements.expand(List.of(sql)))) {
            for (Parameters.Binder row : rows) {
                row.bind(new Parameters(statement, statements));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** {@link #tryBatch} for statements that are not expected to be refused. */
    void batch(String sql, Collection<Parameters.Binder> rows) {
        try {
            tryBatch(sql, rows);
        } catch (SQLException failure) {
            throw new DatabaseFailureException(failure);
        }
    }

    /** The first column of the first row of a statement that both writes and answers. */
    long tryAnswer(String sql, Parameters.Binder binder) throws SQLException {
        try (PreparedStatement statement = prepared(List.of(sql), binder);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Statements that stay together even where the host's transaction goes on after one of them was refused. */
    interface Writes {

        void run() throws SQLException;
    }

    /**
     * Runs writes behind a savepoint where one refused statement leaves the transaction usable. (On PostgreSQL it does
     * not, and a savepoint would only cost a round trip.)
     */
    void atomically(Writes writes) throws SQLException {
        if (dialect().refusalEndsTransaction()) {
            writes.run();
            return;
        }
        flush();
        Connection within = connection.get();
        Savepoint before = within.setSavepoint();
        boolean done = false;
        try {
            writes.run();
            done = true;
        } finally {
            if (done) {
                within.releaseSavepoint(before);
            } else {
                within.rollback(before);
            }
        }
    }

    private PreparedStatement prepared(List<String> sql, Parameters.Binder binder) throws SQLException {
        flush();
        return prepared(connection.get(), sql, binder);
    }

    private PreparedStatement prepared(Connection on, List<String> sql, Parameters.Binder binder) throws SQLException {
        PreparedStatement statement = on.prepareStatement(statements.expand(sql));
        boolean bound = false;
        try {
            binder.bind(new Parameters(statement, statements));
            bound = true;
            return statement;
        } finally {
            if (!bound) {
                statement.close();
            }
        }
    }
}

package io.rapport.crm.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * What differs between databases. The defaults are standard SQL; a host may hand in its own. Implementations are
 * stateless and thread-safe.
 */
public interface Dialect {

    /** The folder of this database's schema scripts, below {@code db/rapport-crm}. */
    String scripts();

    /** Binds an instant, exact to the microsecond and free of the JVM's time zone. */
    default void bind(PreparedStatement statement, int index, Instant instant) throws SQLException {
        statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
    }

    /** Reads an instant that {@link #bind} wrote; the caller asks {@link ResultSet#wasNull}. */
    default Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? Instant.EPOCH : value.toInstant();
    }

    /** Whether a statement failed because a unique key was taken. */
    default boolean uniqueViolation(SQLException failure) {
        return "23505".equals(failure.getSQLState());
    }

    /**
     * What stands behind an {@code INSERT} to make it do nothing where a key is taken; empty where the database has no
     * such clause and reports a {@link #uniqueViolation} instead.
     *
     * @param key the columns of the key, separated by commas
     */
    default String orNothing(String key) {
        return "";
    }

    /**
     * Whether one statement can write several tables ({@code WITH .. AS (UPDATE .. RETURNING ..)}), so that an aggregate
     * with its events and outbox rows is one round trip.
     */
    default boolean writesTablesTogether() {
        return false;
    }

    /** Whether several statements, separated by semicolons, can be prepared and sent as one. */
    default boolean takesStatementsTogether() {
        return false;
    }

    /**
     * Whether a transaction may be begun by {@code BEGIN} among statements that are sent as one, in autocommit mode, and
     * the mode be turned off after that without a commit. It spares the database a message of its own.
     */
    default boolean beginsBySql() {
        return false;
    }

    /** Whether a transaction can only roll back after one of its statements was refused. */
    default boolean refusalEndsTransaction() {
        return false;
    }

    /**
     * Whether {@code COPY (..) TO STDOUT (FORMAT binary)} works. It is used to read many rows where the connection is,
     * or {@linkplain java.sql.Wrapper unwraps} to, one of PostgreSQL's own driver.
     */
    default boolean copiesOut() {
        return false;
    }

    /** H2, tested with 2.5. */
    static Dialect h2() {
        return new H2Dialect();
    }

    /** PostgreSQL, tested with 17. */
    static Dialect postgresql() {
        return new PostgreSqlDialect();
    }

    /**
     * The dialect of the database behind a connection.
     *
     * @throws IllegalArgumentException naming the product, if none fits
     */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "h2" -> h2();
            case "postgresql" -> postgresql();
            default ->
                throw new IllegalArgumentException(
                        "no dialect for " + product + ": use H2 or PostgreSQL, or hand a Dialect to the builder");
        };
    }
}

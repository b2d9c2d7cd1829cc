package io.rapport.crm.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The connection of one unit of work, which somebody else opens and closes. For one thread. */
@FunctionalInterface
public interface UnitConnection {

    /** The connection, the same each time. */
    Connection get() throws SQLException;

    /** Told before a row is locked that others often want as well; does nothing unless said. */
    default void beforeLock(Object row) {}

    /**
     * The connection before its transaction has begun, in autocommit mode, for statements that begin one, as SQL;
     * the next {@link #get} turns the mode off. Empty unless said, since the transaction may be open already, or the
     * business of somebody who hands out the connection.
     */
    default Optional<Connection> toBegin() throws SQLException {
        return Optional.empty();
    }

    /**
     * Whether nothing but the commit follows the work, so that it may be sent together with the last statement, as SQL;
     * false unless said, since the commit may be the business of somebody who hands out the connection.
     */
    default boolean commitsNext() {
        return false;
    }
}

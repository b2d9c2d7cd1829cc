package io.rapport.crm.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** The connection of one unit of work, which somebody else opens and closes. For one thread. */
@FunctionalInterface
public interface UnitConnection {

    /** The connection, the same each time. */
    Connection get() throws SQLException;

    /** Told before a row is locked that others often want as well; does nothing unless said. */
    default void beforeLock(Object row) {}

    /**
     * Whether nothing but the commit follows the work, so that it may be sent together with the last statement, as SQL;
     * false unless said, since the commit may be the business of somebody who hands out the connection.
     */
    default boolean commitsNext() {
        return false;
    }
}

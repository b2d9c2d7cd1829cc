package io.rapport.crm.jdbc;

import java.sql.SQLException;

/** Work on the connection of one unit of work. */
@FunctionalInterface
public interface SqlWork<R> {

    R on(UnitConnection connection) throws SQLException;
}

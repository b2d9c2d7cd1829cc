package io.rapport.crm.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Work on a connection that somebody else opened and will close. */
@FunctionalInterface
public interface SqlWork<R> {

    R on(Connection connection) throws SQLException;
}

package io.rapport.crm.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Where the connection of the host's current transaction comes from, and how it is given back. */
public interface HostConnections {

    /** The connection on which the host's transaction runs on this thread. */
    Connection acquire() throws SQLException;

    /** Gives the connection back to the host after a unit of work; the host's transaction goes on. */
    void release(Connection connection) throws SQLException;
}

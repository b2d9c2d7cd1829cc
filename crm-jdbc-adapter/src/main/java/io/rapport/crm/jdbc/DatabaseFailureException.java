package io.rapport.crm.jdbc;

import io.rapport.crm.fault.CrmException;
import java.sql.SQLException;

/** The database failed or refused. The unit of work was not committed; the cause carries what the driver said. */
public final class DatabaseFailureException extends CrmException {

    private static final long serialVersionUID = 1L;

    public DatabaseFailureException(SQLException cause) {
        super("the database failed with SQL state " + cause.getSQLState() + ": see the cause", cause);
    }
}

package io.rapport.crm.jdbc.internal;

import java.sql.SQLException;
import java.util.List;

/**
 * A write that is sent with whatever comes next, the commit most often, so that it costs no round trip of its own.
 *
 * @param sql its statements; the first changes the row that the others depend on
 * @param binder binds all of them
 * @param refusals what is told when it is refused
 */
record WaitingWrite(List<String> sql, Parameters.Binder binder, Refusals refusals) {

    /** What a write is refused with. */
    interface Refusals {

        /** The row was not there as expected. */
        RuntimeException stale();

        /** The database refused it. */
        RuntimeException refused(SQLException failure);
    }
}

package io.rapport.crm.jdbc.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** The present row of a {@link Selection}, by the position of its columns, counted from 0. No column may be null. */
interface Columns {

    /** Is shown one row after another; the shown object is the same each time. */
    @FunctionalInterface
    interface Reader {

        void on(Columns row) throws SQLException;
    }

    UUID id(int column) throws SQLException;

    Instant instant(int column) throws SQLException;

    long number(int column) throws SQLException;

    String text(int column) throws SQLException;
}

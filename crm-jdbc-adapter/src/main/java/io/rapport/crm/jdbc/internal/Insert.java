package io.rapport.crm.jdbc.internal;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** An insert of any number of rows into one table. */
final class Insert {

    private final String head;
    private final String row;
    private final String one;

    private Insert(String table, List<String> columns) {
        head = "INSERT INTO {" + table + "} ("
                + columns.stream().map(column -> column.split(" ", 2)[0]).collect(Collectors.joining(", ")) + ")";
        row = columns.stream().map(Insert::parameter).collect(Collectors.joining(", ", "(", ")"));
        one = head + " VALUES " + row;
    }

    /**
     * An insert into a table.
     *
     * @param table its short name
     * @param columns in the order in which they are bound; a column names its type after a space if it may be null and
     *     the driver does not tell the type of such a null
     */
    static Insert into(String table, String... columns) {
        return new Insert(table, List.of(columns));
    }

    /** For one row, or one row of a batch. */
    String one() {
        return one;
    }

    /** For many rows. */
    String many(int rows) {
        return rows == 1 ? one : head + " VALUES " + values(rows);
    }

    /** For many rows, written only where the statement named {@code guard} changed a row. */
    String guarded(int rows, String guard) {
        return head + " SELECT * FROM (VALUES " + values(rows) + ") AS given WHERE EXISTS (SELECT 1 FROM " + guard
                + ")";
    }

    private String values(int rows) {
        return String.join(", ", Collections.nCopies(rows, row));
    }

    private static String parameter(String column) {
        int space = column.indexOf(' ');
        return space < 0 ? "?" : "CAST(? AS " + column.substring(space + 1) + ")";
    }
}

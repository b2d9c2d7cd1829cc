package io.rapport.crm.quickstart.csv;

/**
 * A named, typed column of a CSV file. A required column must be in the header and filled in every row; an optional one
 * may be left out of the header or left blank in a row.
 */
public record Column<T>(String name, boolean required, ValueType<T> type) {

    public static <T> Column<T> required(String name, ValueType<T> type) {
        return new Column<>(name, true, type);
    }

    public static <T> Column<T> optional(String name, ValueType<T> type) {
        return new Column<>(name, false, type);
    }

    /** The same column under another name in the file. */
    public Column<T> named(String otherName) {
        return new Column<>(otherName, required, type);
    }
}

package io.rapport.crm.quickstart.csv;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The columns of a kind of CSV file and how a row becomes an {@code R}. Columns may stand in any order. Immutable and
 * thread-safe.
 *
 * @param columns each name once
 * @param othersIgnored whether columns that are not listed are skipped; otherwise they are an error of the file
 * @param toRecord makes the record of a row
 */
public record CsvLayout<R>(List<Column<?>> columns, boolean othersIgnored, Function<Row, R> toRecord) {

    public CsvLayout {
        columns = List.copyOf(columns);
    }

    /** A layout whose files may have no other columns than these. */
    public static <R> CsvLayout<R> of(List<Column<?>> columns, Function<Row, R> toRecord) {
        return new CsvLayout<>(columns, false, toRecord);
    }

    /** A layout whose files may have more columns, which are skipped. */
    public static <R> CsvLayout<R> ignoringOthers(List<Column<?>> columns, Function<Row, R> toRecord) {
        return new CsvLayout<>(columns, true, toRecord);
    }

    /**
     * Opens a file, having checked its encoding from end to end and its header. Rows are read as they are asked for, so
     * memory does not grow with the file.
     *
     * @param rejected told of each row that is left out, in the order of the lines
     * @throws UnreadableFileException when the file cannot be opened, is empty, is not UTF-8 or has a wrong header
     */
    public CsvRows<R> open(CsvSource source, Consumer<RejectedRow> rejected) {
        return CsvRows.open(this, source, rejected);
    }
}

package io.rapport.crm.quickstart.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Optional;

/** One row on its way to a record. Valid only while its layout reads it. */
public final class Row {

    private final Header header;
    private final CsvRecord record;

    Row(Header header, CsvRecord record) {
        this.header = header;
        this.record = record;
    }

    /** The line on which the row starts, the header being line 1. */
    public long line() {
        return record.getStartingLineNumber();
    }

    /** The value of a required column. */
    public <T> T get(Column<T> column) {
        return find(column)
                .orElseThrow(
                        () -> refuse(column, "is blank; give " + column.type().expects()));
    }

    /** The value of an optional column; empty when the cell is blank or the column is not in the file. */
    public <T> Optional<T> find(Column<T> column) {
        int position = header.position(column);
        String text = position < 0 ? "" : record.getField(position).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(column.type().parse().apply(text));
        } catch (BadValueException e) {
            throw refuse(column, String.valueOf(e.getMessage()));
        }
    }

    /** Refuses the row because of {@code column}, for rules that look at several cells. */
    public RuntimeException refuse(Column<?> column, String reason) {
        return new Refusal(column.name(), reason);
    }

    void checkWidth() {
        if (record.getFieldCount() != header.width()) {
            throw new Refusal(
                    RejectedRow.WHOLE_ROW,
                    "has " + record.getFieldCount() + " fields where the header has " + header.width());
        }
    }

    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String column;

        Refusal(String column, String reason) {
            super(reason, null, false, false);
            this.column = column;
        }

        RejectedRow in(String file, long line) {
            return new RejectedRow(file, line, column, String.valueOf(getMessage()));
        }
    }
}

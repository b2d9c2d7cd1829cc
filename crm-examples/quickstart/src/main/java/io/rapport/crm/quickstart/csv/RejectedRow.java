package io.rapport.crm.quickstart.csv;

/**
 * A row that was left out while the others went on.
 *
 * @param file the file's name as the user gave it
 * @param line where the row starts, the header being line 1
 * @param column the name of the offending column, or {@link #WHOLE_ROW}
 * @param reason what is wrong; never repeats the cell, which may be personal data
 */
public record RejectedRow(String file, long line, String column, String reason) {

    /** Stands where a column's name would, when the row as a whole is refused. */
    public static final String WHOLE_ROW = "(row)";

    @Override
    public String toString() {
        return file + ":" + line + ": " + column + ": " + reason;
    }
}

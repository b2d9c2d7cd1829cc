package io.rapport.crm.quickstart.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which column stands at which position of one file. */
final class Header {

    private final int width;
    private final Map<String, Integer> positions;

    private Header(int width, Map<String, Integer> positions) {
        this.width = width;
        this.positions = Map.copyOf(positions);
    }

    static Header read(String file, CsvRecord record, List<Column<?>> columns, boolean othersIgnored) {
        List<String> names = record.getFields().stream().map(String::strip).toList();
        Map<String, Column<?>> known = columns.stream().collect(Collectors.toMap(Column::name, column -> column));
        String expected = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        long line = record.getStartingLineNumber();
        if (names.stream().noneMatch(known::containsKey)) {
            // The first line may be a row of data, so it is not repeated.
            throw new UnreadableFileException(file, line, "has no header; expected the columns " + expected);
        }
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (known.containsKey(name)) {
                if (positions.putIfAbsent(name, i) != null) {
                    throw new UnreadableFileException(file, line, "column " + name + " stands twice in the header");
                }
            } else if (!othersIgnored) {
                throw new UnreadableFileException(
                        file, line, "column " + shown(name, i) + " is unknown; the columns are " + expected);
            }
        }
        for (Column<?> column : columns) {
            if (column.required() && !positions.containsKey(column.name())) {
                throw new UnreadableFileException(file, line, "column " + column.name() + " is missing");
            }
        }
        return new Header(names.size(), positions);
    }

    int width() {
        return width;
    }

    /** The position of a column, or -1 when an optional column is not in this file. */
    int position(Column<?> column) {
        return positions.getOrDefault(column.name(), -1);
    }

    private static String shown(String name, int index) {
        return name.isEmpty() ? "number " + (index + 1) + " (without a name)" : "\"" + name + "\"";
    }
}

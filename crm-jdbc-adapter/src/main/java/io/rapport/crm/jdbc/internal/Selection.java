package io.rapport.crm.jdbc.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A query for many rows of few columns, which can be bound to a statement or written out with its values, since a
 * {@code COPY} takes no parameters.
 *
 * @param columns what is read of each row, in order
 * @param from what stands behind FROM, with a question mark for each value and no others
 * @param values texts, instants, and lists of texts for {@code = ANY (?)}
 */
record Selection(List<String> columns, String from, List<Object> values) {

    /** No database knows all instants of Java. What was before or after these is a slip of the source, and no fact. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    Selection {
        columns = List.copyOf(columns);
        values = values.stream().map(Selection::bounded).toList();
    }

    private static Object bounded(Object value) {
        if (value instanceof Instant instant) {
            return instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
        }
        return value;
    }

    String sql() {
        return "SELECT " + String.join(", ", columns) + " FROM " + from;
    }

    /** The same, only where a column has one of the given constants; all of them where none is given. */
    Selection among(String column, Set<? extends Enum<?>> constants) {
        if (constants.isEmpty()) {
            return this;
        }
        List<Object> more = new ArrayList<>(values);
        more.add(constants.stream().map(Enum::name).sorted().toList());
        return new Selection(columns, from + " AND " + column + " = ANY (?)", more);
    }

    void bind(Parameters parameters) throws SQLException {
        for (Object value : values) {
            if (value instanceof String text) {
                parameters.add(text);
            } else if (value instanceof Instant instant) {
                parameters.add(instant);
            } else {
                parameters.addAll("VARCHAR", ((List<?>) value).toArray());
            }
        }
    }
}

package io.rapport.crm.jdbc.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * A column of a table, and what of a value stands in it.
 *
 * @param declared its name, and after a space its type where {@link Insert} wants one
 * @param content what tells whether two values differ here
 */
record Column<T>(String name, String declared, Function<T, ?> content, Binding<T> binding) {

    /** Binds a value. */
    interface Binding<T> {

        void bind(Parameters parameters, T value) throws SQLException;
    }

    static <T> Column<T> number(String declared, Function<T, Long> content) {
        return declared(declared, content, (parameters, value) -> parameters.add((long) content.apply(value)));
    }

    static <T> Column<T> flag(String declared, Function<T, Boolean> content) {
        return declared(declared, content, (parameters, value) -> parameters.add((boolean) content.apply(value)));
    }

    static <T> Column<T> instant(String declared, Function<T, Instant> content) {
        return declared(declared, content, (parameters, value) -> parameters.add(content.apply(value)));
    }

    static <T> Column<T> optionalInstant(String declared, Function<T, Optional<Instant>> content) {
        return declared(declared, content, (parameters, value) -> parameters.addInstant(content.apply(value)));
    }

    /** A list as JSON; null if it is empty. */
    static <T> Column<T> list(String declared, Function<T, List<?>> content) {
        return declared(declared, content, (parameters, value) -> parameters.addList(content.apply(value)));
    }

    private static <T> Column<T> declared(String declared, Function<T, ?> content, Binding<T> binding) {
        return new Column<>(declared.split(" ", 2)[0], declared, content, binding);
    }

    /** The columns in which two values differ. */
    static <T> List<Column<T>> changed(List<Column<T>> columns, T before, T after) {
        List<Column<T>> changed = new ArrayList<>();
        for (Column<T> column : columns) {
            if (!column.content.apply(before).equals(column.content.apply(after))) {
                changed.add(column);
            }
        }
        return changed;
    }

    /** What stands behind {@code SET}. */
    static <T> String assignments(List<Column<T>> columns) {
        StringJoiner assignments = new StringJoiner(", ");
        for (Column<T> column : columns) {
            assignments.add(column.name + " = ?");
        }
        return assignments.toString();
    }

    static <T> void bind(Parameters parameters, List<Column<T>> columns, T value) throws SQLException {
        for (Column<T> column : columns) {
            column.binding.bind(parameters, value);
        }
    }
}

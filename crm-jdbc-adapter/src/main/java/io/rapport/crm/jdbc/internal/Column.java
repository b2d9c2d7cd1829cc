package io.rapport.crm.jdbc.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A column of a table, and what of a value stands in it.
 *
 * @param declared its name, and after a space its type where {@link Insert} wants one
 */
record Column<T>(String declared, Function<T, ?> content, Binding<T> binding) {

    /** Binds a value. */
    interface Binding<T> {

        void bind(Parameters parameters, T value) throws SQLException;
    }

    static <T> Column<T> number(String declared, Function<T, Long> content) {
        return new Column<>(declared, content, (parameters, value) -> parameters.add((long) content.apply(value)));
    }

    static <T> Column<T> flag(String declared, Function<T, Boolean> content) {
        return new Column<>(declared, content, (parameters, value) -> parameters.add((boolean) content.apply(value)));
    }

    static <T> Column<T> instant(String declared, Function<T, Instant> content) {
        return new Column<>(declared, content, (parameters, value) -> parameters.add(content.apply(value)));
    }

    static <T> Column<T> optionalInstant(String declared, Function<T, Optional<Instant>> content) {
        return new Column<>(declared, content, (parameters, value) -> parameters.addInstant(content.apply(value)));
    }

    /** A list as JSON; null if it is empty. */
    static <T> Column<T> list(String declared, Function<T, List<?>> content) {
        return new Column<>(declared, content, (parameters, value) -> parameters.addList(content.apply(value)));
    }

    /** The columns in which two values differ. */
    static <T> List<Column<T>> changed(List<Column<T>> columns, T before, T after) {
        return columns.stream()
                .filter(column -> !column.content.apply(before).equals(column.content.apply(after)))
                .toList();
    }

    /** What stands behind {@code SET}. */
    static <T> String assignments(List<Column<T>> columns) {
        return columns.stream().map(column -> column.name() + " = ?").collect(Collectors.joining(", "));
    }

    static <T> void bind(Parameters parameters, List<Column<T>> columns, T value) throws SQLException {
        for (Column<T> column : columns) {
            column.binding.bind(parameters, value);
        }
    }

    String name() {
        return declared.split(" ", 2)[0];
    }
}

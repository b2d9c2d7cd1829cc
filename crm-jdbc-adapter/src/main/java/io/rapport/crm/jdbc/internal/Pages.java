package io.rapport.crm.jdbc.internal;

import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.util.List;
import java.util.function.Function;

/**
 * Keyset pages in the order of (time, id). The condition is written out, so that every database can answer it from an
 * index on the two columns.
 */
final class Pages {

    private Pages() {}

    /**
     * The page of the rows that {@code select} finds, the earliest first.
     *
     * @param select ends with a WHERE clause
     */
    static <T> Page<T> ascending(
            Session session,
            String select,
            String time,
            Parameters.Binder binder,
            PageRequest request,
            Row.Mapper<T> mapper,
            Function<T, Cursor> place) {
        return page(session, select, time, ">", "ASC", binder, request, mapper, place);
    }

    /** The same, the latest first. */
    static <T> Page<T> descending(
            Session session,
            String select,
            String time,
            Parameters.Binder binder,
            PageRequest request,
            Row.Mapper<T> mapper,
            Function<T, Cursor> place) {
        return page(session, select, time, "<", "DESC", binder, request, mapper, place);
    }

    private static <T> Page<T> page(
            Session session,
            String select,
            String time,
            String beyond,
            String order,
            Parameters.Binder binder,
            PageRequest request,
            Row.Mapper<T> mapper,
            Function<T, Cursor> place) {
        String after = request.after().isPresent()
                ? " AND " + time + " " + beyond + "= ? AND (" + time + " " + beyond + " ? OR id " + beyond + " ?)"
                : "";
        String sql = select + after + " ORDER BY " + time + " " + order + ", id " + order + " LIMIT ?";
        List<T> rows = session.list(
                sql,
                parameters -> {
                    binder.bind(parameters);
                    if (request.after().isPresent()) {
                        Cursor end = request.after().get();
                        parameters.add(end.at()).add(end.at()).add(end.id());
                    }
                    parameters.add(request.size() + 1L);
                },
                mapper);
        return Page.of(request, rows, place);
    }
}

package io.rapport.crm.store;

import io.rapport.crm.fault.Require;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param next where the next page begins; empty when this is the last
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {

    public Page {
        items = Require.list("items", items);
        Require.present("next", next);
    }

    /**
     * Cuts a page out of rows that were read with one more than wanted.
     *
     * @param rows at most {@code request.size() + 1} rows, in order
     */
    public static <T> Page<T> of(PageRequest request, List<T> rows, Function<T, Cursor> place) {
        if (rows.size() <= request.size()) {
            return new Page<>(rows, Optional.empty());
        }
        List<T> items = rows.subList(0, request.size());
        return new Page<>(items, Optional.of(place.apply(items.get(items.size() - 1))));
    }

    public boolean hasNext() {
        return next.isPresent();
    }
}

package io.rapport.crm.store;

import io.rapport.crm.fault.Require;
import java.util.Optional;

/**
 * Which page of a list is wanted.
 *
 * @param size 1 to 1000 items
 * @param after the end of the page before; empty for the first page
 */
public record PageRequest(int size, Optional<Cursor> after) {

    public static final int MAX_SIZE = 1000;

    public PageRequest {
        Require.between("size", size, 1, MAX_SIZE);
        Require.present("after", after);
    }

    public static PageRequest first(int size) {
        return new PageRequest(size, Optional.empty());
    }

    public static PageRequest after(Cursor cursor, int size) {
        return new PageRequest(size, Optional.of(cursor));
    }
}

package io.rapport.crm.store.memory;

import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rows in the order of (time, id), by group; a rollback undoes changes. */
final class TimeIndex<G, V> {

    private static final Comparator<Cursor> ORDER =
            Comparator.comparing(Cursor::at).thenComparing(Cursor::id);

    private final Journal journal;
    private final Function<V, Cursor> place;
    private final Map<G, NavigableMap<Cursor, V>> groups = new HashMap<>();

    TimeIndex(Journal journal, Function<V, Cursor> place) {
        this.journal = journal;
        this.place = place;
    }

    /** Adds a row, or replaces the row at its place. */
    void put(G group, V row) {
        NavigableMap<Cursor, V> rows = groups.computeIfAbsent(group, unused -> new TreeMap<>(ORDER));
        Cursor at = place.apply(row);
        Optional<V> before = Optional.ofNullable(rows.get(at));
        journal.add(() -> before.ifPresentOrElse(old -> rows.put(at, old), () -> rows.remove(at)));
        rows.put(at, row);
    }

    /** The earliest first. */
    Page<V> ascending(G group, PageRequest request) {
        return ascending(group, row -> true, request);
    }

    /** Those that fit, the earliest first. */
    Page<V> ascending(G group, Predicate<V> fits, PageRequest request) {
        return page(request, fits, rows(group));
    }

    /** The latest first. */
    Page<V> descending(G group, PageRequest request) {
        return descending(group, row -> true, request);
    }

    /** Those that fit, the latest first. */
    Page<V> descending(G group, Predicate<V> fits, PageRequest request) {
        return page(request, fits, rows(group).descendingMap());
    }

    private NavigableMap<Cursor, V> rows(G group) {
        return groups.getOrDefault(group, new TreeMap<>(ORDER));
    }

    private Page<V> page(PageRequest request, Predicate<V> fits, NavigableMap<Cursor, V> rows) {
        NavigableMap<Cursor, V> left =
                request.after().map(end -> rows.tailMap(end, false)).orElse(rows);
        List<V> items =
                left.values().stream().filter(fits).limit(request.size() + 1L).toList();
        return Page.of(request, items, place);
    }
}

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
        NavigableMap<Cursor, V> rows = rows(group);
        return page(
                request, request.after().map(end -> rows.tailMap(end, false)).orElse(rows));
    }

    /** The latest first. */
    Page<V> descending(G group, PageRequest request) {
        NavigableMap<Cursor, V> rows = rows(group).descendingMap();
        return page(
                request, request.after().map(end -> rows.tailMap(end, false)).orElse(rows));
    }

    private NavigableMap<Cursor, V> rows(G group) {
        return groups.getOrDefault(group, new TreeMap<>(ORDER));
    }

    private Page<V> page(PageRequest request, NavigableMap<Cursor, V> rows) {
        List<V> items = rows.values().stream().limit(request.size() + 1L).toList();
        return Page.of(request, items, place);
    }
}

package io.rapport.crm.store.memory;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A map whose changes a rollback undoes. Keeps the order in which keys came. */
final class JournaledMap<K, V> {

    private final Journal journal;
    private final Map<K, V> entries = new LinkedHashMap<>();

    JournaledMap(Journal journal) {
        this.journal = journal;
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    void put(K key, V value) {
        Optional<V> before = get(key);
        journal.add(() -> before.ifPresentOrElse(old -> entries.put(key, old), () -> entries.remove(key)));
        entries.put(key, value);
    }

    void remove(K key) {
        get(key).ifPresent(old -> {
            journal.add(() -> entries.put(key, old));
            entries.remove(key);
        });
    }

    Collection<V> values() {
        return Collections.unmodifiableCollection(entries.values());
    }

    int size() {
        return entries.size();
    }
}

package io.rapport.crm.jdbc.internal;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.rapport.crm.jdbc.Dialect;
import io.rapport.crm.jdbc.TableNames;
import java.util.List;

/**
 * What all units of work of a store share: its dialect, its statements with the tables' real names, and the definitions
 * that were read most recently. Thread-safe.
 */
public final class Statements {

    private static final int STATEMENTS = 1_000;
    private static final int DEFINITIONS = 1_000;

    private final Dialect dialect;
    private final TableNames tables;
    private final Json json = new Json();
    private final Cache<List<String>, String> expanded =
            CacheBuilder.newBuilder().maximumSize(STATEMENTS).build();
    private final Cache<Text, Object> definitions =
            CacheBuilder.newBuilder().maximumSize(DEFINITIONS).build();

    /** Known by its text, so that what is cached cannot be out of date. */
    private record Text(String json, Class<?> type) {}

    public Statements(Dialect dialect, TableNames tables) {
        this.dialect = dialect;
        this.tables = tables;
    }

    Dialect dialect() {
        return dialect;
    }

    Json json() {
        return json;
    }

    /** An immutable value that is read more often than it changes: parsed once for each text. */
    <T> T definition(String text, Class<T> type) {
        Text key = new Text(text, type);
        Object known = definitions.getIfPresent(key);
        T value = known == null ? json.read(text, type) : type.cast(known);
        if (known == null) {
            definitions.put(key, value);
        }
        return value;
    }

    /** A statement, or several that are sent together, with the real names of tables. */
    String expand(List<String> sql) {
        String known = expanded.getIfPresent(sql);
        if (known != null) {
            return known;
        }
        String all = tables.expand(String.join("; ", sql));
        expanded.put(sql, all);
        return all;
    }
}

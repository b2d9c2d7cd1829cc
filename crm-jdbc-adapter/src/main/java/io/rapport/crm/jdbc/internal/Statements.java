package io.rapport.crm.jdbc.internal;

import io.rapport.crm.jdbc.Dialect;
import io.rapport.crm.jdbc.TableNames;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The SQL of one store: its dialect, and its statements with the tables' real names. Thread-safe. */
public final class Statements {

    private final Dialect dialect;
    private final TableNames tables;
    private final Json json = new Json();
    private final ConcurrentMap<String, String> expanded = new ConcurrentHashMap<>();

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

    String expand(String sql) {
        return expanded.computeIfAbsent(sql, tables::expand);
    }
}

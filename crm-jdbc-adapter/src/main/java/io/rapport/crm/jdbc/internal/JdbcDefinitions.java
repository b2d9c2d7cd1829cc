package io.rapport.crm.jdbc.internal;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.jdbc.DatabaseFailureException;
import io.rapport.crm.store.Definition;
import io.rapport.crm.store.DefinitionRepository;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One kind of definitions of a tenant; all kinds share a table, with their content as JSON. */
class JdbcDefinitions<T> implements DefinitionRepository<T> {

    private static final String SELECT = """
            SELECT definition_key, version, content, defined_by, defined_at
              FROM {definition} d
             WHERE tenant = ? AND kind = ?""";
    private static final String UNDER_KEY = SELECT + " AND definition_key = ?";
    private static final String LATEST_UNDER_KEY = UNDER_KEY + " ORDER BY version DESC LIMIT 1";
    private static final String VERSIONS = UNDER_KEY + " ORDER BY version";
    private static final String ONE = UNDER_KEY + " AND version = ?";
    private static final String LATEST = SELECT + """

             AND version = (SELECT max(version)
                              FROM {definition} n
                             WHERE n.tenant = d.tenant AND n.kind = d.kind AND n.definition_key = d.definition_key)""";
    private static final Insert INSERT = Insert.into(
            "definition", "tenant", "kind", "definition_key", "version", "content", "defined_by", "defined_at");

    private final TenantId tenant;
    private final Session session;
    private final String kind;
    private final Class<T> type;

    /**
     * Opens one kind.
     *
     * @param kind its name, which is part of the stored format
     */
    JdbcDefinitions(TenantId tenant, Session session, String kind, Class<T> type) {
        this.tenant = tenant;
        this.session = session;
        this.kind = kind;
        this.type = type;
    }

    @Override
    public final Optional<Definition<T>> latest(String key) {
        return session.one(LATEST_UNDER_KEY, under(key), this::map);
    }

    @Override
    public final Optional<Definition<T>> find(String key, int version) {
        return session.one(
                ONE,
                parameters -> {
                    under(key).bind(parameters);
                    parameters.add(version);
                },
                this::map);
    }

    @Override
    public final List<Definition<T>> latest() {
        // Sorted here: the order of text in the database depends on its collation.
        return session.list(LATEST, parameters -> parameters.add(tenant).add(kind), this::map).stream()
                .sorted(Comparator.comparing(Definition::key))
                .toList();
    }

    @Override
    public final List<Definition<T>> versions(String key) {
        return session.list(VERSIONS, under(key), this::map);
    }

    @Override
    public final void add(Definition<T> definition) {
        try {
            session.atomically(() -> session.tryUpdate(INSERT.one(), parameters -> {
                under(definition.key()).bind(parameters);
                parameters
                        .add(definition.version())
                        .addJson(definition.content())
                        .add(definition.by().value())
                        .add(definition.at());
            }));
        } catch (SQLException failure) {
            throw session.dialect().uniqueViolation(failure)
                    ? new AlreadyExistsException("version", "a stored one")
                    : new DatabaseFailureException(failure);
        }
    }

    private Parameters.Binder under(String key) {
        return parameters -> parameters.add(tenant).add(kind).add(key);
    }

    /** A definition in a row that has the columns of {@link #SELECT}. */
    final Definition<T> map(Row row) throws SQLException {
        return new Definition<>(
                row.text("definition_key"),
                row.integer("version"),
                row.definition("content", type),
                Actor.of(row.text("defined_by")),
                row.instant("defined_at"));
    }
}

package io.rapport.crm.jdbc.internal;

import io.rapport.crm.event.Fact;
import io.rapport.crm.event.RecordedEvent;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.AggregateId;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.jdbc.DatabaseFailureException;
import io.rapport.crm.store.FactRepository;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the repositories of all facts share: looking up by id and external ids, adding in batches with events and outbox
 * rows for those that are announced. The SQL of a fact stands in its own class.
 */
abstract class JdbcFacts<I extends AggregateId, F extends Fact<I>> implements FactRepository<I, F> {

    final TenantId tenant;
    final Session session;
    private final EventLog events;
    private final EventFamily family;
    private final FactSql sql;

    JdbcFacts(TenantId tenant, Session session, EventLog events, EventFamily family, FactSql sql) {
        this.tenant = tenant;
        this.session = session;
        this.events = events;
        this.family = family;
        this.sql = sql;
    }

    abstract void insert(Parameters parameters, F fact) throws SQLException;

    abstract F map(Row row) throws SQLException;

    @Override
    public final Optional<F> find(I id) {
        return session.one(
                sql.select() + " WHERE tenant = ? AND id = ?",
                parameters -> parameters.add(tenant).add(id),
                this::map);
    }

    @Override
    public final Map<ExternalId, F> byExternalIds(Collection<ExternalId> externalIds) {
        Set<ExternalId> wanted = new HashSet<>(externalIds);
        Object[] keys = wanted.stream().map(ExternalId::key).distinct().toArray();
        Map<ExternalId, F> found = new HashMap<>();
        session.list(
                        ExternalKeys.among(sql.select()),
                        ExternalKeys.bound(keys, parameters -> parameters.add(tenant)),
                        this::map)
                .forEach(fact -> fact.sourceKey().filter(wanted::contains).ifPresent(key -> found.put(key, fact)));
        return Map.copyOf(found);
    }

    @Override
    public final void add(Collection<F> facts, boolean announced) {
        List<RecordedEvent> announcements = announced ? announcements(facts) : List.of();
        try {
            session.atomically(() -> {
                session.tryBatch(
                        sql.insert().one(),
                        facts.stream()
                                .<Parameters.Binder>map(fact -> parameters -> insert(parameters, fact))
                                .toList());
                events.add(family, announcements, announced);
            });
        } catch (SQLException failure) {
            throw session.dialect().uniqueViolation(failure) ? taken(failure) : new DatabaseFailureException(failure);
        }
    }

    private List<RecordedEvent> announcements(Collection<F> facts) {
        return facts.stream()
                .map(fact -> new RecordedEvent(tenant, fact.id(), 1, fact.event()))
                .toList();
    }

    private static AlreadyExistsException taken(SQLException violation) {
        boolean byId = !UniqueKeys.named(violation, "external_id");
        return new AlreadyExistsException(byId ? "id" : "externalId", "a stored one, or another of these");
    }
}

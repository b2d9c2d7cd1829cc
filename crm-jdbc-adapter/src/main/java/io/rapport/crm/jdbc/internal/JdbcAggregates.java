package io.rapport.crm.jdbc.internal;

import io.rapport.crm.event.Aggregate;
import io.rapport.crm.event.DomainEvent;
import io.rapport.crm.event.RecordedEvent;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.AggregateId;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.jdbc.DatabaseFailureException;
import io.rapport.crm.store.AggregateRepository;
import io.rapport.crm.store.StaleAggregateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the repositories of all aggregates share: loading by id, saving against a version together with events and outbox
 * rows, histories. The SQL of an aggregate stands in its own class.
 */
abstract class JdbcAggregates<I extends AggregateId, A extends Aggregate<I, E>, E extends DomainEvent>
        implements AggregateRepository<I, A, E> {

    final TenantId tenant;
    final Session session;
    private final EventLog events;
    private final EventFamily family;
    private final Class<E> eventType;
    private final AggregateSql sql;

    JdbcAggregates(
            TenantId tenant,
            Session session,
            EventLog events,
            EventFamily family,
            Class<E> eventType,
            AggregateSql sql) {
        this.tenant = tenant;
        this.session = session;
        this.events = events;
        this.family = family;
        this.eventType = eventType;
        this.sql = sql;
    }

    abstract void insert(Parameters parameters, A aggregate) throws SQLException;

    abstract void update(Parameters parameters, A aggregate) throws SQLException;

    abstract A map(Row row) throws SQLException;

    /** Adds what the aggregate keeps in further tables; nothing unless it has some. */
    void extend(GuardedSave save, A aggregate) {}

    /** Writes what new aggregates keep in further tables; nothing unless they have some. */
    void extendNew(Collection<A> aggregates) throws SQLException {}

    /** The refusal for a unique key that is taken. */
    abstract AlreadyExistsException taken(SQLException violation);

    @Override
    public final Optional<A> find(I id) {
        return session.one(
                sql.selectById(), parameters -> parameters.add(tenant).add(id), this::map);
    }

    @Override
    public final void save(A aggregate) {
        save(aggregate, whole(aggregate), save -> {}, this::taken);
    }

    /** Writes all of a state. */
    final StateUpdate whole(A aggregate) {
        return new StateUpdate(sql.update(), parameters -> update(parameters, aggregate), false);
    }

    /**
     * Saves an aggregate and, in the same round trip, what {@code more} adds.
     *
     * @param update how the state is written if it is not a first one
     * @param taken the refusal for a unique key that is taken
     */
    final void save(
            A aggregate,
            StateUpdate update,
            Consumer<GuardedSave> more,
            Function<SQLException, RuntimeException> taken) {
        if (aggregate.changes().isEmpty()) {
            return;
        }
        GuardedSave save = aggregate.savedVersion() == 0 ? first(aggregate) : next(aggregate, update);
        extend(save, aggregate);
        more.accept(save);
        List<RecordedEvent> changes = events.changes(aggregate);
        events.with(save, family, changes);
        save.execute(new WaitingWrite.Refusals() {
            @Override
            public RuntimeException stale() {
                return JdbcAggregates.this.stale(aggregate);
            }

            @Override
            public RuntimeException refused(SQLException failure) {
                return JdbcAggregates.this.refused(aggregate, failure, taken);
            }
        });
        events.heard(changes);
    }

    public final void saveNew(Collection<A> aggregates, boolean announced) {
        List<RecordedEvent> all = new ArrayList<>();
        aggregates.forEach(aggregate -> all.addAll(events.changes(aggregate)));
        try {
            session.atomically(() -> {
                session.tryBatch(
                        sql.insert().one(),
                        aggregates.stream()
                                .<Parameters.Binder>map(aggregate -> parameters -> insert(parameters, aggregate))
                                .toList());
                extendNew(aggregates);
                events.add(family, all, announced);
            });
        } catch (SQLException failure) {
            throw session.dialect().uniqueViolation(failure) ? taken(failure) : new DatabaseFailureException(failure);
        }
    }

    @Override
    public final List<E> history(I id) {
        return events.history(family, id, eventType);
    }

    @Override
    public final Map<I, List<E>> histories(Collection<I> ids) {
        return events.histories(family, ids, eventType);
    }

    private GuardedSave first(A aggregate) {
        String insert = sql.insert().one() + session.dialect().orNothing("tenant, id");
        return new GuardedSave(session, insert, parameters -> insert(parameters, aggregate), false);
    }

    private GuardedSave next(A aggregate, StateUpdate update) {
        return new GuardedSave(
                session,
                update.sql(),
                parameters -> {
                    update.state().bind(parameters);
                    parameters.add(tenant).add(aggregate.id()).add(aggregate.savedVersion());
                },
                update.locked());
    }

    private RuntimeException refused(
            A aggregate, SQLException failure, Function<SQLException, RuntimeException> taken) {
        if (!session.dialect().uniqueViolation(failure)) {
            return new DatabaseFailureException(failure);
        }
        boolean sameId = aggregate.savedVersion() == 0
                && !session.dialect().writesTablesTogether()
                && find(aggregate.id()).isPresent();
        return sameId ? stale(aggregate) : taken.apply(failure);
    }

    private StaleAggregateException stale(A aggregate) {
        long found = find(aggregate.id()).map(Aggregate::version).orElse(0L);
        return new StaleAggregateException(aggregate.id(), aggregate.savedVersion(), found);
    }
}

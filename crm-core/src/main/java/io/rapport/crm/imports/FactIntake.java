package io.rapport.crm.imports;

import io.rapport.crm.event.Fact;
import io.rapport.crm.id.AggregateId;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.store.FactRepository;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stores rows that become facts. */
abstract class FactIntake<T, I extends AggregateId, F extends Fact<I>> extends ReferringIntake<T, F> {

    private final Workspace workspace;
    private final Class<? extends FactRepository<I, F>> port;

    FactIntake(Workspace workspace, Class<? extends FactRepository<I, F>> port) {
        this.workspace = workspace;
        this.port = port;
    }

    abstract F fact(T row, Known known, UUID id, Instant recordedAt);

    @Override
    final F made(T row, Known known) {
        return fact(row, known, workspace.nextId(), workspace.now());
    }

    @Override
    final boolean same(T row, Known known, F stored) {
        return fact(row, known, stored.id().value(), stored.event().at()).equals(stored);
    }

    @Override
    final Map<ExternalId, F> stored(UnitOfWork unit, Collection<ExternalId> keys) {
        return unit.repository(port).byExternalIds(keys);
    }

    @Override
    final void add(UnitOfWork unit, List<F> fresh, boolean announced) {
        unit.repository(port).add(fresh, announced);
    }
}

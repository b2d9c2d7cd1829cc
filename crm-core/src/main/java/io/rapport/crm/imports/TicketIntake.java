package io.rapport.crm.imports;

import io.rapport.crm.id.ExternalId;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketRepository;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Stores tickets with their histories. */
final class TicketIntake extends ReferringIntake<ImportTicket, Ticket> {

    private final Workspace workspace;

    TicketIntake(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.TICKETS;
    }

    @Override
    ExternalId key(ImportTicket row) {
        return row.ticket();
    }

    @Override
    ExternalId customer(ImportTicket row) {
        return row.customer();
    }

    @Override
    Map<ExternalId, Ticket> stored(UnitOfWork unit, Collection<ExternalId> keys) {
        return unit.repository(TicketRepository.class).byExternalIds(keys);
    }

    @Override
    Ticket made(ImportTicket row, Known known) {
        return row.made(new TicketId(workspace.nextId()), known.customer(row.customer()));
    }

    @Override
    boolean same(ImportTicket row, Known known, Ticket stored) {
        return row.began(stored, known.customer(row.customer()));
    }

    @Override
    void add(UnitOfWork unit, List<Ticket> fresh, boolean announced) {
        unit.repository(TicketRepository.class).saveNew(fresh, announced);
    }
}

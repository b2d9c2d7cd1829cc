package io.rapport.crm.jdbc.internal;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketRepository;
import io.rapport.crm.ticket.TicketStatus;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tickets of a tenant. */
final class JdbcTickets extends JdbcAggregates<TicketId, Ticket, TicketEvent> implements TicketRepository {

    private static final String SELECT = """
            SELECT id, version, customer_id, kind, subject, status, source_system, external_key, opened_at,
                   first_response_at, resolved_at, closed_at, resolution_code, solution, reopens
              FROM {ticket}
             WHERE tenant = ?""";
    private static final String BY_ID = SELECT + " AND id = ?";
    private static final String BY_EXTERNAL_IDS = ExternalKeys.among(SELECT);
    private static final String BY_CUSTOMER = SELECT + " AND customer_id = ?";
    private static final String COUNT_BY_STATUS =
            "SELECT status, count(*) AS n FROM {ticket} WHERE tenant = ? GROUP BY status";
    private static final Insert INSERT = Insert.into(
            "ticket",
            "customer_id",
            "kind",
            "subject",
            "status",
            "source_system",
            "external_key",
            "first_response_at",
            "resolved_at",
            "closed_at",
            "resolution_code",
            "solution",
            "reopens",
            "version",
            "opened_at",
            "tenant",
            "id");
    private static final String UPDATE = """
            UPDATE {ticket}
               SET customer_id = ?, kind = ?, subject = ?, status = ?, source_system = ?, external_key = ?,
                   first_response_at = ?, resolved_at = ?, closed_at = ?, resolution_code = ?, solution = ?,
                   reopens = ?, version = ?
             WHERE tenant = ? AND id = ? AND version = ?""";

    JdbcTickets(TenantId tenant, Session session, EventLog events) {
        super(tenant, session, events, EventFamily.TICKET, TicketEvent.class);
    }

    @Override
    public Map<ExternalId, Ticket> byExternalIds(Collection<ExternalId> externalIds) {
        Set<ExternalId> wanted = new HashSet<>(externalIds);
        Object[] keys = wanted.stream().map(ExternalId::key).distinct().toArray();
        Map<ExternalId, Ticket> found = new HashMap<>();
        session.list(BY_EXTERNAL_IDS, ExternalKeys.bound(keys, parameters -> parameters.add(tenant)), this::map)
                .forEach(ticket -> ticket.externalId().filter(wanted::contains).ifPresent(id -> found.put(id, ticket)));
        return Map.copyOf(found);
    }

    @Override
    public Page<Ticket> page(PageRequest request) {
        return Pages.ascending(
                session,
                SELECT,
                "opened_at",
                parameters -> parameters.add(tenant),
                request,
                this::map,
                JdbcTickets::place);
    }

    @Override
    public Page<Ticket> page(CustomerId customer, PageRequest request) {
        return Pages.descending(
                session,
                BY_CUSTOMER,
                "opened_at",
                parameters -> parameters.add(tenant).add(customer),
                request,
                this::map,
                JdbcTickets::place);
    }

    @Override
    public Map<TicketStatus, Long> countByStatus() {
        Map<TicketStatus, Long> counts = new EnumMap<>(TicketStatus.class);
        session.list(
                        COUNT_BY_STATUS,
                        parameters -> parameters.add(tenant),
                        row -> Map.entry(row.constant("status", TicketStatus.class), row.number("n")))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return Map.copyOf(counts);
    }

    @Override
    String selectById() {
        return BY_ID;
    }

    @Override
    Insert insertInto() {
        return INSERT;
    }

    @Override
    String updateWhere() {
        return UPDATE;
    }

    @Override
    void insert(Parameters parameters, Ticket ticket) throws SQLException {
        update(parameters, ticket);
        parameters.add(ticket.openedAt()).add(tenant).add(ticket.id());
    }

    @Override
    void update(Parameters parameters, Ticket ticket) throws SQLException {
        parameters
                .add(ticket.customer())
                .add(ticket.kind())
                .add(ticket.subject())
                .add(ticket.status())
                .add(ticket.externalId())
                .addInstant(ticket.firstResponseAt())
                .addInstant(ticket.resolvedAt())
                .addInstant(ticket.closedAt())
                .addText(ticket.resolution().map(Resolution::code))
                .addText(ticket.resolution().map(Resolution::solution))
                .add(ticket.reopens())
                .add(ticket.version());
    }

    @Override
    Ticket map(Row row) throws SQLException {
        return new Ticket(
                new TicketId(row.id("id")),
                new CustomerId(row.id("customer_id")),
                row.constant("kind", TicketKind.class),
                row.text("subject"),
                row.constant("status", TicketStatus.class),
                row.externalId(),
                row.instant("opened_at"),
                row.optionalInstant("first_response_at"),
                row.optionalInstant("resolved_at"),
                row.optionalInstant("closed_at"),
                resolution(row),
                row.integer("reopens"),
                row.number("version"),
                List.of());
    }

    @Override
    void extend(GuardedSave save, Ticket ticket) {
        // a ticket is one row
    }

    @Override
    void extendNew(Collection<Ticket> tickets) {
        // a ticket is one row
    }

    @Override
    AlreadyExistsException taken(SQLException violation) {
        return new AlreadyExistsException("externalId", "another ticket");
    }

    private static Optional<Resolution> resolution(Row row) throws SQLException {
        Optional<String> code = row.optionalText("resolution_code");
        return code.isPresent() ? Optional.of(Resolution.of(code.get(), row.text("solution"))) : Optional.empty();
    }

    private static Cursor place(Ticket ticket) {
        return new Cursor(ticket.openedAt(), ticket.id().value());
    }
}

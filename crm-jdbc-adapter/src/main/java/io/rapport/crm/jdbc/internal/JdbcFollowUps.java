package io.rapport.crm.jdbc.internal;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.ticket.FollowUp;
import io.rapport.crm.ticket.FollowUpEvent;
import io.rapport.crm.ticket.FollowUpId;
import io.rapport.crm.ticket.FollowUpReason;
import io.rapport.crm.ticket.FollowUpRepository;
import io.rapport.crm.ticket.FollowUpResult;
import io.rapport.crm.ticket.FollowUpStatus;
import io.rapport.crm.ticket.TicketId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The follow-ups of a tenant. */
final class JdbcFollowUps extends JdbcAggregates<FollowUpId, FollowUp, FollowUpEvent> implements FollowUpRepository {

    private static final String SELECT = """
            SELECT id, version, ticket_id, resolution_no, customer_id, reasons, owner, due_at, status, result,
                   scheduled_at
              FROM {follow_up}
             WHERE tenant = ?""";
    private static final String BY_ID = SELECT + " AND id = ?";
    private static final String BY_TICKET = SELECT + " AND ticket_id = ? ORDER BY resolution_no";
    private static final String SCHEDULED = SELECT + " AND owner = ? AND status = 'SCHEDULED'";
    private static final String OVERDUE = SCHEDULED + " AND due_at < ?";
    private static final Insert INSERT = Insert.into(
            "follow_up",
            "owner",
            "status",
            "result",
            "version",
            "ticket_id",
            "resolution_no",
            "customer_id",
            "reasons",
            "due_at",
            "scheduled_at",
            "tenant",
            "id");
    private static final String UPDATE = """
            UPDATE {follow_up}
               SET owner = ?, status = ?, result = ?, version = ?
             WHERE tenant = ? AND id = ? AND version = ?""";

    JdbcFollowUps(TenantId tenant, Session session, EventLog events) {
        super(
                tenant,
                session,
                events,
                EventFamily.FOLLOW_UP,
                FollowUpEvent.class,
                new AggregateSql(BY_ID, INSERT, UPDATE));
    }

    @Override
    public List<FollowUp> ofTicket(TicketId ticket) {
        return session.list(BY_TICKET, parameters -> parameters.add(tenant).add(ticket), this::map);
    }

    @Override
    public Page<FollowUp> scheduled(Actor owner, PageRequest request) {
        return byDue(SCHEDULED, parameters -> parameters.add(tenant).add(owner.value()), request);
    }

    @Override
    public Page<FollowUp> overdue(Instant now, Actor owner, PageRequest request) {
        return byDue(
                OVERDUE, parameters -> parameters.add(tenant).add(owner.value()).add(now), request);
    }

    @Override
    void insert(Parameters parameters, FollowUp followUp) throws SQLException {
        update(parameters, followUp);
        parameters
                .add(followUp.ticket())
                .add(followUp.resolution())
                .add(followUp.customer())
                .addJson(followUp.reasons())
                .add(followUp.due())
                .add(followUp.scheduledAt())
                .add(tenant)
                .add(followUp.id());
    }

    @Override
    void update(Parameters parameters, FollowUp followUp) throws SQLException {
        parameters
                .add(followUp.owner().value())
                .add(followUp.status())
                .addOptionalJson(followUp.result())
                .add(followUp.version());
    }

    @Override
    FollowUp map(Row row) throws SQLException {
        return new FollowUp(
                new FollowUpId(row.id("id")),
                new TicketId(row.id("ticket_id")),
                row.integer("resolution_no"),
                new CustomerId(row.id("customer_id")),
                Set.copyOf(row.list("reasons", FollowUpReason.class)),
                Actor.of(row.text("owner")),
                row.instant("due_at"),
                row.constant("status", FollowUpStatus.class),
                row.optionalJson("result", FollowUpResult.class),
                row.instant("scheduled_at"),
                row.number("version"),
                List.of());
    }

    @Override
    AlreadyExistsException taken(SQLException violation) {
        return new AlreadyExistsException("resolution", "another follow-up of the ticket");
    }

    private Page<FollowUp> byDue(String select, Parameters.Binder binder, PageRequest request) {
        return Pages.ascending(
                session,
                select,
                "due_at",
                binder,
                request,
                this::map,
                followUp -> new Cursor(followUp.due(), followUp.id().value()));
    }
}

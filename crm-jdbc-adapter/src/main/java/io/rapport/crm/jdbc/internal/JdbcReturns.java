package io.rapport.crm.jdbc.internal;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.returns.LineBalance;
import io.rapport.crm.ticket.returns.PurchaseLineRef;
import io.rapport.crm.ticket.returns.ReturnCase;
import io.rapport.crm.ticket.returns.ReturnEvent;
import io.rapport.crm.ticket.returns.ReturnId;
import io.rapport.crm.ticket.returns.ReturnLine;
import io.rapport.crm.ticket.returns.ReturnRepository;
import io.rapport.crm.ticket.returns.WindowOverride;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The returns of a tenant. Lines are kept as JSON; which purchase lines they are about is kept in a table of its own. */
final class JdbcReturns extends JdbcAggregates<ReturnId, ReturnCase, ReturnEvent> implements ReturnRepository {

    private static final String SELECT = """
            SELECT id, version, customer_id, ticket_id, lines, late_reason, late_actor, requested_by, requested_at
              FROM {return_case}
             WHERE tenant = ?""";
    private static final String BY_ID = SELECT + " AND id = ?";
    private static final String BY_CUSTOMER = SELECT + " AND customer_id = ?";
    private static final String BY_TICKET = SELECT + " AND ticket_id = ?";
    private static final String BY_PURCHASE =
            SELECT + " AND id IN (SELECT return_id FROM {return_line} WHERE tenant = ? AND purchase_id = ?)";
    private static final String OPEN = SELECT + " AND status IN ('REQUESTED', 'APPROVED', 'RECEIVED', 'INSPECTED')";
    private static final String LOCK = "SELECT id FROM {return_case} WHERE tenant = ? AND id = ? FOR UPDATE";
    private static final Insert INSERT = Insert.into(
            "return_case",
            "status",
            "lines",
            "version",
            "customer_id",
            "ticket_id",
            "late_reason",
            "late_actor",
            "requested_by",
            "requested_at",
            "tenant",
            "id");
    private static final String UPDATE = """
            UPDATE {return_case}
               SET status = ?, lines = ?, version = ?
             WHERE tenant = ? AND id = ? AND version = ?""";
    private static final Insert LINE =
            Insert.into("return_line", "tenant", "return_id", "line_no", "purchase_id", "purchase_line");

    private final JdbcReturnBalances balances;

    JdbcReturns(TenantId tenant, Session session, EventLog events) {
        super(tenant, session, events, EventFamily.RETURN, ReturnEvent.class, new AggregateSql(BY_ID, INSERT, UPDATE));
        balances = new JdbcReturnBalances(tenant, session);
    }

    @Override
    public Optional<ReturnCase> lock(ReturnId id) {
        Parameters.Binder key = parameters -> parameters.add(tenant).add(id);
        return session.oneLocked(LOCK, key, BY_ID, key, this::map);
    }

    @Override
    public LineBalance lock(LineBalance untouched) {
        return balances.lock(untouched);
    }

    @Override
    public void keep(LineBalance balance) {
        balances.keep(balance);
    }

    @Override
    public List<LineBalance> balances(PurchaseId purchase) {
        return balances.of(purchase);
    }

    @Override
    public Page<ReturnCase> page(PageRequest request) {
        return earliest(SELECT, request);
    }

    @Override
    public Page<ReturnCase> page(CustomerId customer, PageRequest request) {
        return latest(BY_CUSTOMER, parameters -> parameters.add(tenant).add(customer), request);
    }

    @Override
    public Page<ReturnCase> page(TicketId ticket, PageRequest request) {
        return latest(BY_TICKET, parameters -> parameters.add(tenant).add(ticket), request);
    }

    @Override
    public Page<ReturnCase> page(PurchaseId purchase, PageRequest request) {
        return latest(
                BY_PURCHASE, parameters -> parameters.add(tenant).add(tenant).add(purchase), request);
    }

    @Override
    public Page<ReturnCase> open(PageRequest request) {
        return earliest(OPEN, request);
    }

    @Override
    void extend(GuardedSave save, ReturnCase returned) {
        if (returned.savedVersion() == 0) {
            save.insert(
                    LINE,
                    IntStream.range(0, returned.lines().size())
                            .mapToObj(line -> row(returned, line))
                            .toList());
        }
    }

    @Override
    void insert(Parameters parameters, ReturnCase returned) throws SQLException {
        update(parameters, returned);
        parameters
                .add(returned.customer())
                .addId(returned.ticket())
                .addText(returned.override().map(WindowOverride::reason))
                .addText(returned.override().map(WindowOverride::actor).map(Actor::value))
                .add(returned.requestedBy().value())
                .add(returned.requestedAt())
                .add(tenant)
                .add(returned.id());
    }

    @Override
    void update(Parameters parameters, ReturnCase returned) throws SQLException {
        parameters.add(returned.status()).addJson(returned.lines()).add(returned.version());
    }

    @Override
    ReturnCase map(Row row) throws SQLException {
        return new ReturnCase(
                new ReturnId(row.id("id")),
                new CustomerId(row.id("customer_id")),
                row.optionalId("ticket_id").map(TicketId::new),
                row.list("lines", ReturnLine.class),
                override(row),
                Actor.of(row.text("requested_by")),
                row.instant("requested_at"),
                row.number("version"),
                List.of());
    }

    @Override
    AlreadyExistsException taken(SQLException violation) {
        return new AlreadyExistsException("id", "another return");
    }

    private Parameters.Binder row(ReturnCase returned, int line) {
        PurchaseLineRef of = returned.lines().get(line).asked().of();
        return parameters -> parameters
                .add(tenant)
                .add(returned.id())
                .add(line)
                .add(of.purchase())
                .add(of.line());
    }

    private Page<ReturnCase> earliest(String select, PageRequest request) {
        return Pages.ascending(
                session,
                select,
                "requested_at",
                parameters -> parameters.add(tenant),
                request,
                this::map,
                JdbcReturns::place);
    }

    private Page<ReturnCase> latest(String select, Parameters.Binder binder, PageRequest request) {
        return Pages.descending(session, select, "requested_at", binder, request, this::map, JdbcReturns::place);
    }

    private static Optional<WindowOverride> override(Row row) throws SQLException {
        Optional<String> reason = row.optionalText("late_reason");
        return reason.isPresent()
                ? Optional.of(WindowOverride.of(reason.get(), Actor.of(row.text("late_actor"))))
                : Optional.empty();
    }

    private static Cursor place(ReturnCase returned) {
        return new Cursor(returned.requestedAt(), returned.id().value());
    }
}

package io.rapport.crm.jdbc.internal;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.playbook.AppliedPlaybook;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.ticket.Assignment;
import io.rapport.crm.ticket.ComplaintDetails;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.ServiceAgreement;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketImpact;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketLink;
import io.rapport.crm.ticket.TicketPriority;
import io.rapport.crm.ticket.TicketRepository;
import io.rapport.crm.ticket.TicketStatus;
import io.rapport.crm.ticket.TicketWatch;
import io.rapport.crm.ticket.Triage;
import io.rapport.crm.ticket.Workload;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tickets of a tenant. */
final class JdbcTickets extends JdbcAggregates<TicketId, Ticket, TicketEvent> implements TicketRepository {

    private static final String SELECT = """
            SELECT id, version, customer_id, kind, subject, status, source_system, external_key, opened_at,
                   first_response_at, resolved_at, closed_at, resolution_code, solution, reopens, wake_at, confirmed_at,
                   priority, impact, category, tags, assignee, team, watchers, links, merged_into, complaint,
                   playbooks, survey_due_at, agreement, raised_from, assigned_at
              FROM {ticket}""";
    private static final String OF_TENANT = SELECT + " WHERE tenant = ?";
    private static final String BY_ID = OF_TENANT + " AND id = ?";
    private static final String BY_EXTERNAL_IDS = ExternalKeys.among(SELECT);
    private static final String BY_CUSTOMER = OF_TENANT + " AND customer_id = ?";
    private static final String BY_STATUS = OF_TENANT + " AND status = ?";
    private static final String LIVE =
            " AND status IN ('NEW', 'OPEN', 'WAITING_CUSTOMER', 'WAITING_THIRD_PARTY', 'SCHEDULED')";
    private static final String LIVE_BY_CUSTOMER = BY_CUSTOMER + LIVE;
    private static final String LIVE_BY_ASSIGNEE = OF_TENANT + " AND assignee = ?" + LIVE;
    private static final String DUE = OF_TENANT + " AND wake_at <= ? ORDER BY wake_at, id LIMIT ?";
    private static final String RESOLVED_UNTIL =
            OF_TENANT + " AND status = 'RESOLVED' AND resolved_at <= ? ORDER BY resolved_at, id LIMIT ?";
    private static final String SURVEYS_DUE = OF_TENANT + " AND survey_due_at <= ? ORDER BY survey_due_at, id LIMIT ?";
    private static final String WATCHED = OF_TENANT + " AND watch_at <= ? ORDER BY watch_at, id LIMIT ?";
    private static final String WATCH = "UPDATE {ticket} SET watch_at = ? WHERE tenant = ? AND id = ? AND version = ?";
    private static final String WORKLOADS = """
            SELECT wanted_actor,
                   (SELECT count(*) FROM {ticket} WHERE tenant = ? AND assignee = wanted_actor""" + LIVE + """
            ) AS live,
                   (SELECT max(assigned_at) FROM {ticket} WHERE tenant = ? AND assignee = wanted_actor) AS latest
              FROM UNNEST(?) AS wanted (wanted_actor)""";
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
            "wake_at",
            "confirmed_at",
            "priority",
            "impact",
            "category",
            "tags",
            "assignee",
            "team",
            "watchers",
            "links",
            "merged_into",
            "complaint",
            "playbooks",
            "survey_due_at",
            "agreement",
            "watch_at",
            "raised_from",
            "assigned_at",
            "version",
            "opened_at",
            "tenant",
            "id");
    private static final String UPDATE = """
            UPDATE {ticket}
               SET customer_id = ?, kind = ?, subject = ?, status = ?, source_system = ?, external_key = ?,
                   first_response_at = ?, resolved_at = ?, closed_at = ?, resolution_code = ?, solution = ?,
                   reopens = ?, wake_at = ?, confirmed_at = ?, priority = ?, impact = ?, category = ?, tags = ?,
                   assignee = ?, team = ?, watchers = ?, links = ?, merged_into = ?, complaint = ?, playbooks = ?,
                   survey_due_at = ?, agreement = ?, watch_at = ?, raised_from = ?, assigned_at = ?, version = ?
             WHERE tenant = ? AND id = ? AND version = ?""";

    JdbcTickets(TenantId tenant, Session session, EventLog events) {
        super(tenant, session, events, EventFamily.TICKET, TicketEvent.class, new AggregateSql(BY_ID, INSERT, UPDATE));
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
        return earliest(OF_TENANT, parameters -> parameters.add(tenant), request);
    }

    @Override
    public Page<Ticket> page(CustomerId customer, PageRequest request) {
        return latest(BY_CUSTOMER, parameters -> parameters.add(tenant).add(customer), request);
    }

    @Override
    public Page<Ticket> page(TicketStatus status, PageRequest request) {
        return earliest(BY_STATUS, parameters -> parameters.add(tenant).add(status), request);
    }

    @Override
    public Page<Ticket> live(CustomerId customer, PageRequest request) {
        return latest(LIVE_BY_CUSTOMER, parameters -> parameters.add(tenant).add(customer), request);
    }

    @Override
    public Page<Ticket> live(Actor assignee, PageRequest request) {
        return earliest(LIVE_BY_ASSIGNEE, parameters -> parameters.add(tenant).add(assignee.value()), request);
    }

    @Override
    public List<Ticket> due(Instant now, int limit) {
        return until(DUE, now, limit);
    }

    @Override
    public List<Ticket> resolvedUntil(Instant until, int limit) {
        return until(RESOLVED_UNTIL, until, limit);
    }

    @Override
    public List<Ticket> surveysDue(Instant now, int limit) {
        return until(SURVEYS_DUE, now, limit);
    }

    @Override
    public List<Ticket> watched(Instant now, int limit) {
        return until(WATCHED, now, limit);
    }

    @Override
    public void watch(Collection<TicketWatch> watches) {
        session.batch(
                WATCH,
                watches.stream()
                        .<Parameters.Binder>map(watch -> parameters -> parameters
                                .addInstant(watch.next())
                                .add(tenant)
                                .add(watch.ticket())
                                .add(watch.version()))
                        .toList());
    }

    @Override
    public Map<Actor, Workload> workloads(Collection<Actor> staff) {
        Object[] actors = staff.stream().map(Actor::value).distinct().toArray();
        Map<Actor, Workload> found = new HashMap<>();
        session
                .list(
                        WORKLOADS,
                        parameters -> parameters.add(tenant).add(tenant).addAll("VARCHAR", actors),
                        row -> Map.entry(
                                Actor.of(row.text("wanted_actor")),
                                new Workload(row.integer("live"), row.optionalInstant("latest"))))
                .stream()
                .filter(each -> !each.getValue().equals(Workload.NONE))
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        return Map.copyOf(found);
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
                .addInstant(ticket.wakeAt())
                .addInstant(ticket.confirmedAt())
                .add(ticket.triage().priority())
                .add(ticket.triage().impact())
                .addText(ticket.triage().category())
                .addJson(ticket.triage().tags())
                .addText(ticket.assignment().assignee().map(Actor::value))
                .addText(ticket.assignment().team())
                .addJson(ticket.watchers())
                .addJson(ticket.links())
                .addId(ticket.mergedInto())
                .addOptionalJson(ticket.complaint())
                .addJson(ticket.playbooks())
                .addInstant(ticket.surveyDueAt())
                .addOptionalJson(ticket.agreement())
                .addInstant(ticket.lookFrom())
                .addText(ticket.raisedFrom().map(TicketPriority::name))
                .addInstant(ticket.assignedAt())
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
                row.optionalInstant("wake_at"),
                row.externalId(),
                row.instant("opened_at"),
                row.optionalInstant("first_response_at"),
                row.optionalInstant("resolved_at"),
                row.optionalInstant("confirmed_at"),
                row.optionalInstant("closed_at"),
                resolution(row),
                row.integer("reopens"),
                triage(row),
                new Assignment(row.optionalText("assignee").map(Actor::of), row.optionalText("team")),
                new LinkedHashSet<>(row.list("watchers", Actor.class)),
                new LinkedHashSet<>(row.list("links", TicketLink.class)),
                row.optionalId("merged_into").map(TicketId::new),
                row.optionalJson("complaint", ComplaintDetails.class),
                row.list("playbooks", AppliedPlaybook.class),
                row.optionalInstant("survey_due_at"),
                row.optionalJson("agreement", ServiceAgreement.class),
                row.optionalText("raised_from").map(TicketPriority::valueOf),
                row.optionalInstant("assigned_at"),
                row.number("version"),
                List.of());
    }

    @Override
    AlreadyExistsException taken(SQLException violation) {
        return new AlreadyExistsException("externalId", "another ticket");
    }

    private Page<Ticket> earliest(String select, Parameters.Binder binder, PageRequest request) {
        return Pages.ascending(session, select, "opened_at", binder, request, this::map, JdbcTickets::place);
    }

    private Page<Ticket> latest(String select, Parameters.Binder binder, PageRequest request) {
        return Pages.descending(session, select, "opened_at", binder, request, this::map, JdbcTickets::place);
    }

    private List<Ticket> until(String select, Instant latest, int limit) {
        return session.list(
                select, parameters -> parameters.add(tenant).add(latest).add(limit), this::map);
    }

    private static Triage triage(Row row) throws SQLException {
        return new Triage(
                row.constant("priority", TicketPriority.class),
                row.constant("impact", TicketImpact.class),
                row.optionalText("category"),
                Set.copyOf(row.list("tags", String.class)));
    }

    private static Optional<Resolution> resolution(Row row) throws SQLException {
        Optional<String> code = row.optionalText("resolution_code");
        return code.isPresent() ? Optional.of(Resolution.of(code.get(), row.text("solution"))) : Optional.empty();
    }

    private static Cursor place(Ticket ticket) {
        return new Cursor(ticket.openedAt(), ticket.id().value());
    }
}

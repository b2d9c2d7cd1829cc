package io.rapport.crm.jdbc.internal;

import io.rapport.crm.event.Outbox;
import io.rapport.crm.event.OutboxEntry;
import io.rapport.crm.id.TenantId;
import java.util.Collection;
import java.util.List;

/** The outbox of a tenant. */
final class JdbcOutbox implements Outbox {

    private static final String LOCK =
            "SELECT position_no FROM {outbox} WHERE tenant = ? ORDER BY position_no LIMIT ? FOR UPDATE";
    // A join with the array, because H2 does not look = ANY up in an index.
    private static final String ENTRIES = """
            SELECT o.position_no, e.family, e.aggregate_id, e.sequence_no, e.event_type, e.payload
              FROM {outbox} o
              JOIN UNNEST(?) AS locked (locked_no) ON o.position_no = locked_no
              JOIN {event} e ON e.tenant = o.tenant AND e.family = o.family
                            AND e.aggregate_id = o.aggregate_id AND e.sequence_no = o.sequence_no
             WHERE o.tenant = ?
             ORDER BY o.position_no""";
    private static final String REMOVE = "DELETE FROM {outbox} WHERE tenant = ? AND position_no = ?";
    private static final String SIZE = "SELECT count(*) AS n FROM {outbox} WHERE tenant = ?";

    private final TenantId tenant;
    private final Session session;
    private final EventLog events;

    JdbcOutbox(TenantId tenant, Session session, EventLog events) {
        this.tenant = tenant;
        this.session = session;
        this.events = events;
    }

    @Override
    public List<OutboxEntry> next(int limit) {
        List<Long> locked =
                session.list(LOCK, parameters -> parameters.add(tenant).add(limit), row -> row.number("position_no"));
        if (locked.isEmpty()) {
            return List.of();
        }
        return session.list(
                ENTRIES,
                parameters -> parameters.addAll("BIGINT", locked.toArray()).add(tenant),
                row -> new OutboxEntry(row.number("position_no"), events.event(row)));
    }

    @Override
    public void remove(Collection<OutboxEntry> published) {
        session.batch(
                REMOVE,
                published.stream()
                        .<Parameters.Binder>map(
                                entry -> parameters -> parameters.add(tenant).add(entry.position()))
                        .toList());
    }

    @Override
    public long size() {
        return session.count(SIZE, parameters -> parameters.add(tenant));
    }
}

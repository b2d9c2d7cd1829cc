package io.rapport.crm.jdbc.internal;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.playbook.Playbook;
import io.rapport.crm.playbook.PlaybookEvent;
import io.rapport.crm.playbook.PlaybookId;
import io.rapport.crm.playbook.PlaybookRepository;
import io.rapport.crm.playbook.PlaybookStatus;
import io.rapport.crm.playbook.PlaybookVersion;
import io.rapport.crm.playbook.Procedure;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The playbooks of a tenant. The draft and the latest version are kept as JSON. */
final class JdbcPlaybooks extends JdbcAggregates<PlaybookId, Playbook, PlaybookEvent> implements PlaybookRepository {

    private static final String SELECT = """
            SELECT id, version, playbook_key, playbook_name, status, draft, latest, created_at
              FROM {playbook}
             WHERE tenant = ?""";
    private static final String BY_ID = SELECT + " AND id = ?";
    private static final String BY_KEY = SELECT + " AND playbook_key = ?";
    private static final String PUBLISHED = SELECT + " AND status = 'PUBLISHED'";
    private static final Insert INSERT = Insert.into(
            "playbook",
            "playbook_name",
            "status",
            "draft",
            "latest",
            "version",
            "playbook_key",
            "created_at",
            "tenant",
            "id");
    private static final String UPDATE = """
            UPDATE {playbook}
               SET playbook_name = ?, status = ?, draft = ?, latest = ?, version = ?
             WHERE tenant = ? AND id = ? AND version = ?""";

    JdbcPlaybooks(TenantId tenant, Session session, EventLog events) {
        super(
                tenant,
                session,
                events,
                EventFamily.PLAYBOOK,
                PlaybookEvent.class,
                new AggregateSql(BY_ID, INSERT, UPDATE));
    }

    @Override
    public Optional<Playbook> find(String key) {
        return session.one(BY_KEY, parameters -> parameters.add(tenant).add(key), this::map);
    }

    @Override
    public List<Playbook> published() {
        // Sorted here: the order of text in the database depends on its collation.
        return session.list(PUBLISHED, parameters -> parameters.add(tenant), this::map).stream()
                .sorted(Comparator.comparing(Playbook::key))
                .toList();
    }

    @Override
    public Page<Playbook> page(PageRequest request) {
        return Pages.ascending(
                session,
                SELECT,
                "created_at",
                parameters -> parameters.add(tenant),
                request,
                this::map,
                playbook -> new Cursor(playbook.createdAt(), playbook.id().value()));
    }

    @Override
    void insert(Parameters parameters, Playbook playbook) throws SQLException {
        update(parameters, playbook);
        parameters.add(playbook.key()).add(playbook.createdAt()).add(tenant).add(playbook.id());
    }

    @Override
    void update(Parameters parameters, Playbook playbook) throws SQLException {
        parameters
                .add(playbook.name())
                .add(playbook.status())
                .addOptionalJson(playbook.draft())
                .addOptionalJson(playbook.latest())
                .add(playbook.version());
    }

    @Override
    Playbook map(Row row) throws SQLException {
        return new Playbook(
                new PlaybookId(row.id("id")),
                row.text("playbook_key"),
                row.text("playbook_name"),
                row.constant("status", PlaybookStatus.class),
                row.optionalJson("draft", Procedure.class),
                row.optionalJson("latest", PlaybookVersion.class),
                row.instant("created_at"),
                row.number("version"),
                List.of());
    }

    @Override
    AlreadyExistsException taken(SQLException violation) {
        return new AlreadyExistsException("key", "another playbook");
    }
}

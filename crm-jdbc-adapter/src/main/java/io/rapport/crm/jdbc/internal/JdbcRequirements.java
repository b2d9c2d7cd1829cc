package io.rapport.crm.jdbc.internal;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.staff.Certification;
import io.rapport.crm.staff.Requirement;
import io.rapport.crm.staff.RequirementEvent;
import io.rapport.crm.staff.RequirementId;
import io.rapport.crm.staff.RequirementRepository;
import io.rapport.crm.staff.Task;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the tasks of a tenant ask for. */
final class JdbcRequirements extends JdbcAggregates<RequirementId, Requirement, RequirementEvent>
        implements RequirementRepository {

    /** Stands for "on all channels", since a unique key takes no notice of rows with nulls. */
    private static final String EVERY_CHANNEL = "";

    private static final String SELECT = """
            SELECT id, version, task, channel, certifications, stated_at
              FROM {requirement}
             WHERE tenant = ?""";
    private static final String BY_ID = SELECT + " AND id = ?";
    private static final String BY_TASK = SELECT + " AND task = ? AND channel = ?";
    private static final String ALL = SELECT + " ORDER BY stated_at, id";
    private static final Insert INSERT =
            Insert.into("requirement", "certifications", "version", "task", "channel", "stated_at", "tenant", "id");
    private static final String UPDATE = """
            UPDATE {requirement}
               SET certifications = ?, version = ?
             WHERE tenant = ? AND id = ? AND version = ?""";

    JdbcRequirements(TenantId tenant, Session session, EventLog events) {
        super(
                tenant,
                session,
                events,
                EventFamily.REQUIREMENT,
                RequirementEvent.class,
                new AggregateSql(BY_ID, INSERT, UPDATE));
    }

    @Override
    public Optional<Requirement> find(Task task, Optional<String> channel) {
        return session.one(
                BY_TASK, parameters -> parameters.add(tenant).add(task).add(channel.orElse(EVERY_CHANNEL)), this::map);
    }

    @Override
    public List<Requirement> list() {
        return session.list(ALL, parameters -> parameters.add(tenant), this::map);
    }

    @Override
    void insert(Parameters parameters, Requirement requirement) throws SQLException {
        update(parameters, requirement);
        parameters
                .add(requirement.task())
                .add(requirement.channel().orElse(EVERY_CHANNEL))
                .add(requirement.statedAt())
                .add(tenant)
                .add(requirement.id());
    }

    @Override
    void update(Parameters parameters, Requirement requirement) throws SQLException {
        parameters.addJson(requirement.certifications()).add(requirement.version());
    }

    @Override
    Requirement map(Row row) throws SQLException {
        return new Requirement(
                new RequirementId(row.id("id")),
                row.constant("task", Task.class),
                Optional.of(row.text("channel")).filter(name -> !name.equals(EVERY_CHANNEL)),
                Set.copyOf(row.list("certifications", Certification.class)),
                row.instant("stated_at"),
                row.number("version"),
                List.of());
    }

    @Override
    AlreadyExistsException taken(SQLException violation) {
        return new AlreadyExistsException("channel", "another requirement");
    }
}

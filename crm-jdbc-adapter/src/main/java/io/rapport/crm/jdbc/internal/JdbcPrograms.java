package io.rapport.crm.jdbc.internal;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.jdbc.DatabaseFailureException;
import io.rapport.crm.loyalty.Program;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.ProgramRepository;
import io.rapport.crm.loyalty.ProgramVersion;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The definitions of a tenant's loyalty programs, as JSON. */
final class JdbcPrograms implements ProgramRepository {

    private static final Insert INSERT =
            Insert.into("loyalty_program", "tenant", "program_key", "version_no", "body", "defined_at", "actor");

    private static final String SELECT = """
            SELECT version_no, body, defined_at, actor
              FROM {loyalty_program}
             WHERE tenant = ? AND program_key = ?""";

    private static final String LATEST = SELECT + " ORDER BY version_no DESC LIMIT 1";
    private static final String BY_NUMBER = SELECT + " AND version_no = ?";
    private static final String ALL = SELECT + " ORDER BY version_no";

    private final TenantId tenant;
    private final Session session;

    JdbcPrograms(TenantId tenant, Session session) {
        this.tenant = tenant;
        this.session = session;
    }

    @Override
    public Optional<ProgramVersion> latest(ProgramId id) {
        return session.one(LATEST, of(id), JdbcPrograms::map);
    }

    @Override
    public Optional<ProgramVersion> find(ProgramId id, int number) {
        return session.one(
                BY_NUMBER,
                parameters -> {
                    of(id).bind(parameters);
                    parameters.add(number);
                },
                JdbcPrograms::map);
    }

    @Override
    public List<ProgramVersion> versions(ProgramId id) {
        return session.list(ALL, of(id), JdbcPrograms::map);
    }

    @Override
    public void add(ProgramVersion version) {
        try {
            String sql = INSERT.one() + session.dialect().orNothing("tenant, program_key, version_no");
            int added = session.tryUpdate(
                    sql,
                    parameters -> parameters
                            .add(tenant)
                            .add(version.program().id().value())
                            .add(version.number())
                            .addJson(version.program())
                            .add(version.definedAt())
                            .add(version.actor().value()));
            if (added == 0) {
                throw taken();
            }
        } catch (SQLException failure) {
            throw session.dialect().uniqueViolation(failure) ? taken() : new DatabaseFailureException(failure);
        }
    }

    /** A version in a row that has the columns of the table. */
    static ProgramVersion map(Row row) throws SQLException {
        return new ProgramVersion(
                row.json("body", Program.class),
                row.integer("version_no"),
                row.instant("defined_at"),
                Actor.of(row.text("actor")));
    }

    private Parameters.Binder of(ProgramId id) {
        return parameters -> parameters.add(tenant).add(id.value());
    }

    private static AlreadyExistsException taken() {
        return new AlreadyExistsException("version", "another definition");
    }
}

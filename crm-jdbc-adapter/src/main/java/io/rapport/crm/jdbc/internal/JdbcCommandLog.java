package io.rapport.crm.jdbc.internal;

import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.jdbc.DatabaseFailureException;
import io.rapport.crm.jdbc.internal.Session.Read;
import io.rapport.crm.store.CommandLog;
import io.rapport.crm.store.CommandRecord;
import io.rapport.crm.store.IdempotencyConflictException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The command keys of a tenant. */
final class JdbcCommandLog implements CommandLog {

    static final Insert INSERT =
            Insert.into("command", "tenant", "command_key", "payload_digest", "aggregate_id", "sequence_no");

    private static final String FIND = """
            SELECT command_key, payload_digest, aggregate_id, sequence_no
              FROM {command}
             WHERE tenant = ? AND command_key = ?""";

    private final TenantId tenant;
    private final Session session;

    JdbcCommandLog(TenantId tenant, Session session) {
        this.tenant = tenant;
        this.session = session;
    }

    @Override
    public Optional<CommandRecord> find(CommandKey key) {
        Read<CommandRecord> found = lookUp(tenant, key);
        session.together(List.of(found));
        return found.first();
    }

    /** What a key was used for, to be read together with other things. */
    static Read<CommandRecord> lookUp(TenantId tenant, CommandKey key) {
        return new Read<>(FIND, parameters -> parameters.add(tenant).add(key.value()), JdbcCommandLog::command);
    }

    @Override
    public void add(CommandRecord command) {
        try {
            String sql = INSERT.one() + session.dialect().orNothing("tenant, command_key");
            if (session.tryUpdate(sql, row(tenant, command)) == 0) {
                throw new IdempotencyConflictException(command.key());
            }
        } catch (SQLException failure) {
            if (session.dialect().uniqueViolation(failure)) {
                throw new IdempotencyConflictException(command.key());
            }
            throw new DatabaseFailureException(failure);
        }
    }

    static Parameters.Binder row(TenantId tenant, CommandRecord command) {
        return parameters -> parameters
                .add(tenant)
                .add(command.key().value())
                .add(command.payload())
                .add(command.aggregate())
                .add(command.sequence());
    }

    private static CommandRecord command(Row row) throws SQLException {
        return new CommandRecord(
                CommandKey.of(row.text("command_key")),
                row.text("payload_digest"),
                row.id("aggregate_id"),
                row.number("sequence_no"));
    }
}

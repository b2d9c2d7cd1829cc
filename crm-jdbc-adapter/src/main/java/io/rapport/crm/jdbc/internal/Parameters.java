package io.rapport.crm.jdbc.internal;

import io.rapport.crm.id.AggregateId;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.id.TenantId;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Binds the parameters of a statement one after the other. */
final class Parameters {

    /** Binds one statement or one row of a batch. */
    @FunctionalInterface
    interface Binder {

        void bind(Parameters parameters) throws SQLException;
    }

    private final PreparedStatement statement;
    private final Statements statements;
    private int index;

    Parameters(PreparedStatement statement, Statements statements) {
        this.statement = statement;
        this.statements = statements;
    }

    Parameters add(TenantId tenant) throws SQLException {
        return add(tenant.value());
    }

    Parameters add(String text) throws SQLException {
        statement.setString(next(), text);
        return this;
    }

    Parameters add(Enum<?> constant) throws SQLException {
        return add(constant.name());
    }

    Parameters add(long number) throws SQLException {
        statement.setLong(next(), number);
        return this;
    }

    Parameters add(boolean flag) throws SQLException {
        statement.setBoolean(next(), flag);
        return this;
    }

    Parameters add(BigDecimal number) throws SQLException {
        statement.setBigDecimal(next(), number);
        return this;
    }

    Parameters addNumber(Optional<Long> number) throws SQLException {
        if (number.isPresent()) {
            return add((long) number.get());
        }
        statement.setNull(next(), Types.BIGINT);
        return this;
    }

    Parameters add(UUID id) throws SQLException {
        statement.setObject(next(), id);
        return this;
    }

    Parameters add(AggregateId id) throws SQLException {
        return add(id.value());
    }

    Parameters add(Instant instant) throws SQLException {
        statements.dialect().bind(statement, next(), instant);
        return this;
    }

    Parameters addText(Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            return add(text.get());
        }
        statement.setNull(next(), Types.VARCHAR);
        return this;
    }

    Parameters addId(Optional<? extends AggregateId> id) throws SQLException {
        if (id.isPresent()) {
            return add(id.get());
        }
        statement.setNull(next(), Types.OTHER, "uuid");
        return this;
    }

    Parameters addInstant(Optional<Instant> instant) throws SQLException {
        if (instant.isPresent()) {
            return add(instant.get());
        }
        statement.setNull(next(), Types.TIMESTAMP_WITH_TIMEZONE);
        return this;
    }

    Parameters addJson(Object value) throws SQLException {
        return add(statements.json().write(value));
    }

    /** A list as JSON; null if it is empty. */
    Parameters addList(List<?> values) throws SQLException {
        return addOptionalJson(values.isEmpty() ? Optional.empty() : Optional.of(values));
    }

    Parameters addOptionalJson(Optional<?> value) throws SQLException {
        return addText(value.map(statements.json()::write));
    }

    /** An external id in two columns, {@code source_system} and {@code external_key}. */
    Parameters add(Optional<ExternalId> externalId) throws SQLException {
        return addText(externalId.map(ExternalId::system)).addText(externalId.map(ExternalId::key));
    }

    /** An array for {@code = ANY (?)} or {@code UNNEST (?)}. */
    Parameters addAll(String sqlType, Object[] values) throws SQLException {
        statement.setArray(next(), statement.getConnection().createArrayOf(sqlType, values));
        return this;
    }

    private int next() {
        index++;
        return index;
    }
}

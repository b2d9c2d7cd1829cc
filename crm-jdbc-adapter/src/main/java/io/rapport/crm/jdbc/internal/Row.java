package io.rapport.crm.jdbc.internal;

import io.rapport.crm.id.ExternalId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The present row of a result, read by column. */
final class Row {

    /** Makes a value of a row. */
    @FunctionalInterface
    interface Mapper<T> {

        T map(Row row) throws SQLException;
    }

    private final ResultSet result;
    private final Statements statements;

    Row(ResultSet result, Statements statements) {
        this.result = result;
        this.statements = statements;
    }

    String text(String column) throws SQLException {
        return result.getString(column);
    }

    Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, text(column));
    }

    long number(String column) throws SQLException {
        return result.getLong(column);
    }

    /**
     * A sum, which may be larger than its parts; 0 where nothing was summed.
     *
     * @throws ArithmeticException if it does not fit a {@code long}
     */
    long exactNumber(String column) throws SQLException {
        BigDecimal value = result.getBigDecimal(column);
        return value == null ? 0 : value.longValueExact();
    }

    BigDecimal decimal(String column) throws SQLException {
        return result.getBigDecimal(column);
    }

    boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    Optional<Long> optionalNumber(String column) throws SQLException {
        long value = result.getLong(column);
        return result.wasNull() ? Optional.empty() : Optional.of(value);
    }

    int integer(String column) throws SQLException {
        return result.getInt(column);
    }

    UUID id(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    Optional<UUID> optionalId(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, UUID.class));
    }

    Instant instant(String column) throws SQLException {
        return statements.dialect().instant(result, column);
    }

    Optional<Instant> optionalInstant(String column) throws SQLException {
        Instant value = statements.dialect().instant(result, column);
        return result.wasNull() ? Optional.empty() : Optional.of(value);
    }

    /** The external id in the columns {@code source_system} and {@code external_key}. */
    Optional<ExternalId> externalId() throws SQLException {
        Optional<String> system = optionalText("source_system");
        return system.isPresent() ? Optional.of(ExternalId.of(system.get(), text("external_key"))) : Optional.empty();
    }

    <T> List<T> list(String column, Class<T> element) throws SQLException {
        return statements.json().readList(text(column), element);
    }

    /** A list that is null where it is empty. */
    <T> List<T> optionalList(String column, Class<T> element) throws SQLException {
        String text = text(column);
        return text == null ? List.of() : statements.json().readList(text, element);
    }

    /** {@link #json} for what is read again and again, and never changed. */
    <T> T definition(String column, Class<T> type) throws SQLException {
        return statements.definition(text(column), type);
    }

    <T> Optional<T> optionalJson(String column, Class<T> type) throws SQLException {
        return optionalText(column).map(text -> statements.json().read(text, type));
    }

    <T> T json(String column, Class<T> type) throws SQLException {
        return statements.json().read(text(column), type);
    }
}

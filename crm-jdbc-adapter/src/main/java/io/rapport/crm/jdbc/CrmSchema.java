package io.rapport.crm.jdbc;

import io.rapport.crm.fault.Require;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The tables of the store. The host decides who makes them: {@link #migrate} with Flyway, the host's own Flyway with
 * {@link #location} and {@link #placeholders} added to its settings, or by hand from the scripts in the jar. Either way
 * {@link #validate} says whether they fit this version of the library. Thread-safe.
 */
public final class CrmSchema {

    private final DataSource dataSource;
    private final TableNames tables;
    private final Optional<Dialect> chosenDialect;

    private CrmSchema(DataSource dataSource, TableNames tables, Optional<Dialect> chosenDialect) {
        this.dataSource = Require.present("dataSource", dataSource);
        this.tables = Require.present("tables", tables);
        this.chosenDialect = chosenDialect;
    }

    /** The schema with {@linkplain TableNames#standard() standard names} and the dialect of the database. */
    public static CrmSchema of(DataSource dataSource) {
        return new CrmSchema(dataSource, TableNames.standard(), Optional.empty());
    }

    /** Makes or updates the tables with standard names; see {@link #migrate()}. */
    public static void migrate(DataSource dataSource) {
        of(dataSource).migrate();
    }

    /** Checks the tables with standard names; see {@link #validate()}. */
    public static void validate(DataSource dataSource) {
        of(dataSource).validate();
    }

    /** The same schema under other names. */
    public CrmSchema named(TableNames names) {
        return new CrmSchema(dataSource, names, chosenDialect);
    }

    /** The same schema in another dialect than the database's own. */
    public CrmSchema dialect(Dialect dialect) {
        return new CrmSchema(dataSource, tables, Optional.of(Require.present("dialect", dialect)));
    }

    /** Where the scripts are on the class path; a location for the host's own Flyway. */
    public String location() {
        try (Connection connection = dataSource.getConnection()) {
            return "db/rapport-crm/" + dialectOf(connection).scripts();
        } catch (SQLException failure) {
            throw new DatabaseFailureException(failure);
        }
    }

    /** What the scripts leave open; placeholders for the host's own Flyway. */
    public Map<String, String> placeholders() {
        return Map.of("crm_tables", tables.table(""), "crm_prefix", tables.prefix());
    }

    /**
     * Makes the tables, or brings them up to date, with Flyway in a history table of its own. Does nothing where they
     * are up to date. Other tables of the host are left alone.
     *
     * @throws IllegalStateException if Flyway is not on the class path
     */
    public void migrate() {
        FlywayMigration.run(dataSource, historyTable(), storedSchema(), location(), placeholders());
    }

    /**
     * Checks that every table and column that this version needs is there; changes nothing.
     *
     * @throws SchemaMismatchException naming all that is missing
     */
    public void validate() {
        List<String> missing = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (SchemaTable table : SchemaTable.ALL) {
                missing.addAll(missing(connection, table));
            }
        } catch (SQLException failure) {
            throw new DatabaseFailureException(failure);
        }
        if (!missing.isEmpty()) {
            throw new SchemaMismatchException(missing);
        }
    }

    private String historyTable() {
        return tables.prefix() + "schema_history";
    }

    /** The schema's name as the database keeps it, since Flyway quotes names and the scripts do not. */
    private Optional<String> storedSchema() {
        if (tables.schema().isEmpty()) {
            return Optional.empty();
        }
        try (Connection connection = dataSource.getConnection()) {
            return Optional.of(stored(connection.getMetaData(), tables.schema().get()));
        } catch (SQLException failure) {
            throw new DatabaseFailureException(failure);
        }
    }

    private List<String> missing(Connection connection, SchemaTable table) throws SQLException {
        String name = tables.table(table.name());
        Set<String> found = columns(connection, tables.prefix() + table.name());
        if (found.isEmpty()) {
            return List.of("table " + name);
        }
        return table.columns().stream()
                .filter(column -> !found.contains(column))
                .map(column -> "column " + name + "." + column)
                .toList();
    }

    private Set<String> columns(Connection connection, String table) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        String schema = tables.schema().isPresent() ? tables.schema().get() : connection.getSchema();
        Set<String> columns = new HashSet<>();
        try (ResultSet result = metaData.getColumns(
                connection.getCatalog(), stored(metaData, schema), pattern(metaData, stored(metaData, table)), "%")) {
            while (result.next()) {
                columns.add(result.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }

    private static String stored(DatabaseMetaData metaData, String identifier) throws SQLException {
        if (metaData.storesUpperCaseIdentifiers()) {
            return identifier.toUpperCase(Locale.ROOT);
        }
        return metaData.storesLowerCaseIdentifiers() ? identifier.toLowerCase(Locale.ROOT) : identifier;
    }

    private static String pattern(DatabaseMetaData metaData, String name) throws SQLException {
        return name.replace("_", metaData.getSearchStringEscape() + "_");
    }

    private Dialect dialectOf(Connection connection) throws SQLException {
        return chosenDialect.isPresent() ? chosenDialect.get() : Dialect.of(connection);
    }
}

package io.rapport.crm.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;

/** The databases that the tests run on. PostgreSQL is started once, when the first test needs it. */
final class TestDatabase {

    private static final class Postgres {
        private static final EmbeddedPostgres SERVER = started();

        private static EmbeddedPostgres started() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private TestDatabase() {}

    static DataSource postgres() {
        return Postgres.SERVER.getPostgresDatabase();
    }

    /** Where PostgreSQL is, for its user {@code postgres}. */
    static String postgresUrl() {
        return Postgres.SERVER.getJdbcUrl("postgres", "postgres");
    }

    /** H2 in a file, with the schema in its standard place. */
    static HikariDataSource h2FilePool(String url) {
        return migrated(pool(url, "sa", true));
    }

    /** PostgreSQL with the schema in its standard place. */
    static HikariDataSource postgresPool(boolean autoCommit) {
        return migrated(pool(postgresUrl(), "postgres", autoCommit));
    }

    /** A new H2 database in memory with the schema in its standard place. */
    static HikariDataSource h2Pool(boolean autoCommit) {
        return migrated(emptyH2Pool(autoCommit));
    }

    static HikariDataSource emptyH2Pool(boolean autoCommit) {
        return pool("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=128", "sa", autoCommit);
    }

    private static HikariDataSource migrated(HikariDataSource dataSource) {
        CrmSchema.migrate(dataSource);
        return dataSource;
    }

    private static HikariDataSource pool(String url, String user, boolean autoCommit) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setUsername(user);
        settings.setAutoCommit(autoCommit);
        settings.setMaximumPoolSize(24);
        settings.setMinimumIdle(1);
        return new HikariDataSource(settings);
    }
}

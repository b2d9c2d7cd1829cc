package io.rapport.crm.quickstart.relations;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.jdbc.CrmSchema;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens a database and brings the library's tables in it up to date. */
final class Database {

    /** The command works on one thread; a migration takes a second connection for its lock. */
    private static final int CONNECTIONS = 2;

    private static final long PATIENCE_MILLIS = 10_000;

    private Database() {}

    /** @throws DatabaseTroubleException when it cannot be reached, or refuses what the tables need */
    static HikariDataSource open(DatabaseSettings settings) {
        HikariDataSource pool = connect(settings);
        try {
            CrmSchema.migrate(pool);
            CrmSchema.validate(pool);
            return pool;
        } catch (RuntimeException failure) {
            pool.close();
            throw trouble(settings, "cannot hold the tables of the library", failure);
        }
    }

    private static HikariDataSource connect(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        try {
            config.setJdbcUrl(settings.url());
            return new HikariDataSource(config);
        } catch (RuntimeException failure) {
            throw trouble(settings, "cannot be reached", failure);
        }
    }

    private static DatabaseTroubleException trouble(DatabaseSettings settings, String problem, RuntimeException why) {
        return new DatabaseTroubleException(settings + ": the database " + problem + reason(why), why);
    }

    /** What the driver said, in one line; nothing is stored yet, so it cannot tell of a customer. */
    private static String reason(Throwable failure) {
        Optional<SQLException> sql = Stream.iterate(
                        Optional.of(failure), Optional::isPresent, at -> at.map(Throwable::getCause))
                .flatMap(Optional::stream)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((outer, inner) -> inner);
        return sql.flatMap(found -> Optional.ofNullable(found.getMessage()))
                .flatMap(message -> message.lines().findFirst())
                .map(line -> " (" + line + ")")
                .orElse(" (" + failure.getClass().getSimpleName() + ")");
    }
}

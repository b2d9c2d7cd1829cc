package io.rapport.crm.jdbc;

import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The only class that touches Flyway, which a host may leave out. */
final class FlywayMigration {

    private FlywayMigration() {}

    static void run(
            DataSource dataSource,
            String historyTable,
            Optional<String> schema,
            String location,
            Map<String, String> placeholders) {
        letModuleReadFlyway(location);
        FluentConfiguration settings = Flyway.configure(CrmSchema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:" + location)
                .placeholders(placeholders)
                .table(historyTable)
                .baselineOnMigrate(true)
                .baselineVersion("0");
        schema.ifPresent(name -> settings.defaultSchema(name).schemas(name));
        settings.load().migrate();
    }

    /**
     * Flyway has no module name of its own, so the module descriptor cannot require it. Found by name, since this module
     * may not touch the class before it reads its module.
     */
    private static void letModuleReadFlyway(String location) {
        try {
            Class<?> flyway = Class.forName("org.flywaydb.core.Flyway");
            FlywayMigration.class.getModule().addReads(flyway.getModule());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(
                    "flyway-core is not on the class path: add it, or run the scripts in " + location + " yourself",
                    missing);
        }
    }
}

package io.rapport.crm.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.contract.AllContracts;
import io.rapport.crm.store.CrmStore;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Every contract, against one database, in one way of using it. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class JdbcContracts extends AllContracts {

    private final TimeZone usualZone = TimeZone.getDefault();
    private final TimeZone zone;
    private HikariDataSource pool;
    private JdbcCrmStore store;

    JdbcContracts(String zone) {
        this.zone = TimeZone.getTimeZone(zone);
    }

    abstract HikariDataSource open();

    @BeforeAll
    void start() {
        TimeZone.setDefault(zone);
        pool = open();
        store = JdbcCrmStore.on(pool);
    }

    @AfterAll
    void stop() {
        pool.close();
        TimeZone.setDefault(usualZone);
    }

    @Override
    protected CrmStore store() {
        return store;
    }
}

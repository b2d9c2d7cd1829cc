package io.rapport.crm.jdbc;

import com.zaxxer.hikari.HikariDataSource;

class PostgresTest extends JdbcContracts {

    PostgresTest() {
        super("UTC");
    }

    @Override
    HikariDataSource open() {
        return TestDatabase.postgresPool(true);
    }
}

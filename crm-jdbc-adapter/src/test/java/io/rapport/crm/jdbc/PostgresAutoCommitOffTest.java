package io.rapport.crm.jdbc;

import com.zaxxer.hikari.HikariDataSource;

class PostgresAutoCommitOffTest extends JdbcContracts {

    PostgresAutoCommitOffTest() {
        super("America/St_Johns");
    }

    @Override
    HikariDataSource open() {
        return TestDatabase.postgresPool(false);
    }
}

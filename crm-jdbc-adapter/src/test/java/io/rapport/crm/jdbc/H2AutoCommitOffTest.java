package io.rapport.crm.jdbc;

import com.zaxxer.hikari.HikariDataSource;

class H2AutoCommitOffTest extends JdbcContracts {

    H2AutoCommitOffTest() {
        super("Pacific/Kiritimati");
    }

    @Override
    HikariDataSource open() {
        return TestDatabase.h2Pool(false);
    }
}

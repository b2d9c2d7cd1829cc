package io.rapport.crm.jdbc;

import com.zaxxer.hikari.HikariDataSource;

class H2Test extends JdbcContracts {

    H2Test() {
        super("UTC");
    }

    @Override
    HikariDataSource open() {
        return TestDatabase.h2Pool(true);
    }
}

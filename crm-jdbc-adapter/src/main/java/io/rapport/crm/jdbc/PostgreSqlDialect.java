package io.rapport.crm.jdbc;

/** PostgreSQL. */
final class PostgreSqlDialect implements Dialect {

    @Override
    public String scripts() {
        return "postgresql";
    }

    @Override
    public String orNothing(String key) {
        return " ON CONFLICT (" + key + ") DO NOTHING";
    }

    @Override
    public boolean takesStatementsTogether() {
        return true;
    }

    @Override
    public boolean beginsBySql() {
        return true;
    }

    @Override
    public boolean refusalEndsTransaction() {
        return true;
    }

    @Override
    public boolean writesTablesTogether() {
        return true;
    }

    @Override
    public boolean copiesOut() {
        return true;
    }
}

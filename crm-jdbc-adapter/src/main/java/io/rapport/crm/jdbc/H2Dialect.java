package io.rapport.crm.jdbc;

/** H2 in its regular mode. */
final class H2Dialect implements Dialect {

    @Override
    public String scripts() {
        return "h2";
    }
}

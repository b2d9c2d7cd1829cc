/** Rapport's ports over plain JDBC. */
module io.rapport.crm.jdbc {
    requires transitive io.rapport.crm.core;
    requires transitive java.sql;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires org.joda.money;
    requires org.jspecify;

    exports io.rapport.crm.jdbc;
}

package io.rapport.crm.jdbc.internal;

/**
 * The statements that every fact has.
 *
 * @param select selects facts of all tenants; without a WHERE clause
 * @param insert inserts a fact
 */
record FactSql(String select, Insert insert) {}

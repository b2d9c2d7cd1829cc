package io.rapport.crm.jdbc.internal;

/**
 * The statements that every aggregate has.
 *
 * @param selectById selects the state and its version by (tenant, id)
 * @param insert inserts a state
 * @param update updates a state where (tenant, id, version) are as expected, the last three parameters
 */
record AggregateSql(String selectById, Insert insert, String update) {}

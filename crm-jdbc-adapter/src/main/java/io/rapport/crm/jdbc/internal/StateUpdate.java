package io.rapport.crm.jdbc.internal;

/**
 * Writes a state that followed another.
 *
 * @param sql updates it where (tenant, id, version) are as expected, the last three parameters
 * @param state binds the parameters before those
 * @param locked whether the expected version is there and cannot change, because this unit of work has it locked
 */
record StateUpdate(String sql, Parameters.Binder state, boolean locked) {}

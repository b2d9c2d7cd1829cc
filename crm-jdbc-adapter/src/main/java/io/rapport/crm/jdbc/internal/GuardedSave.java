package io.rapport.crm.jdbc.internal;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the state of an aggregate together with what belongs to it, or nothing at all if the state that is stored is
 * not the one expected. On a database that {@linkplain io.rapport.crm.jdbc.Dialect#writesTablesTogether writes tables
 * together} this is one statement; elsewhere it is one statement for each table, behind a savepoint.
 */
final class GuardedSave {

    private static final String GUARD = "state";

    private record Step(String together, String alone, List<Parameters.Binder> rows) {}

    private final Session session;
    private final String stateSql;
    private final Parameters.Binder state;
    private final List<Step> steps = new ArrayList<>();

    /**
     * Begins with the row of the state.
     *
     * @param stateSql inserts or updates the state's row, and touches no row where the expected version is not there
     */
    GuardedSave(Session session, String stateSql, Parameters.Binder state) {
        this.session = session;
        this.stateSql = stateSql;
        this.state = state;
    }

    GuardedSave insert(Insert insert, List<Parameters.Binder> rows) {
        if (!rows.isEmpty()) {
            steps.add(new Step(insert.guarded(rows.size(), GUARD), insert.one(), rows));
        }
        return this;
    }

    /**
     * Takes rows away.
     *
     * @param sql deletes one row for each binder
     */
    GuardedSave delete(String sql, List<Parameters.Binder> rows) {
        for (Parameters.Binder row : rows) {
            steps.add(new Step(sql + " AND EXISTS (SELECT 1 FROM " + GUARD + ")", sql, List.of(row)));
        }
        return this;
    }

    /**
     * Writes all, or nothing.
     *
     * @return whether the expected state was there
     * @throws SQLException also when a unique key is taken; nothing is written then
     */
    boolean execute() throws SQLException {
        return session.dialect().writesTablesTogether() ? together() : oneByOne();
    }

    private boolean together() throws SQLException {
        StringBuilder sql = new StringBuilder("WITH " + GUARD + " AS (" + stateSql + " RETURNING 1)");
        for (int i = 0; i < steps.size(); i++) {
            sql.append(", step")
                    .append(i)
                    .append(" AS (")
                    .append(steps.get(i).together())
                    .append(')');
        }
        sql.append(" SELECT count(*) FROM ").append(GUARD);
        return session.tryAnswer(sql.toString(), parameters -> {
                    state.bind(parameters);
                    for (Step step : steps) {
                        for (Parameters.Binder row : step.rows()) {
                            row.bind(parameters);
                        }
                    }
                })
                > 0;
    }

    private boolean oneByOne() throws SQLException {
        Savepoint before = session.connection().setSavepoint();
        boolean done = false;
        try {
            if (session.tryUpdate(stateSql, state) == 0) {
                return false;
            }
            for (Step step : steps) {
                session.tryBatch(step.alone(), step.rows());
            }
            done = true;
            return true;
        } finally {
            if (done) {
                session.connection().releaseSavepoint(before);
            } else {
                session.connection().rollback(before);
            }
        }
    }
}

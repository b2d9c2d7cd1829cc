package io.rapport.crm.jdbc.internal;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.jdbc.Dialect;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the state of an aggregate together with what belongs to it, or nothing at all if the state that is stored is
 * not the one expected. Rows are changed before others are added. On a database that
 * {@linkplain io.rapport.crm.jdbc.Dialect#writesTablesTogether writes tables together} this is one statement; elsewhere
 * it is one statement for each table, behind a savepoint. What is locked needs no guard, and without guards changes
 * cost a database least as plain statements, and insertions as one: they go in one round trip where the database
 * {@linkplain io.rapport.crm.jdbc.Dialect#takesStatementsTogether takes them together}.
 */
final class GuardedSave {

    private static final String GUARD = "state";

    private static final String ONLY_IF = " AND EXISTS (SELECT 1 FROM " + GUARD + ")";

    /**
     * What is written into one table.
     *
     * @param sql one statement for all rows
     * @param bound what it is bound to
     * @param alone writes one row
     * @param rows what each row is bound to
     */
    private record Step(String sql, List<Parameters.Binder> bound, String alone, List<Parameters.Binder> rows) {

        void bind(Parameters parameters) throws SQLException {
            for (Parameters.Binder row : bound) {
                row.bind(parameters);
            }
        }
    }

    private enum Form {
        PLAIN,
        GUARDED,
        ONE_BY_ONE
    }

    private final Session session;
    private final String stateSql;
    private final Parameters.Binder state;
    private final Form form;
    private final List<Step> changes = new ArrayList<>();
    private final List<Step> insertions = new ArrayList<>();
    private boolean found;

    /**
     * Begins with the row of the state.
     *
     * @param stateSql inserts or updates the state's row, and touches no row where the expected version is not there
     * @param locked whether the expected version is there and cannot change, because this unit of work has it locked
     */
    GuardedSave(Session session, String stateSql, Parameters.Binder state, boolean locked) {
        this.session = session;
        this.stateSql = stateSql;
        this.state = state;
        form = form(session.dialect(), locked);
    }

    private static Form form(Dialect dialect, boolean locked) {
        if (locked && dialect.takesStatementsTogether()) {
            return Form.PLAIN;
        }
        return dialect.writesTablesTogether() ? Form.GUARDED : Form.ONE_BY_ONE;
    }

    GuardedSave insert(Insert insert, List<Parameters.Binder> rows) {
        if (!rows.isEmpty()) {
            String sql = form == Form.GUARDED ? insert.guarded(rows.size(), GUARD) : insert.many(rows.size());
            insertions.add(new Step(sql, rows, insert.one(), rows));
        }
        return this;
    }

    /**
     * Changes rows, or takes them away, one by one.
     *
     * @param sql updates or deletes one row for each binder, and ends with a condition
     */
    GuardedSave each(String sql, List<Parameters.Binder> rows) {
        for (Parameters.Binder row : rows) {
            changes.add(new Step(guarded(sql), List.of(row), sql, List.of(row)));
        }
        return this;
    }

    /**
     * Changes many rows.
     *
     * @param together updates all of them, from arrays, and ends with a condition
     * @param arrays binds the arrays
     * @param alone updates one row for each of the binders, and ends with a condition
     */
    GuardedSave update(String together, Parameters.Binder arrays, String alone, List<Parameters.Binder> rows) {
        if (!rows.isEmpty()) {
            changes.add(new Step(guarded(together), List.of(arrays), alone, rows));
        }
        return this;
    }

    /**
     * Writes all, or nothing. What is locked may be sent later, with the next statement or the commit.
     *
     * @param refusals what is thrown if the expected state is not there, or a unique key is taken; nothing is written
     *     then
     */
    void execute(WaitingWrite.Refusals refusals) {
        if (form == Form.PLAIN) {
            session.last(plain(refusals));
            return;
        }
        try {
            if (!(form == Form.GUARDED ? together() : oneByOne())) {
                throw refusals.stale();
            }
        } catch (SQLException failure) {
            throw refusals.refused(failure);
        }
    }

    private String guarded(String sql) {
        return form == Form.GUARDED ? sql + ONLY_IF : sql;
    }

    private WaitingWrite plain(WaitingWrite.Refusals refusals) {
        ImmutableList.Builder<String> sql = ImmutableList.builder();
        sql.add(stateSql);
        changes.forEach(step -> sql.add(step.sql()));
        if (session.dialect().writesTablesTogether()) {
            oneOf(insertions).ifPresent(sql::add);
        } else {
            insertions.forEach(step -> sql.add(step.sql()));
        }
        return new WaitingWrite(sql.build(), this::bind, refusals);
    }

    /** One statement that does all steps. */
    private static Optional<String> oneOf(List<Step> steps) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        int last = steps.size() - 1;
        String before = named(steps.subList(0, last));
        return Optional.of((before.isEmpty() ? "" : "WITH " + before + " ")
                + steps.get(last).sql());
    }

    private boolean together() throws SQLException {
        List<Step> steps = steps();
        String sql = "WITH " + GUARD + " AS (" + stateSql + " RETURNING 1)" + (steps.isEmpty() ? "" : ", ")
                + named(steps) + " SELECT count(*) FROM " + GUARD;
        return session.tryAnswer(sql, this::bind) > 0;
    }

    /** Steps as parts of one statement. */
    private static String named(List<Step> steps) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            sql.append(i == 0 ? "step" : ", step")
                    .append(i)
                    .append(" AS (")
                    .append(steps.get(i).sql())
                    .append(')');
        }
        return sql.toString();
    }

    private List<Step> steps() {
        return ImmutableList.<Step>builder().addAll(changes).addAll(insertions).build();
    }

    private void bind(Parameters parameters) throws SQLException {
        state.bind(parameters);
        for (Step step : steps()) {
            step.bind(parameters);
        }
    }

    private boolean oneByOne() throws SQLException {
        session.atomically(() -> {
            found = session.tryUpdate(stateSql, state) > 0;
            if (found) {
                for (Step step : steps()) {
                    session.tryBatch(step.alone(), step.rows());
                }
            }
        });
        return found;
    }
}

package io.rapport.crm.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * As little as a ledger can do that loses no points: lots that are used by their expiry, an entry with its key, what the
 * entry took of which lot, and an outbox row. It knows no holds, no rules and no totals, expires nothing, and does not see
 * that a key was used for something else.
 */
final class LeastLedger extends PlainLedger {

    private static final String[] SCHEMA = {
        "CREATE TABLE IF NOT EXISTS least_account (id UUID PRIMARY KEY, balance BIGINT NOT NULL)",
        "CREATE TABLE IF NOT EXISTS least_lot (id UUID PRIMARY KEY, account_id UUID NOT NULL, remaining BIGINT NOT NULL,"
                + " expires_at TIMESTAMPTZ NOT NULL)",
        "CREATE INDEX IF NOT EXISTS least_lot_use ON least_lot (account_id, expires_at) WHERE remaining > 0",
        "CREATE TABLE IF NOT EXISTS least_entry (id UUID PRIMARY KEY, account_id UUID NOT NULL, points BIGINT NOT NULL,"
                + " command_key VARCHAR(64) NOT NULL UNIQUE, payload TEXT NOT NULL,"
                + " made_at TIMESTAMPTZ NOT NULL DEFAULT now())",
        "CREATE TABLE IF NOT EXISTS least_allocation (entry_id UUID NOT NULL, lot_id UUID NOT NULL,"
                + " points BIGINT NOT NULL, PRIMARY KEY (entry_id, lot_id))",
        "CREATE TABLE IF NOT EXISTS least_outbox (position_no BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                + " entry_id UUID NOT NULL)"
    };

    LeastLedger(DataSource dataSource) throws SQLException {
        super(dataSource, SCHEMA);
    }

    @Override
    void open(Connection connection, UUID account, int lots, long points) throws SQLException {
        run(connection, "INSERT INTO least_account (id, balance) VALUES (?, ?)", account, lots * points);
        for (int i = 0; i < lots; i++) {
            run(
                    connection,
                    "INSERT INTO least_lot (id, account_id, remaining, expires_at)"
                            + " VALUES (?, ?, ?, now() + make_interval(days => ?))",
                    UUID.randomUUID(),
                    account,
                    points,
                    i + 1);
        }
    }

    @Override
    void redeem(Connection connection, UUID account, long points, String key) throws SQLException {
        long balance = query(
                connection, "SELECT balance FROM least_account WHERE id = ? FOR UPDATE", LeastLedger::number, account);
        if (query(connection, "SELECT count(*) FROM least_entry WHERE command_key = ?", LeastLedger::number, key) > 0) {
            return;
        }
        if (balance < points) {
            throw new IllegalStateException("too few points");
        }
        UUID lot = query(
                connection,
                "SELECT id, remaining FROM least_lot WHERE account_id = ? AND remaining > 0 ORDER BY expires_at",
                rows -> firstWith(points, rows),
                account);
        UUID entry = UUID.randomUUID();
        run(connection, "UPDATE least_lot SET remaining = remaining - ? WHERE id = ?", points, lot);
        run(
                connection,
                "INSERT INTO least_entry (id, account_id, points, command_key, payload) VALUES (?, ?, ?, ?, ?)",
                entry,
                account,
                -points,
                key,
                "{\"points\":" + points + "}");
        run(connection, "INSERT INTO least_allocation (entry_id, lot_id, points) VALUES (?, ?, ?)", entry, lot, points);
        run(connection, "UPDATE least_account SET balance = balance - ? WHERE id = ?", points, account);
        run(connection, "INSERT INTO least_outbox (entry_id) VALUES (?)", entry);
    }

    private static UUID firstWith(long points, ResultSet rows) throws SQLException {
        while (rows.next()) {
            if (rows.getLong("remaining") >= points) {
                return rows.getObject("id", UUID.class);
            }
        }
        throw new IllegalStateException("no lot has as many");
    }

    private static long number(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1);
    }
}

package io.rapport.crm.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Keeps and looks at what the library does: balances with a total for each kind of entry, what the account's program says
 * now, lots in the order of their use, holds in the row of their account, for which command a key was used, entries as
 * numbered events, what each took of which lot, and an outbox.
 */
final class HandWrittenLedger extends PlainLedger {

    private static final String[] SCHEMA = {
        """
        CREATE TABLE IF NOT EXISTS hand_account (
            id UUID PRIMARY KEY, version BIGINT NOT NULL, program VARCHAR(64) NOT NULL, available BIGINT NOT NULL,
            pending BIGINT NOT NULL, reserved BIGINT NOT NULL, debt BIGINT NOT NULL, earned BIGINT NOT NULL,
            redeemed BIGINT NOT NULL, restored BIGINT NOT NULL, reversed BIGINT NOT NULL, expired BIGINT NOT NULL,
            transferred_in BIGINT NOT NULL, transferred_out BIGINT NOT NULL, adjusted_up BIGINT NOT NULL,
            adjusted_down BIGINT NOT NULL, written_off BIGINT NOT NULL, next_event_at TIMESTAMPTZ,
            last_entry_at TIMESTAMPTZ NOT NULL, holds TEXT)""",
        "CREATE INDEX IF NOT EXISTS hand_account_due ON hand_account (next_event_at)",
        """
        CREATE TABLE IF NOT EXISTS hand_program (
            program VARCHAR(64) NOT NULL, version INTEGER NOT NULL, content TEXT NOT NULL,
            PRIMARY KEY (program, version))""",
        "INSERT INTO hand_program (program, version, content) VALUES ('club', 1, '{\"expiry\":\"NEVER\"}')"
                + " ON CONFLICT DO NOTHING",
        """
        CREATE TABLE IF NOT EXISTS hand_lot (
            account_id UUID NOT NULL, lot_no BIGINT NOT NULL, original BIGINT NOT NULL, remaining BIGINT NOT NULL,
            held BIGINT NOT NULL, clawed BIGINT NOT NULL, earned_at TIMESTAMPTZ NOT NULL,
            activates_at TIMESTAMPTZ NOT NULL, expires_at TIMESTAMPTZ NOT NULL, cost_per_point NUMERIC(19, 6) NOT NULL,
            qualifying BOOLEAN NOT NULL, rule_version INTEGER NOT NULL, PRIMARY KEY (account_id, lot_no))""",
        "CREATE INDEX IF NOT EXISTS hand_lot_use ON hand_lot (account_id, expires_at, earned_at, lot_no)"
                + " WHERE remaining > 0",
        """
        CREATE TABLE IF NOT EXISTS hand_command (
            command_key VARCHAR(190) PRIMARY KEY, digest VARCHAR(64) NOT NULL, account_id UUID NOT NULL,
            entry_no BIGINT NOT NULL)""",
        """
        CREATE TABLE IF NOT EXISTS hand_entry (
            account_id UUID NOT NULL, entry_no BIGINT NOT NULL, kind VARCHAR(64) NOT NULL, made_at TIMESTAMPTZ NOT NULL,
            payload TEXT NOT NULL, PRIMARY KEY (account_id, entry_no))""",
        "CREATE INDEX IF NOT EXISTS hand_entry_time ON hand_entry (account_id, made_at, entry_no)",
        """
        CREATE TABLE IF NOT EXISTS hand_allocation (
            account_id UUID NOT NULL, entry_no BIGINT NOT NULL, lot_no BIGINT NOT NULL, points BIGINT NOT NULL,
            made_at TIMESTAMPTZ NOT NULL, PRIMARY KEY (account_id, entry_no, lot_no))""",
        """
        CREATE TABLE IF NOT EXISTS hand_outbox (
            position_no BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, account_id UUID NOT NULL,
            entry_no BIGINT NOT NULL)"""
    };

    /** What a redemption needs to know of the account. */
    private record Account(String program, long version, long available, Optional<String> holds) {}

    HandWrittenLedger(DataSource dataSource) throws SQLException {
        super(dataSource, SCHEMA);
    }

    @Override
    void open(Connection connection, UUID account, int lots, long points) throws SQLException {
        run(
                connection,
                "INSERT INTO hand_account VALUES (?, ?, 'club', ?, 0, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?, now(), NULL)",
                account,
                (long) lots,
                lots * points,
                lots * points,
                OffsetDateTime.of(2100, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
        for (int i = 0; i < lots; i++) {
            run(
                    connection,
                    "INSERT INTO hand_lot VALUES (?, ?, ?, ?, 0, 0, now(), now(), ?, 0, true, 1)",
                    account,
                    (long) i,
                    points,
                    points,
                    OffsetDateTime.of(2100, 1, 1 + i, 0, 0, 0, 0, ZoneOffset.UTC));
        }
    }

    @Override
    void redeem(Connection connection, UUID id, long points, String key) throws SQLException {
        Account account =
                query(connection, "SELECT * FROM hand_account WHERE id = ? FOR UPDATE", HandWrittenLedger::account, id);
        String digest = digest("redeem " + id + " " + points);
        Optional<String> earlier = query(
                connection, "SELECT digest FROM hand_command WHERE command_key = ?", HandWrittenLedger::text, key);
        if (earlier.isPresent()) {
            requireSame(earlier.get(), digest);
            return;
        }
        query(
                connection,
                "SELECT content FROM hand_program WHERE program = ? ORDER BY version DESC LIMIT 1",
                HandWrittenLedger::text,
                account.program());
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        requireNone(account.holds());
        if (account.available() < points) {
            throw new IllegalStateException("too few points");
        }
        long lot = query(
                connection,
                "SELECT * FROM hand_lot WHERE account_id = ? AND remaining > 0 ORDER BY expires_at, earned_at, lot_no",
                rows -> firstWith(points, now, rows),
                id);
        write(connection, id, account, points, key, digest, lot, now);
    }

    private static void write(
            Connection connection,
            UUID id,
            Account account,
            long points,
            String key,
            String digest,
            long lot,
            OffsetDateTime now)
            throws SQLException {
        long entry = account.version() + 1;
        run(
                connection,
                "UPDATE hand_lot SET remaining = remaining - ? WHERE account_id = ? AND lot_no = ?",
                points,
                id,
                lot);
        run(
                connection,
                "UPDATE hand_account SET available = available - ?, redeemed = redeemed + ?, last_entry_at = ?, version = ?"
                        + " WHERE id = ?",
                points,
                points,
                now,
                entry,
                id);
        String payload = "{\"points\":" + points + ",\"allocations\":[{\"lot\":" + lot + ",\"points\":" + points
                + "}],\"posting\":{\"key\":\"" + key + "\",\"payload\":\"" + digest + "\",\"at\":\"" + now
                + "\",\"recordedAt\":\"" + now + "\",\"actor\":\"system\"}}";
        run(connection, "INSERT INTO hand_entry VALUES (?, ?, 'Redeemed', ?, ?)", id, entry, now, payload);
        run(connection, "INSERT INTO hand_allocation VALUES (?, ?, ?, ?, ?)", id, entry, lot, -points, now);
        run(connection, "INSERT INTO hand_command VALUES (?, ?, ?, ?)", key, digest, id, entry);
        run(connection, "INSERT INTO hand_outbox (account_id, entry_no) VALUES (?, ?)", id, entry);
    }

    private static void requireSame(String earlier, String digest) {
        if (!earlier.equals(digest)) {
            throw new IllegalStateException("the key was used for something else");
        }
    }

    /** The benchmark makes no holds; a real one would let those end whose time is over. */
    private static void requireNone(Optional<String> holds) {
        if (holds.isPresent()) {
            throw new IllegalStateException("there are holds");
        }
    }

    private static long firstWith(long points, OffsetDateTime now, ResultSet rows) throws SQLException {
        while (rows.next()) {
            boolean lasts = rows.getObject("expires_at", OffsetDateTime.class).isAfter(now);
            if (lasts && rows.getLong("remaining") - rows.getLong("held") >= points) {
                return rows.getLong("lot_no");
            }
        }
        throw new IllegalStateException("no lot has as many");
    }

    private static Account account(ResultSet rows) throws SQLException {
        rows.next();
        return new Account(
                rows.getString("program"),
                rows.getLong("version"),
                rows.getLong("available"),
                Optional.ofNullable(rows.getString("holds")));
    }

    private static Optional<String> text(ResultSet rows) throws SQLException {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    }

    private static String digest(String command) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(command.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

package io.rapport.crm.jdbc.internal;

import io.rapport.crm.loyalty.LotPhase;
import java.util.List;
import java.util.stream.Stream;

/** The statements that read accounts of loyalty programs and what belongs to them. */
final class LoyaltySql {

    private static final String SELECT =
            "SELECT " + LoyaltyAccountRow.COLUMNS + " FROM {loyalty_account} a WHERE a.tenant = ?";

    static final String BY_ID = SELECT + " AND a.id = ?";
    static final String BY_CUSTOMER = SELECT + " AND a.customer_id = ? ORDER BY a.opened_at, a.id";
    static final String BY_PROGRAM = SELECT + " AND a.customer_id = ? AND a.program = ?";

    static final String LOCK = BY_ID + " FOR UPDATE";

    static final String RULES = """
            SELECT d.definition_key, d.version, d.content, d.defined_by, d.defined_at
              FROM {definition} d
             WHERE d.tenant = ? AND d.kind = '%s'
               AND d.definition_key = (SELECT a.program FROM {loyalty_account} a WHERE a.tenant = ? AND a.id = ?)
             ORDER BY d.version DESC
             LIMIT 1""".formatted(JdbcPrograms.KIND);

    private static final String LOT_COLUMNS = """
            SELECT lot_no, original, remaining, held, clawed, pending, earned_at, activates_at, expires_at, sliding,
                   cost_per_point, qualifying, rule_version, basis, order_ref
              FROM {loyalty_lot}""";

    private static final String OF_ACCOUNT = " WHERE tenant = ? AND account_id = ?";
    private static final String LOT = LOT_COLUMNS + OF_ACCOUNT;

    /** The first lots of a phase, for each phase but the last. */
    static final List<String> FIRST_LOTS = Stream.of(LotPhase.values())
            .filter(phase -> phase != LotPhase.EMPTY)
            .map(phase -> LOT + " AND phase_no = " + phase.rank() + " ORDER BY due_at, earned_at, lot_no LIMIT ?")
            .toList();

    static final String OPEN_LOTS =
            LOT + " AND phase_no < " + LotPhase.EMPTY.rank() + " ORDER BY phase_no, due_at, earned_at, lot_no LIMIT ?";

    // A join with the array, because H2 does not look = ANY up in an index.
    static final String LOTS =
            LOT_COLUMNS + " JOIN UNNEST(?) AS wanted (wanted_no) ON lot_no = wanted.wanted_no" + OF_ACCOUNT;

    static final String LOTS_OF_ORDER = LOT + " AND order_ref = ?";
    static final String ALL_LOTS = LOT + " ORDER BY lot_no";

    static final String MOVEMENTS = """
            SELECT sequence_no, lot_no, points, redemption_no, moved_at
              FROM {loyalty_movement}
             WHERE tenant = ? AND account_id = ?
             ORDER BY sequence_no, lot_no""";

    static final String RESTORED = """
            SELECT sum(points) AS n FROM {loyalty_movement} WHERE tenant = ? AND account_id = ? AND redemption_no = ?""";

    private static final String LEDGER = """
            SELECT family, aggregate_id, sequence_no, event_type, payload
              FROM {event}
             WHERE tenant = ? AND family = 'loyalty' AND aggregate_id = ? AND event_type <> 'Enrolled'""";

    static final String PAGE = LEDGER + " AND sequence_no < ? ORDER BY sequence_no DESC LIMIT ?";
    static final String ENTRY = LEDGER + " AND sequence_no = ?";
    static final String FROM = LEDGER + " AND sequence_no >= ? ORDER BY sequence_no LIMIT ?";
    static final String BETWEEN = LEDGER + " AND occurred_at >= ? AND occurred_at < ? ORDER BY sequence_no";
    static final String LAST_BEFORE =
            LEDGER + " AND occurred_at < ? ORDER BY occurred_at DESC, sequence_no DESC LIMIT 1";

    static final String DUE = """
            SELECT id FROM {loyalty_account}
             WHERE tenant = ? AND next_event_at <= ?
             ORDER BY next_event_at, id
             LIMIT ?""";

    // An account with points that expire by then has its next event by then.
    static final String EXPIRING = """
            SELECT account_id, customer_id, min(ends_at) AS first_at, sum(remaining) AS points
              FROM (SELECT l.account_id, a.customer_id, l.remaining,
                           CASE WHEN l.sliding THEN a.slides_until ELSE l.expires_at END AS ends_at
                      FROM {loyalty_account} a
                      JOIN {loyalty_lot} l ON l.tenant = a.tenant AND l.account_id = a.id
                       AND l.phase_no IN (%d, %d)
                     WHERE a.tenant = ? AND a.program = ? AND a.next_event_at <= ?) AS ending
             WHERE ends_at > ? AND ends_at <= ?
             GROUP BY account_id, customer_id
             ORDER BY first_at, account_id
             LIMIT ?""".formatted(LotPhase.ACTIVE.rank(), LotPhase.SLIDING.rank());

    static final String TOTALS = """
            SELECT count(*) AS accounts, sum(lifetime_earned) AS earned, sum(lifetime_redeemed) AS redeemed,
                   sum(available) AS outstanding
              FROM {loyalty_account}
             WHERE tenant = ? AND program = ?""";

    static final String OUTSTANDING = """
            SELECT l.cost_per_point, sum(m.points) AS points
              FROM {loyalty_account} a
              JOIN {loyalty_movement} m ON m.tenant = a.tenant AND m.account_id = a.id AND m.moved_at <= ?
              JOIN {loyalty_lot} l ON l.tenant = m.tenant AND l.account_id = m.account_id AND l.lot_no = m.lot_no
             WHERE a.tenant = ? AND a.program = ?
             GROUP BY l.cost_per_point
            HAVING sum(m.points) <> 0
             ORDER BY l.cost_per_point""";

    private LoyaltySql() {}
}

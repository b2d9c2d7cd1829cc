package io.rapport.crm.jdbc.internal;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.reward.Benefit;
import io.rapport.crm.loyalty.reward.RedemptionStatus;
import io.rapport.crm.loyalty.reward.RewardId;
import io.rapport.crm.loyalty.reward.RewardRedemption;
import io.rapport.crm.loyalty.reward.RewardRedemptionEvent;
import io.rapport.crm.loyalty.reward.RewardRedemptionId;
import io.rapport.crm.loyalty.reward.RewardRedemptionRepository;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The redemptions of a tenant's rewards. */
final class JdbcRewardRedemptions extends JdbcAggregates<RewardRedemptionId, RewardRedemption, RewardRedemptionEvent>
        implements RewardRedemptionRepository {

    private static final String SELECT = """
            SELECT id, version, reward_id, account_id, benefit, status, units, points, cancelled, hold_no, entry_no,
                   expires_at, reserved_at
              FROM {reward_redemption}
             WHERE tenant = ?""";
    private static final String BY_ID = SELECT + " AND id = ?";
    private static final String OF_ACCOUNT = SELECT + " AND account_id = ? ORDER BY reserved_at, id";
    private static final String DUE =
            SELECT + " AND reward_id = ? AND status = 'RESERVED' AND expires_at <= ? ORDER BY expires_at, id";
    private static final String TAKEN = """
            SELECT sum(units - cancelled) AS n
              FROM {reward_redemption}
             WHERE tenant = ? AND account_id = ? AND reward_id = ?
               AND status IN ('RESERVED', 'COMMITTED', 'FULFILLED')""";
    private static final String REWARDS_DUE = """
            SELECT reward_id, min(expires_at) AS first_at
              FROM {reward_redemption}
             WHERE tenant = ? AND status = 'RESERVED' AND expires_at <= ?
             GROUP BY reward_id
             ORDER BY first_at, reward_id
             LIMIT ?""";
    private static final Insert INSERT = Insert.into(
            "reward_redemption",
            "status",
            "cancelled",
            "entry_no BIGINT",
            "version",
            "reward_id",
            "account_id",
            "benefit",
            "units",
            "points",
            "hold_no",
            "expires_at",
            "reserved_at",
            "tenant",
            "id");
    private static final String UPDATE = """
            UPDATE {reward_redemption}
               SET status = ?, cancelled = ?, entry_no = ?, version = ?
             WHERE tenant = ? AND id = ? AND version = ?""";

    JdbcRewardRedemptions(TenantId tenant, Session session, EventLog events) {
        super(
                tenant,
                session,
                events,
                EventFamily.REWARD_REDEMPTION,
                RewardRedemptionEvent.class,
                new AggregateSql(BY_ID, INSERT, UPDATE));
    }

    @Override
    public List<RewardRedemption> ofAccount(LoyaltyAccountId account) {
        return session.list(OF_ACCOUNT, parameters -> parameters.add(tenant).add(account), this::map);
    }

    @Override
    public long taken(RewardId reward, LoyaltyAccountId account) {
        return session.one(
                        TAKEN,
                        parameters -> parameters.add(tenant).add(account).add(reward),
                        row -> row.exactNumber("n"))
                .orElse(0L);
    }

    @Override
    public List<RewardRedemption> due(RewardId reward, Instant now) {
        return session.list(
                DUE, parameters -> parameters.add(tenant).add(reward).add(now), this::map);
    }

    @Override
    public List<RewardId> rewardsDue(Instant now, int limit) {
        return session.list(
                REWARDS_DUE,
                parameters -> parameters.add(tenant).add(now).add(limit),
                row -> new RewardId(row.id("reward_id")));
    }

    @Override
    void insert(Parameters parameters, RewardRedemption redemption) throws SQLException {
        update(parameters, redemption);
        parameters
                .add(redemption.reward())
                .add(redemption.account())
                .addJson(redemption.benefit())
                .add(redemption.units())
                .add(redemption.points())
                .add(redemption.hold())
                .add(redemption.expiresAt())
                .add(redemption.reservedAt())
                .add(tenant)
                .add(redemption.id());
    }

    @Override
    void update(Parameters parameters, RewardRedemption redemption) throws SQLException {
        parameters
                .add(redemption.status())
                .add(redemption.cancelled())
                .addNumber(redemption.entry())
                .add(redemption.version());
    }

    @Override
    RewardRedemption map(Row row) throws SQLException {
        return new RewardRedemption(
                new RewardRedemptionId(row.id("id")),
                new RewardId(row.id("reward_id")),
                new LoyaltyAccountId(row.id("account_id")),
                row.json("benefit", Benefit.class),
                row.constant("status", RedemptionStatus.class),
                row.number("units"),
                row.number("points"),
                row.number("cancelled"),
                row.number("hold_no"),
                row.optionalNumber("entry_no"),
                row.instant("expires_at"),
                row.instant("reserved_at"),
                row.number("version"),
                List.of());
    }

    @Override
    AlreadyExistsException taken(SQLException violation) {
        return new AlreadyExistsException("id", "another redemption");
    }
}

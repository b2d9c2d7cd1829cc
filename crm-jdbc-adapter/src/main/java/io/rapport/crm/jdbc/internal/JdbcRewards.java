package io.rapport.crm.jdbc.internal;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.loyalty.reward.Reward;
import io.rapport.crm.loyalty.reward.RewardEvent;
import io.rapport.crm.loyalty.reward.RewardId;
import io.rapport.crm.loyalty.reward.RewardRepository;
import io.rapport.crm.loyalty.reward.RewardStatus;
import io.rapport.crm.loyalty.reward.RewardTerms;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The rewards of a tenant. The terms are kept as JSON. */
final class JdbcRewards extends JdbcAggregates<RewardId, Reward, RewardEvent> implements RewardRepository {

    private static final String SELECT = """
            SELECT id, version, reward_key, terms, status, reserved, redeemed, offered_at
              FROM {reward}
             WHERE tenant = ?""";
    private static final String BY_ID = SELECT + " AND id = ?";
    private static final String LOCK = "SELECT id FROM {reward} WHERE tenant = ? AND id = ? FOR UPDATE";
    private static final String BY_KEY = SELECT + " AND reward_key = ?";
    private static final Insert INSERT = Insert.into(
            "reward", "terms", "status", "reserved", "redeemed", "version", "reward_key", "offered_at", "tenant", "id");
    private static final String UPDATE = """
            UPDATE {reward}
               SET terms = ?, status = ?, reserved = ?, redeemed = ?, version = ?
             WHERE tenant = ? AND id = ? AND version = ?""";

    JdbcRewards(TenantId tenant, Session session, EventLog events) {
        super(tenant, session, events, EventFamily.REWARD, RewardEvent.class, new AggregateSql(BY_ID, INSERT, UPDATE));
    }

    @Override
    public Optional<Reward> find(String key) {
        return session.one(BY_KEY, parameters -> parameters.add(tenant).add(key), this::map);
    }

    @Override
    public Optional<Reward> lock(RewardId id) {
        Parameters.Binder place = parameters -> parameters.add(tenant).add(id);
        return session.oneLocked(LOCK, place, BY_ID, place, this::map);
    }

    @Override
    public Page<Reward> page(PageRequest request) {
        return Pages.ascending(
                session,
                SELECT,
                "offered_at",
                parameters -> parameters.add(tenant),
                request,
                this::map,
                reward -> new Cursor(reward.offeredAt(), reward.id().value()));
    }

    @Override
    void insert(Parameters parameters, Reward reward) throws SQLException {
        update(parameters, reward);
        parameters.add(reward.key()).add(reward.offeredAt()).add(tenant).add(reward.id());
    }

    @Override
    void update(Parameters parameters, Reward reward) throws SQLException {
        parameters
                .addJson(reward.terms())
                .add(reward.status())
                .add(reward.reserved())
                .add(reward.redeemed())
                .add(reward.version());
    }

    @Override
    Reward map(Row row) throws SQLException {
        return new Reward(
                new RewardId(row.id("id")),
                row.text("reward_key"),
                row.json("terms", RewardTerms.class),
                row.constant("status", RewardStatus.class),
                row.number("reserved"),
                row.number("redeemed"),
                row.instant("offered_at"),
                row.number("version"),
                List.of());
    }

    @Override
    AlreadyExistsException taken(SQLException violation) {
        return new AlreadyExistsException("key", "another reward");
    }
}

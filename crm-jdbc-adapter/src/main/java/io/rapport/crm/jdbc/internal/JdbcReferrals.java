package io.rapport.crm.jdbc.internal;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.referral.Referral;
import io.rapport.crm.loyalty.referral.ReferralEvent;
import io.rapport.crm.loyalty.referral.ReferralId;
import io.rapport.crm.loyalty.referral.ReferralRepository;
import io.rapport.crm.loyalty.referral.ReferralStatus;
import io.rapport.crm.loyalty.referral.ReferralTerms;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The referrals of a tenant. What is due on them by itself is kept beside them, for the sweep. */
final class JdbcReferrals extends JdbcAggregates<ReferralId, Referral, ReferralEvent> implements ReferralRepository {

    private static final String SELECT = """
            SELECT id, version, referrer_id, friend_id, terms, status, order_ref, expires_at, qualifies_at, referred_at
              FROM {referral}
             WHERE tenant = ?""";
    private static final String BY_ID = SELECT + " AND id = ?";
    private static final String BY_FRIEND = SELECT + " AND friend_id = ?";
    private static final String BY_REFERRER = SELECT + " AND referrer_id = ? ORDER BY referred_at, id";
    private static final String DUE = """
            SELECT id
              FROM {referral}
             WHERE tenant = ? AND due_at <= ?
             ORDER BY due_at, id
             LIMIT ?""";
    private static final Insert INSERT = Insert.into(
            "referral",
            "status",
            "order_ref",
            "qualifies_at TIMESTAMP WITH TIME ZONE",
            "due_at TIMESTAMP WITH TIME ZONE",
            "version",
            "referrer_id",
            "friend_id",
            "terms",
            "expires_at",
            "referred_at",
            "tenant",
            "id");
    private static final String UPDATE = """
            UPDATE {referral}
               SET status = ?, order_ref = ?, qualifies_at = ?, due_at = ?, version = ?
             WHERE tenant = ? AND id = ? AND version = ?""";

    JdbcReferrals(TenantId tenant, Session session, EventLog events) {
        super(
                tenant,
                session,
                events,
                EventFamily.REFERRAL,
                ReferralEvent.class,
                new AggregateSql(BY_ID, INSERT, UPDATE));
    }

    @Override
    public Optional<Referral> ofFriend(LoyaltyAccountId friend) {
        return session.one(BY_FRIEND, parameters -> parameters.add(tenant).add(friend), this::map);
    }

    @Override
    public List<Referral> ofReferrer(LoyaltyAccountId referrer) {
        return session.list(BY_REFERRER, parameters -> parameters.add(tenant).add(referrer), this::map);
    }

    @Override
    public List<ReferralId> due(Instant until, int limit) {
        return session.list(
                DUE, parameters -> parameters.add(tenant).add(until).add(limit), row -> new ReferralId(row.id("id")));
    }

    @Override
    void insert(Parameters parameters, Referral referral) throws SQLException {
        update(parameters, referral);
        parameters
                .add(referral.referrer())
                .add(referral.friend())
                .addJson(referral.terms())
                .add(referral.expiresAt())
                .add(referral.referredAt())
                .add(tenant)
                .add(referral.id());
    }

    @Override
    void update(Parameters parameters, Referral referral) throws SQLException {
        parameters
                .add(referral.status())
                .addText(referral.order())
                .addInstant(referral.qualifiesAt())
                .addInstant(referral.dueAt())
                .add(referral.version());
    }

    @Override
    Referral map(Row row) throws SQLException {
        return new Referral(
                new ReferralId(row.id("id")),
                new LoyaltyAccountId(row.id("referrer_id")),
                new LoyaltyAccountId(row.id("friend_id")),
                row.json("terms", ReferralTerms.class),
                row.constant("status", ReferralStatus.class),
                row.optionalText("order_ref"),
                row.instant("expires_at"),
                row.optionalInstant("qualifies_at"),
                row.instant("referred_at"),
                row.number("version"),
                List.of());
    }

    @Override
    AlreadyExistsException taken(SQLException violation) {
        return new AlreadyExistsException("friend", "another referral");
    }
}

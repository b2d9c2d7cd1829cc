package io.rapport.crm.jdbc.internal;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.jdbc.DatabaseFailureException;
import io.rapport.crm.loyalty.reward.CodeHash;
import io.rapport.crm.loyalty.reward.Coupon;
import io.rapport.crm.loyalty.reward.CouponEvent;
import io.rapport.crm.loyalty.reward.CouponId;
import io.rapport.crm.loyalty.reward.CouponRepository;
import io.rapport.crm.loyalty.reward.CouponStatus;
import io.rapport.crm.loyalty.reward.CouponTerms;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The coupons of a tenant, and the hashes of their codes in a table of their own. */
final class JdbcCoupons extends JdbcAggregates<CouponId, Coupon, CouponEvent> implements CouponRepository {

    private static final String BY_ID = """
            SELECT id, version, terms, status, used, issued_at
              FROM {coupon}
             WHERE tenant = ? AND id = ?""";
    private static final String LOCK = "SELECT id FROM {coupon} WHERE tenant = ? AND id = ? FOR UPDATE";
    private static final Insert INSERT =
            Insert.into("coupon", "status", "used", "version", "terms", "issued_at", "tenant", "id");
    private static final String UPDATE = """
            UPDATE {coupon}
               SET status = ?, used = ?, version = ?
             WHERE tenant = ? AND id = ? AND version = ?""";
    private static final String CODES = """
            SELECT coupon_id, code_hash
              FROM {coupon_code}
             WHERE tenant = ? AND hash_start = ?""";
    private static final Insert CODE = Insert.into("coupon_code", "tenant", "hash_start", "code_hash", "coupon_id");

    JdbcCoupons(TenantId tenant, Session session, EventLog events) {
        super(tenant, session, events, EventFamily.COUPON, CouponEvent.class, new AggregateSql(BY_ID, INSERT, UPDATE));
    }

    @Override
    public List<CodeHash> codes(String start) {
        return session.list(
                CODES,
                parameters -> parameters.add(tenant).add(start),
                row -> new CodeHash(new CouponId(row.id("coupon_id")), row.text("code_hash")));
    }

    @Override
    public Optional<Coupon> lock(CouponId id) {
        Parameters.Binder place = parameters -> parameters.add(tenant).add(id);
        return session.oneLocked(LOCK, place, BY_ID, place, this::map);
    }

    @Override
    public void addCode(CodeHash code) {
        try {
            session.tryUpdate(
                    CODE.one(),
                    parameters -> parameters
                            .add(tenant)
                            .add(code.start())
                            .add(code.hash())
                            .add(code.coupon()));
        } catch (SQLException failure) {
            if (session.dialect().uniqueViolation(failure)) {
                throw new AlreadyExistsException("code", "another coupon");
            }
            throw new DatabaseFailureException(failure);
        }
    }

    @Override
    void insert(Parameters parameters, Coupon coupon) throws SQLException {
        update(parameters, coupon);
        parameters.addJson(coupon.terms()).add(coupon.issuedAt()).add(tenant).add(coupon.id());
    }

    @Override
    void update(Parameters parameters, Coupon coupon) throws SQLException {
        parameters.add(coupon.status()).add(coupon.used()).add(coupon.version());
    }

    @Override
    Coupon map(Row row) throws SQLException {
        return new Coupon(
                new CouponId(row.id("id")),
                row.json("terms", CouponTerms.class),
                row.constant("status", CouponStatus.class),
                row.number("used"),
                row.instant("issued_at"),
                row.number("version"),
                List.of());
    }

    @Override
    AlreadyExistsException taken(SQLException violation) {
        return new AlreadyExistsException("id", "another coupon");
    }
}

package io.rapport.crm.jdbc.internal;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.household.Household;
import io.rapport.crm.loyalty.household.HouseholdEvent;
import io.rapport.crm.loyalty.household.HouseholdId;
import io.rapport.crm.loyalty.household.HouseholdMember;
import io.rapport.crm.loyalty.household.HouseholdRepository;
import io.rapport.crm.loyalty.household.HouseholdStatus;
import io.rapport.crm.loyalty.household.HouseholdTerms;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The households of a tenant. Members are kept as JSON; which accounts are in one household or another is kept in a table
 * of its own, whose key lets an account be in one only.
 */
final class JdbcHouseholds extends JdbcAggregates<HouseholdId, Household, HouseholdEvent>
        implements HouseholdRepository {

    private static final String SELECT = """
            SELECT id, version, program, pool_id, terms, status, members, formed_at
              FROM {household}
             WHERE tenant = ?""";
    private static final String BY_ID = SELECT + " AND id = ?";
    private static final String BY_ACCOUNT =
            SELECT + " AND id = (SELECT household_id FROM {household_account} WHERE tenant = ? AND account_id = ?)";
    private static final Insert INSERT = Insert.into(
            "household", "status", "members", "version", "program", "pool_id", "terms", "formed_at", "tenant", "id");
    private static final String UPDATE = """
            UPDATE {household}
               SET status = ?, members = ?, version = ?
             WHERE tenant = ? AND id = ? AND version = ?""";
    private static final Insert ACCOUNT = Insert.into("household_account", "tenant", "account_id", "household_id");
    private static final String RELEASE = "DELETE FROM {household_account} WHERE tenant = ? AND account_id = ?";
    private static final String RELEASE_ALL = "DELETE FROM {household_account} WHERE tenant = ? AND household_id = ?";

    JdbcHouseholds(TenantId tenant, Session session, EventLog events) {
        super(
                tenant,
                session,
                events,
                EventFamily.HOUSEHOLD,
                HouseholdEvent.class,
                new AggregateSql(BY_ID, INSERT, UPDATE));
    }

    @Override
    public Optional<Household> of(LoyaltyAccountId account) {
        return session.one(
                BY_ACCOUNT, parameters -> parameters.add(tenant).add(tenant).add(account), this::map);
    }

    @Override
    void extend(GuardedSave save, Household household) {
        for (HouseholdEvent event : household.changes()) {
            save.insert(
                    ACCOUNT,
                    entering(household, event)
                            .map(account -> row(account, household))
                            .toList());
            if (event instanceof HouseholdEvent.Left left) {
                save.each(RELEASE, List.of(parameters -> parameters.add(tenant).add(left.member())));
            } else if (event instanceof HouseholdEvent.Dissolved) {
                save.each(
                        RELEASE_ALL,
                        List.of(parameters -> parameters.add(tenant).add(household.id())));
            }
        }
    }

    @Override
    void extendNew(Collection<Household> households) throws SQLException {
        session.tryBatch(
                ACCOUNT.one(),
                households.stream()
                        .filter(household -> household.status() == HouseholdStatus.FORMED)
                        .flatMap(household -> accounts(household).map(account -> row(account, household)))
                        .toList());
    }

    @Override
    void insert(Parameters parameters, Household household) throws SQLException {
        update(parameters, household);
        parameters
                .add(household.program().value())
                .add(household.pool())
                .addJson(household.terms())
                .add(household.formedAt())
                .add(tenant)
                .add(household.id());
    }

    @Override
    void update(Parameters parameters, Household household) throws SQLException {
        parameters.add(household.status()).addJson(household.members()).add(household.version());
    }

    @Override
    Household map(Row row) throws SQLException {
        return new Household(
                new HouseholdId(row.id("id")),
                ProgramId.of(row.text("program")),
                new LoyaltyAccountId(row.id("pool_id")),
                row.json("terms", HouseholdTerms.class),
                row.constant("status", HouseholdStatus.class),
                row.list("members", HouseholdMember.class),
                row.instant("formed_at"),
                row.number("version"),
                List.of());
    }

    @Override
    AlreadyExistsException taken(SQLException violation) {
        return new AlreadyExistsException("account", "another household");
    }

    private Parameters.Binder row(LoyaltyAccountId account, Household household) {
        return parameters -> parameters.add(tenant).add(account).add(household.id());
    }

    private static Stream<LoyaltyAccountId> entering(Household household, HouseholdEvent event) {
        if (event instanceof HouseholdEvent.Formed formed) {
            return Stream.of(household.pool(), formed.head());
        }
        return event instanceof HouseholdEvent.Joined joined ? Stream.of(joined.member()) : Stream.empty();
    }

    private static Stream<LoyaltyAccountId> accounts(Household household) {
        return Stream.concat(
                Stream.of(household.pool()), household.members().stream().map(HouseholdMember::account));
    }
}

package io.rapport.crm.jdbc.internal;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.jdbc.internal.Session.Read;
import io.rapport.crm.loyalty.AccountChange;
import io.rapport.crm.loyalty.ExpiringAccount;
import io.rapport.crm.loyalty.LedgerEntry;
import io.rapport.crm.loyalty.LedgerLine;
import io.rapport.crm.loyalty.LedgerPage;
import io.rapport.crm.loyalty.LedgerPageRequest;
import io.rapport.crm.loyalty.LockedAccount;
import io.rapport.crm.loyalty.Lot;
import io.rapport.crm.loyalty.LotMovement;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyEvent;
import io.rapport.crm.loyalty.LoyaltyRepository;
import io.rapport.crm.loyalty.PointsAtCost;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.ProgramTotals;
import io.rapport.crm.loyalty.ProgramVersion;
import io.rapport.crm.store.CommandRecord;
import io.rapport.crm.store.IdempotencyConflictException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The loyalty accounts of a tenant. The ledger is the part of an account's history that moved points. */
final class JdbcLoyalty extends JdbcAggregates<LoyaltyAccountId, LoyaltyAccount, LoyaltyEvent>
        implements LoyaltyRepository {

    private final EventLog events;
    private final JdbcPrograms programs;

    /** What this unit of work has locked and not saved yet. */
    private final Map<LoyaltyAccountId, LockedAccount> locked = new HashMap<>();

    JdbcLoyalty(TenantId tenant, Session session, EventLog events) {
        super(
                tenant,
                session,
                events,
                EventFamily.LOYALTY,
                LoyaltyEvent.class,
                new AggregateSql(LoyaltySql.BY_ID, LoyaltyAccountRow.INSERT, LoyaltyAccountRow.UPDATE));
        this.events = events;
        programs = new JdbcPrograms(tenant, session);
    }

    @Override
    public Optional<LoyaltyAccount> find(CustomerId customer, ProgramId program) {
        return session.one(
                LoyaltySql.BY_PROGRAM,
                parameters -> parameters.add(tenant).add(customer).add(program.value()),
                this::map);
    }

    @Override
    public List<LoyaltyAccount> findByCustomer(CustomerId customer) {
        return session.list(
                LoyaltySql.BY_CUSTOMER, parameters -> parameters.add(tenant).add(customer), this::map);
    }

    @Override
    public Optional<LockedAccount> lock(LoyaltyAccountId id, Optional<CommandKey> key, int limit) {
        Read<LoyaltyAccount> account = new Read<>(LoyaltySql.LOCK, of(id), this::map);
        Read<ProgramVersion> rules =
                new Read<>(LoyaltySql.RULES, rulesOf(id), row -> ProgramVersion.of(programs.map(row)));
        Read<Lot> lots = new Read<>(LoyaltySql.OPEN_LOTS, first(id, limit), LoyaltyRows::lot);
        Optional<Read<CommandRecord>> earlier = key.map(used -> JdbcCommandLog.lookUp(tenant, used));
        List<Read<?>> reads = new ArrayList<>(List.of(account, rules, lots));
        earlier.ifPresent(reads::add);
        session.beforeLock(id);
        session.together(reads);
        return account.first()
                .map(found -> remembered(new LockedAccount(
                        found,
                        rules.first().orElseGet(() -> ProgramVersion.undefined(found.program())),
                        earlier.flatMap(Read::first),
                        lots.rows(),
                        limit)));
    }

    @Override
    public List<Lot> openLots(LoyaltyAccountId id, int limit) {
        return session.list(LoyaltySql.OPEN_LOTS, first(id, limit), LoyaltyRows::lot);
    }

    @Override
    public List<Lot> firstLots(LoyaltyAccountId id, int limit) {
        List<Read<Lot>> lots = firstLotsOfPhases(id, limit);
        session.together(lots);
        return lots.stream().flatMap(read -> read.rows().stream()).toList();
    }

    @Override
    public List<Lot> lots(LoyaltyAccountId id, Collection<Long> numbers) {
        return session.list(
                LoyaltySql.LOTS,
                parameters -> parameters
                        .addAll("BIGINT", numbers.toArray())
                        .add(tenant)
                        .add(id),
                LoyaltyRows::lot);
    }

    @Override
    public List<Lot> lotsOfOrder(LoyaltyAccountId id, String order) {
        return session.list(
                LoyaltySql.LOTS_OF_ORDER,
                parameters -> parameters.add(tenant).add(id).add(order),
                LoyaltyRows::lot);
    }

    @Override
    public List<Lot> allLots(LoyaltyAccountId id) {
        return session.list(LoyaltySql.ALL_LOTS, of(id), LoyaltyRows::lot);
    }

    @Override
    public List<LotMovement> movements(LoyaltyAccountId id) {
        return session.list(LoyaltySql.MOVEMENTS, of(id), LoyaltyRows::movement);
    }

    @Override
    public void save(AccountChange change, Optional<CommandRecord> command) {
        Optional<LockedAccount> stored = stored(change.account());
        save(
                change.account(),
                stored.map(LockedAccount::account)
                        .map(before -> LoyaltyAccountRow.changes(before, change.account()))
                        .orElseGet(() -> whole(change.account())),
                save -> {
                    new LoyaltyRows(tenant, change.account())
                            .write(save, change, stored.map(LockedAccount::lots).orElse(List.of()));
                    command.ifPresent(
                            record -> save.insert(JdbcCommandLog.INSERT, List.of(JdbcCommandLog.row(tenant, record))));
                },
                violation -> command.filter(record -> UniqueKeys.named(violation, "command"))
                        .map(record -> (RuntimeException) new IdempotencyConflictException(record.key()))
                        .orElseGet(() -> taken(violation)));
    }

    @Override
    public LedgerPage entries(LoyaltyAccountId id, LedgerPageRequest request) {
        return LedgerPage.of(
                request,
                lines(
                        LoyaltySql.PAGE,
                        id,
                        parameters -> parameters
                                .add(request.before().orElse(Long.MAX_VALUE))
                                .add(request.size() + 1L)));
    }

    @Override
    public Optional<LedgerEntry> entry(LoyaltyAccountId id, long sequence) {
        return lines(LoyaltySql.ENTRY, id, parameters -> parameters.add(sequence)).stream()
                .findFirst()
                .map(LedgerLine::entry);
    }

    @Override
    public List<LedgerLine> entriesFrom(LoyaltyAccountId id, long sequence, int limit) {
        return lines(LoyaltySql.FROM, id, parameters -> parameters.add(sequence).add(limit));
    }

    @Override
    public List<LedgerLine> entriesBetween(LoyaltyAccountId id, Instant from, Instant until) {
        return lines(LoyaltySql.BETWEEN, id, parameters -> parameters.add(from).add(until));
    }

    @Override
    public Optional<LedgerLine> lastBefore(LoyaltyAccountId id, Instant instant) {
        return lines(LoyaltySql.LAST_BEFORE, id, parameters -> parameters.add(instant)).stream()
                .findFirst();
    }

    @Override
    public long restored(LoyaltyAccountId id, long redemption) {
        return session.one(LoyaltySql.RESTORED, of(id, redemption), row -> row.exactNumber("n"))
                .orElse(0L);
    }

    @Override
    public List<LoyaltyAccountId> due(Instant until, int limit) {
        return session.list(
                LoyaltySql.DUE,
                parameters -> parameters.add(tenant).add(until).add(limit),
                row -> new LoyaltyAccountId(row.id("id")));
    }

    @Override
    public List<ExpiringAccount> expiring(ProgramId program, Instant after, Instant until, int limit) {
        return session.list(
                LoyaltySql.EXPIRING,
                parameters -> parameters
                        .add(tenant)
                        .add(program.value())
                        .add(until)
                        .add(after)
                        .add(until)
                        .add(limit),
                row -> new ExpiringAccount(
                        new LoyaltyAccountId(row.id("account_id")),
                        new CustomerId(row.id("customer_id")),
                        row.instant("first_at"),
                        row.exactNumber("points")));
    }

    @Override
    public ProgramTotals totals(ProgramId program) {
        return session.one(
                        LoyaltySql.TOTALS,
                        parameters -> parameters.add(tenant).add(program.value()),
                        row -> new ProgramTotals(
                                row.number("accounts"),
                                row.exactNumber("earned"),
                                row.exactNumber("redeemed"),
                                row.exactNumber("outstanding")))
                .orElse(ProgramTotals.NONE);
    }

    @Override
    public List<PointsAtCost> outstanding(ProgramId program, Instant at) {
        return session.list(
                LoyaltySql.OUTSTANDING,
                parameters -> parameters.add(at).add(tenant).add(program.value()),
                row -> new PointsAtCost(row.decimal("cost_per_point"), row.exactNumber("points")));
    }

    @Override
    void insert(Parameters parameters, LoyaltyAccount account) throws SQLException {
        LoyaltyAccountRow.bindAll(parameters, tenant, account);
    }

    @Override
    void update(Parameters parameters, LoyaltyAccount account) throws SQLException {
        LoyaltyAccountRow.bindState(parameters, account);
    }

    @Override
    LoyaltyAccount map(Row row) throws SQLException {
        return LoyaltyAccountRow.map(row);
    }

    @Override
    AlreadyExistsException taken(SQLException violation) {
        return new AlreadyExistsException("customer", "another account");
    }

    private LockedAccount remembered(LockedAccount found) {
        locked.put(found.account().id(), found);
        return found;
    }

    /** What is stored and locked, if that is what an account with unsaved changes was made of. */
    private Optional<LockedAccount> stored(LoyaltyAccount changed) {
        return Optional.ofNullable(locked.remove(changed.id()))
                .filter(found -> found.account().version() == changed.savedVersion());
    }

    /** One statement for each phase: a database answers a few plain ones sooner than their union. */
    private List<Read<Lot>> firstLotsOfPhases(LoyaltyAccountId id, int limit) {
        return LoyaltySql.FIRST_LOTS.stream()
                .map(sql -> new Read<>(sql, first(id, limit), LoyaltyRows::lot))
                .toList();
    }

    private Parameters.Binder first(LoyaltyAccountId id, int limit) {
        return parameters -> parameters.add(tenant).add(id).add(limit);
    }

    private List<LedgerLine> lines(String sql, LoyaltyAccountId id, Parameters.Binder more) {
        return session.list(
                sql,
                parameters -> {
                    parameters.add(tenant).add(id);
                    more.bind(parameters);
                },
                row -> new LedgerLine(id, row.number("sequence_no"), (LedgerEntry)
                        events.event(row).event()));
    }

    private Parameters.Binder rulesOf(LoyaltyAccountId id) {
        return parameters -> parameters.add(tenant).add(tenant).add(id);
    }

    private Parameters.Binder of(LoyaltyAccountId id) {
        return parameters -> parameters.add(tenant).add(id);
    }

    private Parameters.Binder of(LoyaltyAccountId id, long number) {
        return parameters -> parameters.add(tenant).add(id).add(number);
    }
}

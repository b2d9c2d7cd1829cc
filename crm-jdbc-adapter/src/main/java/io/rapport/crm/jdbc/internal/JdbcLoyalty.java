package io.rapport.crm.jdbc.internal;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.loyalty.LedgerEntry;
import io.rapport.crm.loyalty.LedgerLine;
import io.rapport.crm.loyalty.LedgerPage;
import io.rapport.crm.loyalty.LedgerPageRequest;
import io.rapport.crm.loyalty.LockedAccount;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyEvent;
import io.rapport.crm.loyalty.LoyaltyRepository;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.ProgramTotals;
import io.rapport.crm.store.CommandRecord;
import io.rapport.crm.store.IdempotencyConflictException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The loyalty accounts of a tenant. The ledger is the part of an account's history that moved points. */
final class JdbcLoyalty extends JdbcAggregates<LoyaltyAccountId, LoyaltyAccount, LoyaltyEvent>
        implements LoyaltyRepository {

    private static final String SELECT = """
            SELECT a.id, a.version, a.customer_id, a.program, a.available, a.lifetime_earned, a.lifetime_redeemed,
                   a.opened_at
              FROM {loyalty_account} a
             WHERE a.tenant = ?""";
    private static final String BY_ID = SELECT + " AND a.id = ?";
    private static final String BY_CUSTOMER = SELECT + " AND a.customer_id = ? ORDER BY a.opened_at, a.id";
    private static final String BY_PROGRAM = SELECT + " AND a.customer_id = ? AND a.program = ?";
    private static final String LOCK = "SELECT id FROM {loyalty_account} WHERE tenant = ? AND id = ? FOR UPDATE";
    private static final String WITH_COMMAND = """
            SELECT a.id, a.version, a.customer_id, a.program, a.available, a.lifetime_earned, a.lifetime_redeemed,
                   a.opened_at, c.command_key, c.payload_digest, c.aggregate_id, c.sequence_no
              FROM {loyalty_account} a
              LEFT JOIN {command} c ON c.tenant = a.tenant AND c.command_key = ?
             WHERE a.tenant = ? AND a.id = ?""";
    private static final String LEDGER = """
            SELECT family, aggregate_id, sequence_no, event_type, payload
              FROM {event}
             WHERE tenant = ? AND family = 'loyalty' AND aggregate_id = ? AND event_type <> 'Enrolled'""";
    private static final String PAGE = LEDGER + " AND sequence_no < ? ORDER BY sequence_no DESC LIMIT ?";
    private static final String ENTRY = LEDGER + " AND sequence_no = ?";
    private static final String TOTALS = """
            SELECT count(*) AS accounts, sum(lifetime_earned) AS earned, sum(lifetime_redeemed) AS redeemed,
                   sum(available) AS outstanding
              FROM {loyalty_account}
             WHERE tenant = ? AND program = ?""";
    private static final Insert INSERT = Insert.into(
            "loyalty_account",
            "available",
            "lifetime_earned",
            "lifetime_redeemed",
            "version",
            "customer_id",
            "program",
            "opened_at",
            "tenant",
            "id");
    private static final String UPDATE = """
            UPDATE {loyalty_account}
               SET available = ?, lifetime_earned = ?, lifetime_redeemed = ?, version = ?
             WHERE tenant = ? AND id = ? AND version = ?""";

    private final EventLog events;

    JdbcLoyalty(TenantId tenant, Session session, EventLog events) {
        super(
                tenant,
                session,
                events,
                EventFamily.LOYALTY,
                LoyaltyEvent.class,
                new AggregateSql(BY_ID, INSERT, UPDATE));
        this.events = events;
    }

    @Override
    public Optional<LoyaltyAccount> find(CustomerId customer, ProgramId program) {
        return session.one(
                BY_PROGRAM, parameters -> parameters.add(tenant).add(customer).add(program.value()), this::map);
    }

    @Override
    public List<LoyaltyAccount> findByCustomer(CustomerId customer) {
        return session.list(BY_CUSTOMER, parameters -> parameters.add(tenant).add(customer), this::map);
    }

    @Override
    public Optional<LockedAccount> lock(LoyaltyAccountId id, CommandKey key) {
        return session.oneLocked(
                LOCK,
                parameters -> parameters.add(tenant).add(id),
                WITH_COMMAND,
                parameters -> parameters.add(key.value()).add(tenant).add(id),
                row -> new LockedAccount(map(row), command(row)));
    }

    @Override
    public void save(LoyaltyAccount account, CommandRecord command) {
        try {
            save(account, save -> save.insert(JdbcCommandLog.INSERT, List.of(JdbcCommandLog.row(tenant, command))));
        } catch (AlreadyExistsException taken) {
            if (taken.field().equals("key")) {
                throw new IdempotencyConflictException(command.key());
            }
            throw taken;
        }
    }

    @Override
    public LedgerPage entries(LoyaltyAccountId id, LedgerPageRequest request) {
        return LedgerPage.of(
                request,
                session.list(
                        PAGE,
                        parameters -> parameters
                                .add(tenant)
                                .add(id)
                                .add(request.before().orElse(Long.MAX_VALUE))
                                .add(request.size() + 1L),
                        row -> new LedgerLine(id, row.number("sequence_no"), entry(row))));
    }

    @Override
    public Optional<LedgerEntry> entry(LoyaltyAccountId id, long sequence) {
        return session.one(ENTRY, parameters -> parameters.add(tenant).add(id).add(sequence), this::entry);
    }

    @Override
    public ProgramTotals totals(ProgramId program) {
        return session.one(
                        TOTALS,
                        parameters -> parameters.add(tenant).add(program.value()),
                        row -> new ProgramTotals(
                                row.number("accounts"),
                                row.exactNumber("earned"),
                                row.exactNumber("redeemed"),
                                row.exactNumber("outstanding")))
                .orElse(ProgramTotals.NONE);
    }

    @Override
    void insert(Parameters parameters, LoyaltyAccount account) throws SQLException {
        update(parameters, account);
        parameters
                .add(account.customer())
                .add(account.program().value())
                .add(account.openedAt())
                .add(tenant)
                .add(account.id());
    }

    @Override
    void update(Parameters parameters, LoyaltyAccount account) throws SQLException {
        parameters
                .add(account.available())
                .add(account.lifetimeEarned())
                .add(account.lifetimeRedeemed())
                .add(account.version());
    }

    @Override
    LoyaltyAccount map(Row row) throws SQLException {
        return new LoyaltyAccount(
                new LoyaltyAccountId(row.id("id")),
                new CustomerId(row.id("customer_id")),
                new ProgramId(row.text("program")),
                row.number("available"),
                row.number("lifetime_earned"),
                row.number("lifetime_redeemed"),
                row.instant("opened_at"),
                row.number("version"),
                List.of());
    }

    @Override
    AlreadyExistsException taken(SQLException violation) {
        return UniqueKeys.named(violation, "command")
                ? new AlreadyExistsException("key", "another command")
                : new AlreadyExistsException("customer", "another account");
    }

    private LedgerEntry entry(Row row) throws SQLException {
        return (LedgerEntry) events.event(row).event();
    }

    private static Optional<CommandRecord> command(Row row) throws SQLException {
        return row.optionalText("command_key").isPresent()
                ? Optional.of(JdbcCommandLog.command(row))
                : Optional.empty();
    }
}

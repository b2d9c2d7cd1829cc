package io.rapport.crm.loyalty;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.store.CommandRecord;
import io.rapport.crm.store.IdempotencyConflictException;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Accounts of loyalty programs and their points. Each call is a unit of work of its own, or part of the one that
 * {@code Crm.inTransaction} opened. Commands that move points wait for each other on one account instead of failing, and
 * carry a caller's key: trying again with the same key has no second effect and gives an equal result. Thread-safe
 * outside such a transaction.
 */
public final class LoyaltyAccounts {

    private final Workspace workspace;

    public LoyaltyAccounts(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Opens a customer's account in a program, or gives the one that is open already.
     *
     * @throws NotFoundException if the customer is unknown
     */
    public LoyaltyAccount enrol(EnrolCustomer command) {
        workspace.valid(command);
        try {
            return workspace.inTransaction(unit -> enrolled(unit, command));
        } catch (AlreadyExistsException enrolledMeanwhile) {
            return find(command.customer(), command.program()).orElseThrow(() -> enrolledMeanwhile);
        }
    }

    public Optional<LoyaltyAccount> find(LoyaltyAccountId id) {
        return workspace.reading(unit -> repository(unit).find(id));
    }

    /** The account of a customer in a program. */
    public Optional<LoyaltyAccount> find(CustomerId customer, ProgramId program) {
        return workspace.reading(unit -> repository(unit).find(customer, program));
    }

    /** The accounts of a customer in all programs, the oldest first. */
    public List<LoyaltyAccount> findByCustomer(CustomerId customer) {
        return workspace.reading(unit -> repository(unit).findByCustomer(customer));
    }

    /**
     * Adds points to an account. Costs the same however long the ledger is.
     *
     * @throws NotFoundException if the account is unknown
     * @throws IdempotencyConflictException if the key was used for another command
     * @throws InvalidInputException if the account would hold, or would ever have earned, more than
     *     {@link Long#MAX_VALUE} points
     */
    public Earning earn(EarnPoints command) {
        workspace.valid(command);
        return Earning.of(once(
                command.account(), command.key(), command.payload(), (account, now) -> account.earn(command, now)));
    }

    /**
     * Takes points from an account, all of them or none. Costs the same however long the ledger is.
     *
     * @throws NotFoundException if the account is unknown
     * @throws IdempotencyConflictException if the key was used for another command
     * @throws InsufficientPointsException if fewer points are available
     */
    public Redemption redeem(RedeemPoints command) {
        workspace.valid(command);
        return Redemption.of(once(
                command.account(), command.key(), command.payload(), (account, now) -> account.redeem(command, now)));
    }

    /**
     * The points that can be redeemed. Costs the same however long the ledger is.
     *
     * @throws NotFoundException if the account is unknown
     */
    public long balance(LoyaltyAccountId id) {
        return find(id).orElseThrow(() -> new NotFoundException(id)).available();
    }

    /**
     * A page of the ledger, the newest entry first.
     *
     * @throws NotFoundException if the account is unknown
     */
    public LedgerPage entries(LoyaltyAccountId id, LedgerPageRequest request) {
        return workspace.reading(unit -> {
            LedgerPage page = repository(unit).entries(id, request);
            if (page.lines().isEmpty() && repository(unit).find(id).isEmpty()) {
                throw new NotFoundException(id);
            }
            return page;
        });
    }

    /** Everything that happened to an account, oldest first; empty if it does not exist. */
    public List<LoyaltyEvent> history(LoyaltyAccountId id) {
        return workspace.reading(unit -> repository(unit).history(id));
    }

    /** What a program has given and taken; {@link ProgramTotals#NONE} if nobody is enrolled. */
    public ProgramTotals totals(ProgramId program) {
        return workspace.reading(unit -> repository(unit).totals(program));
    }

    private LoyaltyAccount enrolled(UnitOfWork unit, EnrolCustomer command) {
        return repository(unit).find(command.customer(), command.program()).orElseGet(() -> {
            requireCustomer(unit, command.customer());
            LoyaltyAccountId id = new LoyaltyAccountId(workspace.nextId());
            LoyaltyAccount account = LoyaltyAccount.enrol(id, command, workspace.now());
            repository(unit).save(account);
            return account.saved();
        });
    }

    private LedgerLine once(
            LoyaltyAccountId id,
            CommandKey key,
            String payload,
            BiFunction<LoyaltyAccount, Instant, LoyaltyAccount> verb) {
        return workspace.inTransaction(unit -> {
            LoyaltyRepository accounts = repository(unit);
            LockedAccount locked = accounts.lock(id, key).orElseThrow(() -> new NotFoundException(id));
            return locked.earlier()
                    .map(first -> repeated(accounts, first.confirm(payload)))
                    .orElseGet(() -> done(accounts, key, payload, verb.apply(locked.account(), workspace.now())));
        });
    }

    private static LedgerLine repeated(LoyaltyRepository accounts, CommandRecord first) {
        LoyaltyAccountId id = new LoyaltyAccountId(first.aggregate());
        return accounts.entry(id, first.sequence())
                .map(entry -> new LedgerLine(id, first.sequence(), entry))
                .orElseThrow(() -> new IllegalStateException("the ledger of " + id + " has no entry #"
                        + first.sequence() + ", which " + first.key() + " made"));
    }

    private static LedgerLine done(LoyaltyRepository accounts, CommandKey key, String payload, LoyaltyAccount after) {
        LedgerLine line = after.lastLine();
        accounts.save(after, new CommandRecord(key, payload, after.id().value(), line.sequence()));
        return line;
    }

    private static void requireCustomer(UnitOfWork unit, CustomerId customer) {
        if (unit.repository(CustomerRepository.class).find(customer).isEmpty()) {
            throw new NotFoundException(customer);
        }
    }

    private static LoyaltyRepository repository(UnitOfWork unit) {
        return unit.repository(LoyaltyRepository.class);
    }
}

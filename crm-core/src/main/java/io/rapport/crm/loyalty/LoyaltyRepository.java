package io.rapport.crm.loyalty;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.store.AggregateRepository;
import io.rapport.crm.store.CommandRecord;
import io.rapport.crm.store.IdempotencyConflictException;
import io.rapport.crm.store.StaleAggregateException;
import java.util.List;
import java.util.Optional;

/**
 * Where loyalty accounts and their ledgers are kept. Saving refuses, with {@link AlreadyExistsException} for
 * {@code "customer"}, a second account of a customer in a program.
 */
public interface LoyaltyRepository extends AggregateRepository<LoyaltyAccountId, LoyaltyAccount, LoyaltyEvent> {

    /** The account of a customer in a program. */
    Optional<LoyaltyAccount> find(CustomerId customer, ProgramId program);

    /** The accounts of a customer in all programs, by (openedAt, id). */
    List<LoyaltyAccount> findByCustomer(CustomerId customer);

    /**
     * Locks an account against other units of work until this one ends, and looks up what a command key of the tenant
     * did before; one round trip. The state and the key are read as they are once the lock is held. Empty if the account
     * does not exist.
     */
    Optional<LockedAccount> lock(LoyaltyAccountId id, CommandKey key);

    /**
     * Writes the state, its new entries, their outbox entries and the command key together; one round trip where the
     * store can.
     *
     * @throws IdempotencyConflictException if the key was used meanwhile
     * @throws StaleAggregateException when the stored version is not {@link LoyaltyAccount#savedVersion()}
     */
    void save(LoyaltyAccount account, CommandRecord command);

    /** A page of an account's ledger, the newest entry first; empty if the account does not exist. */
    LedgerPage entries(LoyaltyAccountId id, LedgerPageRequest request);

    /** One entry of an account's ledger; empty where another kind of event has that place. */
    Optional<LedgerEntry> entry(LoyaltyAccountId id, long sequence);

    /**
     * Sums over all accounts of a program, in one query; {@link ProgramTotals#NONE} if it has none.
     *
     * @throws ArithmeticException if a sum is above {@link Long#MAX_VALUE}
     */
    ProgramTotals totals(ProgramId program);
}

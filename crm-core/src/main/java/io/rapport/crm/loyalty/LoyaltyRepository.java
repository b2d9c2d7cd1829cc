package io.rapport.crm.loyalty;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.store.AggregateRepository;
import io.rapport.crm.store.CommandRecord;
import io.rapport.crm.store.IdempotencyConflictException;
import io.rapport.crm.store.StaleAggregateException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where loyalty accounts, their lots and holds, and their ledgers are kept. Saving an account alone is for
 * enrolments, which have no lots; it refuses, with {@link AlreadyExistsException} for {@code "customer"}, a second account
 * of a customer in a program.
 */
public interface LoyaltyRepository extends AggregateRepository<LoyaltyAccountId, LoyaltyAccount, LoyaltyEvent> {

    /** The account of a customer in a program. */
    Optional<LoyaltyAccount> find(CustomerId customer, ProgramId program);

    /** The accounts of a customer in all programs, by (openedAt, id). */
    List<LoyaltyAccount> findByCustomer(CustomerId customer);

    /**
     * Locks an account against other units of work until this one ends, and reads what most commands need; one round
     * trip where the store can. All is read as it is once the lock is held. Empty if the account does not exist.
     *
     * @param key a command key of the tenant to look up
     * @param lots how many lots to read at most
     */
    Optional<LockedAccount> lock(LoyaltyAccountId id, Optional<CommandKey> key, int lots);

    /** The first lots that are not {@link LotPhase#EMPTY}, by ({@link LotPhase}, {@link LotPlace}). */
    List<Lot> openLots(LoyaltyAccountId id, int limit);

    /** The first lots of each phase but {@link LotPhase#EMPTY}, by {@link LotPlace}. */
    List<Lot> firstLots(LoyaltyAccountId id, int limit);

    /** The lots with these numbers. */
    List<Lot> lots(LoyaltyAccountId id, Collection<Long> numbers);

    /** All lots that were earned on an order. */
    List<Lot> lotsOfOrder(LoyaltyAccountId id, String order);

    /** All lots that the account ever had, by number; for verification, its cost grows with the ledger. */
    List<Lot> allLots(LoyaltyAccountId id);

    /** What all entries did to lots, by (sequence, lot); for verification, its cost grows with the ledger. */
    List<LotMovement> movements(LoyaltyAccountId id);

    /**
     * Writes the state with its holds, lots, new entries, their movements and outbox entries, and the command key
     * together; one round trip where the store can. Nothing is written of an account without changes.
     *
     * @param command the key and what it did; empty for what fell due by itself
     * @throws IdempotencyConflictException if the key was used meanwhile
     * @throws StaleAggregateException when the stored version is not {@link LoyaltyAccount#savedVersion()}
     */
    void save(AccountChange change, Optional<CommandRecord> command);

    /** A page of an account's ledger, the newest entry first; empty if the account does not exist. */
    LedgerPage entries(LoyaltyAccountId id, LedgerPageRequest request);

    /** One entry of an account's ledger; empty where another kind of event has that place. */
    Optional<LedgerEntry> entry(LoyaltyAccountId id, long sequence);

    /** The entries from a place on, the oldest first. */
    List<LedgerLine> entriesFrom(LoyaltyAccountId id, long sequence, int limit);

    /** The entries that took effect in a period, the oldest first. */
    List<LedgerLine> entriesBetween(LoyaltyAccountId id, Instant from, Instant until);

    /** The last entry that took effect before an instant, by index. */
    Optional<LedgerLine> lastBefore(LoyaltyAccountId id, Instant instant);

    /** How many points of a redemption, or of an expiry, have come back. */
    long restored(LoyaltyAccountId id, long redemption);

    /** Accounts on which something has fallen due by an instant, the longest due first, by index. */
    List<LoyaltyAccountId> due(Instant until, int limit);

    /**
     * Accounts of a program with points that expire in a period, those with the soonest first.
     *
     * @param after exclusive
     * @param until inclusive
     */
    List<ExpiringAccount> expiring(ProgramId program, Instant after, Instant until, int limit);

    /**
     * Sums over all accounts of a program, in one query; {@link ProgramTotals#NONE} if it has none.
     *
     * @throws ArithmeticException if a sum is above {@link Long#MAX_VALUE}
     */
    ProgramTotals totals(ProgramId program);

    /**
     * The points in all lots of a program after everything that took effect by an instant, held and pending ones
     * included, by what they cost, the cheapest first; in one query. Costs as much as the program's lots moved.
     *
     * @throws ArithmeticException if a sum is above {@link Long#MAX_VALUE}
     */
    List<PointsAtCost> outstanding(ProgramId program, Instant at);
}

package io.rapport.crm.loyalty;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.store.IdempotencyConflictException;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Accounts of loyalty programs and their points. Each call is a unit of work of its own, or part of the one that
 * {@code Crm.inTransaction} opened. Commands that move points wait for each other on one account instead of failing, and
 * carry a caller's key: trying again with the same key has no second effect and gives an equal result. Each first does
 * what fell due on the account, so that it makes no difference when {@link #sweep} runs. Thread-safe outside such a
 * transaction.
 *
 * <p>Every command throws {@link NotFoundException} if the account is unknown, {@link IdempotencyConflictException} if the
 * key was used for another command, and {@link InvalidInputException} for {@code "points"} if more would be counted than
 * {@link Long#MAX_VALUE}. Nothing is done then. Its cost depends on the lots that it touches, not on the ledger's length.
 */
public final class LoyaltyAccounts {

    private final Workspace workspace;
    private final LedgerDesk desk;

    public LoyaltyAccounts(Workspace workspace) {
        this.workspace = workspace;
        desk = new LedgerDesk(workspace);
    }

    /** What tells more about accounts than their balances: ledgers, statements, verification. */
    public LoyaltyLedger ledger() {
        return new LoyaltyLedger(workspace, desk);
    }

    /** Points by the rules of programs: what an order or an event earns, and why. */
    public LoyaltyEarning earning() {
        return new LoyaltyEarning(workspace, desk);
    }

    /** In which tiers customers are, and what is missing for the next. */
    public LoyaltyTiers tiers() {
        return new LoyaltyTiers(workspace, desk);
    }

    /** What outstanding points will cost. */
    public LoyaltyLiability liability() {
        return new LoyaltyLiability(workspace, desk);
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

    /** The account as its last entry left it; {@link #balances} also does what fell due since. */
    public Optional<LoyaltyAccount> find(LoyaltyAccountId id) {
        return workspace.reading(unit -> repository(unit).find(id));
    }

    /** The account of a customer in a program, as its last entry left it. */
    public Optional<LoyaltyAccount> find(CustomerId customer, ProgramId program) {
        return workspace.reading(unit -> repository(unit).find(customer, program));
    }

    /** The accounts of a customer in all programs, the oldest first, as their last entries left them. */
    public List<LoyaltyAccount> findByCustomer(CustomerId customer) {
        return workspace.reading(unit -> repository(unit).findByCustomer(customer));
    }

    /** Adds points. They are pending until the program's activation delay is over. */
    public Earning earn(EarnPoints command) {
        return Earning.of(receipt(command, (book, accounts) -> Credits.earn(book, command)));
    }

    /**
     * Lets the pending points of an order become active at once.
     *
     * @throws InvalidInputException for {@code "order"} if it has none
     */
    public Receipt activate(ActivatePoints command) {
        return receipt(command, (book, accounts) -> Credits.activate(book, command));
    }

    /**
     * Takes points, all of them or none, those that expire soonest first.
     *
     * @throws InsufficientPointsException if fewer are available
     */
    public Redemption redeem(RedeemPoints command) {
        return Redemption.of(receipt(command, (book, accounts) -> Debits.redeem(book, command.points())));
    }

    /**
     * Takes as many points as there are, and at most those of the command.
     *
     * @throws InsufficientPointsException if none are available
     */
    public Redemption redeemUpTo(RedeemPoints command) {
        return Redemption.of(
                receipt(new RedeemUpTo(command), (book, accounts) -> Debits.redeemUpTo(book, command.points())));
    }

    /**
     * Sets points aside, all of them or none, those that expire soonest first.
     *
     * @throws InsufficientPointsException if fewer are available
     */
    public Reservation reserve(ReservePoints command) {
        return Reservation.of(desk.once(command, (book, accounts) -> Debits.reserve(book, command)), command.key());
    }

    /**
     * Redeems points of a hold, and gives the rest of it free.
     *
     * @throws HoldNotOpenException if it is over
     * @throws ProgramChangedException if the program has another version since, unless the command keeps its terms
     */
    public Redemption commit(CommitHold command) {
        return Redemption.of(receipt(command, (book, accounts) -> Debits.commit(book, command)));
    }

    /**
     * Ends a hold and gives its points free; those whose expiry has passed meanwhile expire at once.
     *
     * @throws HoldNotOpenException if it is over
     */
    public Receipt voidHold(VoidHold command) {
        return receipt(command, (book, accounts) -> Debits.voidHold(book, command));
    }

    /**
     * Gives points of a cancelled redemption back to their lots.
     *
     * @throws InvalidInputException naming {@code "redemption"} if that is none, or {@code "points"} if fewer can come back
     */
    public Receipt restore(RestorePoints command) {
        return receipt(
                command,
                (book, accounts) -> Restores.restore(
                        book,
                        command,
                        accounts.entry(command.account(), command.redemption())
                                .orElseThrow(() -> new InvalidInputException(
                                        "redemption", "is no entry", "name the entry of a redemption")),
                        accounts.restored(command.account(), command.redemption())));
    }

    /**
     * Gives points that expired back to an account, as the program allows for some days. They are like points that are
     * earned now, but never count for tiers; in the totals they are adjusted up.
     *
     * @throws InvalidInputException naming {@code "expiry"} if that is none or too long ago, or {@code "points"} if fewer
     *     can come back
     */
    public Receipt reinstate(ReinstatePoints command) {
        return receipt(
                command,
                (book, accounts) -> Restores.reinstate(
                        book,
                        command,
                        accounts.entry(command.account(), command.expiry()),
                        accounts.restored(command.account(), command.expiry())));
    }

    /**
     * Takes back what a refunded order would not have earned by the rules that earned its points, the last lines being
     * refunded first; see {@link LoyaltyEarning#refund} for others. Points of which the host said how many are in
     * proportion to what they were earned on.
     *
     * @throws InvalidInputException naming {@code "order"} if it earned no points, or {@code "refundedSoFar"} if that is
     *     more than it earned them on
     * @throws InsufficientPointsException if points were spent and the program rejects such refunds
     */
    public Refund refund(RefundOrder command) {
        return Refund.of(desk.onceIn(command, unit -> RuleRefunds.of(unit, command)), command.key());
    }

    /** Takes back what a refunded order would not have earned by a rule. */
    public Refund refund(RefundOrder command, EarningRule rule) {
        return Refund.of(
                desk.once(command, (book, accounts) -> Refunds.refund(book, command, Optional.of(rule))),
                command.key());
    }

    /**
     * Puts an account right.
     *
     * @throws InsufficientPointsException if fewer are available than are to be taken
     */
    public Receipt adjust(AdjustPoints command) {
        return receipt(command, (book, accounts) -> {
            if (command.points() > 0) {
                Credits.adjustUp(book, command.points());
            } else {
                Debits.adjustDown(book, -command.points());
            }
        });
    }

    /**
     * Moves points to another account, which gets them with the expiry that they have.
     *
     * @return what it did to the account that gave them
     * @throws TransferNotAllowedException if the program does not allow it
     * @throws InsufficientPointsException if fewer are available
     */
    public Receipt transfer(TransferPoints command) {
        return Receipt.of(desk.transfer(command), command.key());
    }

    /**
     * The points that can be redeemed. Costs the same however long the ledger is.
     *
     * @throws NotFoundException if the account is unknown
     */
    public long balance(LoyaltyAccountId id) {
        return balances(id).available();
    }

    /**
     * All balances. Costs the same however long the ledger is; if something fell due since the last entry, it is done
     * and written down first.
     *
     * @throws NotFoundException if the account is unknown
     */
    public Balances balances(LoyaltyAccountId id) {
        LoyaltyAccount account = known(id);
        if (!account.due(workspace.now())) {
            return account.balances();
        }
        desk.settle(id);
        return known(id).balances();
    }

    /**
     * Does what fell due on accounts by an instant: points become active or expire, holds end. May run on several nodes
     * at once. Costs as much as there is due.
     *
     * @param until not in the future
     * @param limit how many accounts at most; call again while there are some
     * @return how many accounts it found due and settled, those that another node settled meanwhile not counted
     */
    public int sweep(Instant until, int limit) {
        return desk.sweep(until, limit);
    }

    /** {@link LoyaltyLedger#entries}. */
    public LedgerPage entries(LoyaltyAccountId id, LedgerPageRequest request) {
        return ledger().entries(id, request);
    }

    /** {@link LoyaltyLedger#history}. */
    public List<LoyaltyEvent> history(LoyaltyAccountId id) {
        return ledger().history(id);
    }

    /** {@link LoyaltyLedger#verify}. */
    public Verification verify(LoyaltyAccountId id) {
        return ledger().verify(id);
    }

    /** What a program has given and taken; {@link ProgramTotals#NONE} if nobody is enrolled. */
    public ProgramTotals totals(ProgramId program) {
        return workspace.reading(unit -> repository(unit).totals(program));
    }

    private Receipt receipt(LedgerCommand command, LedgerDesk.Work work) {
        return Receipt.of(desk.once(command, work), command.key());
    }

    private LoyaltyAccount known(LoyaltyAccountId id) {
        return find(id).orElseThrow(() -> new NotFoundException(id));
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

    private static void requireCustomer(UnitOfWork unit, CustomerId customer) {
        if (unit.repository(CustomerRepository.class).find(customer).isEmpty()) {
            throw new NotFoundException(customer);
        }
    }

    private static LoyaltyRepository repository(UnitOfWork unit) {
        return unit.repository(LoyaltyRepository.class);
    }
}

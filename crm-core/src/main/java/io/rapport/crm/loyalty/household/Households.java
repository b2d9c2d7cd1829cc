package io.rapport.crm.loyalty.household;

import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.loyalty.EarnByRules;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.Earning;
import io.rapport.crm.loyalty.InsufficientPointsException;
import io.rapport.crm.loyalty.LedgerCommand;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyAccounts;
import io.rapport.crm.loyalty.RedeemPoints;
import io.rapport.crm.loyalty.Redemption;
import io.rapport.crm.loyalty.Reservation;
import io.rapport.crm.loyalty.ReservePoints;
import io.rapport.crm.loyalty.RuleEarning;
import io.rapport.crm.loyalty.TransferNotAllowedException;
import io.rapport.crm.store.IdempotencyConflictException;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Households that share points. A household has an ordinary account, the pool, of a customer that stands for it, so that
 * everything that holds for accounts holds for it: expiry, holds, refunds, caps and tiers, which are those of the
 * household. Members earn into the pool and redeem from it, and each entry's cause begins with who did, see
 * {@link Household#memberOf}. Each call is a unit of work of its own, or part of the one that {@code Crm.inTransaction}
 * opened. Thread-safe outside such a transaction.
 *
 * <p>Whoever joins brings all their available points, with the expiry that they have; pending ones stay behind and can be
 * transferred later. Whoever leaves leaves the points in the pool, as the family accounts of airlines have it: they were
 * given to all. What is left when the household is dissolved goes to its head. An account is in one household of its
 * program at a time, and keeps the tier that it earned for itself.
 *
 * <p>Every method with a command throws {@link NotFoundException} if the household or an account is unknown,
 * {@link HouseholdRefusedException} if the household refuses it, saying why, {@link IllegalTransitionException} if it is
 * dissolved, and {@link IdempotencyConflictException} if the key was used for another command. Nothing is done then.
 */
public final class Households {

    private final Workspace workspace;
    private final HouseholdDesk desk;

    public Households(Workspace workspace) {
        this.workspace = workspace;
        desk = new HouseholdDesk(workspace);
    }

    /**
     * Makes a household of its head alone, who brings all their available points.
     *
     * @throws InvalidInputException naming {@code "pool"} if that is the head's own account, or {@code "member"} if the
     *     accounts are of two programs
     * @throws TransferNotAllowedException if the program does not allow transfers
     */
    public Household form(FormHousehold command) {
        return desk.form(command);
    }

    /**
     * Makes a customer a member, who brings all their available points.
     *
     * @throws InvalidInputException for {@code "member"} if the account is of another program
     * @throws TransferNotAllowedException if the program does not allow transfers
     */
    public Household join(MembershipStep command) {
        return desk.join(command);
    }

    /** Lets a member go, but not the head; the points stay in the pool. */
    public Household leave(MembershipStep command) {
        return desk.leave(command);
    }

    /** Makes a member the head. */
    public Household handOver(MembershipStep command) {
        return desk.handOver(command);
    }

    /**
     * Ends a household for good, as its head, who gets the points that are left with the expiry that they have. Refused
     * while points of the pool are held, pending or owed. Its accounts are free for other households then.
     */
    public Household dissolve(MembershipStep command) {
        return desk.dissolve(command);
    }

    public Optional<Household> find(HouseholdId id) {
        return workspace.reading(unit -> households(unit).find(id));
    }

    /** The household that an account is in now, as its pool or a member's. */
    public Optional<Household> of(LoyaltyAccountId account) {
        return workspace.reading(unit -> households(unit).of(account));
    }

    /** Everything that happened to a household, oldest first. */
    public List<HouseholdEvent> history(HouseholdId id) {
        return workspace.reading(unit -> households(unit).history(id));
    }

    /**
     * Adds points that a member earned to the pool.
     *
     * @param intoPool names the pool; its cause has at most 146 characters, and the member's name is put before it
     */
    public Earning earn(LoyaltyAccountId member, EarnPoints intoPool) {
        return acting(
                member,
                intoPool,
                Household::requireMember,
                ledger -> ledger.earn(intoPool.because(cause(member, intoPool))));
    }

    /**
     * Adds what a member earns by the rules of the program to the pool, by its tier and within its caps.
     *
     * @param intoPool names the pool; its cause has at most 146 characters, and the member's name is put before it
     */
    public RuleEarning earn(LoyaltyAccountId member, EarnByRules intoPool) {
        return acting(
                member,
                intoPool,
                Household::requireMember,
                ledger -> ledger.earning().earn(intoPool.because(cause(member, intoPool))));
    }

    /**
     * Takes points for a member from the pool, all of them or none, those that expire soonest first.
     *
     * @param fromPool names the pool; its cause has at most 146 characters, and the member's name is put before it
     * @throws InsufficientPointsException if the pool has fewer
     */
    public Redemption redeem(LoyaltyAccountId member, RedeemPoints fromPool) {
        return acting(
                member,
                fromPool,
                Household::requireRedeemer,
                ledger -> ledger.redeem(fromPool.because(cause(member, fromPool))));
    }

    /**
     * Sets points of the pool aside for a member. Whoever has the hold commits or voids it on the pool itself.
     *
     * @param fromPool names the pool; its cause has at most 146 characters, and the member's name is put before it
     * @throws InsufficientPointsException if the pool has fewer
     */
    public Reservation reserve(LoyaltyAccountId member, ReservePoints fromPool) {
        return acting(
                member,
                fromPool,
                Household::requireRedeemer,
                ledger -> ledger.reserve(fromPool.because(cause(member, fromPool))));
    }

    /**
     * Checks that a member may redeem from a pool, for what else takes points from it, such as a reward. Asked inside
     * {@code Crm.inTransaction}, the answer holds until that ends.
     *
     * @return the household
     */
    public Household requireRedeemer(LoyaltyAccountId member, LoyaltyAccountId pool) {
        return workspace.inTransaction(unit -> {
            desk.requireUsable(unit, pool, Optional.empty(), household -> household.requireRedeemer(member));
            return households(unit).of(pool).orElseThrow(() -> new NotFoundException(pool));
        });
    }

    /** A command that was carried out is not checked again: it has the effect that it had, whoever left since. */
    private <R> R acting(
            LoyaltyAccountId member,
            LedgerCommand command,
            BiConsumer<Household, LoyaltyAccountId> check,
            Function<LoyaltyAccounts, R> work) {
        workspace.valid(command);
        Require.present("member", member);
        command.cause().ifPresent(text -> Require.text("cause", text, Household.MAX_CAUSE));
        return workspace.inTransaction(unit -> {
            desk.requireUsable(
                    unit, command.account(), Optional.of(command.key()), household -> check.accept(household, member));
            return work.apply(new LoyaltyAccounts(workspace.within(unit)));
        });
    }

    private static String cause(LoyaltyAccountId member, LedgerCommand command) {
        return Household.cause(member, command.cause());
    }

    private static HouseholdRepository households(UnitOfWork unit) {
        return unit.repository(HouseholdRepository.class);
    }
}

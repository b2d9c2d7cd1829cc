package io.rapport.crm.loyalty.reward;

import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.loyalty.InsufficientPointsException;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.store.IdempotencyConflictException;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What points buy, and who bought it. Each call is a unit of work of its own, or part of the one that
 * {@code Crm.inTransaction} opened. A redemption takes points, stock and the customer's allowance together, or nothing;
 * commands carry a caller's key, and trying again with the same key has no second effect and gives an equal result.
 * Redemptions wait for each other instead of failing: the account is locked first and then the reward, always in this
 * order, so that nobody waits for ever. Thread-safe outside such a transaction.
 *
 * <p>Commands throw {@link NotFoundException} for an unknown reward, account or redemption,
 * {@link IllegalTransitionException} where a redemption's state forbids the step, and {@link IdempotencyConflictException}
 * if the key was used for another command. Nothing is done then.
 */
public final class Rewards {

    private final Workspace workspace;
    private final RewardDesk desk;

    public Rewards(Workspace workspace) {
        this.workspace = workspace;
        desk = new RewardDesk(workspace);
    }

    /**
     * Adds a reward to the catalogue.
     *
     * @throws AlreadyExistsException if another reward, also a withdrawn one, has the key
     */
    public Reward offer(OfferReward command) {
        workspace.valid(command);
        Reward reward = Reward.offer(new RewardId(workspace.nextId()), command, workspace.now());
        return workspace.inTransaction(unit -> saved(unit, reward));
    }

    public Optional<Reward> find(RewardId id) {
        return workspace.reading(unit -> rewards(unit).find(id));
    }

    /** The reward with this key, compared exactly. */
    public Optional<Reward> find(String key) {
        return workspace.reading(unit -> rewards(unit).find(key));
    }

    /** Every reward, also withdrawn ones, by the time they were offered. */
    public Page<Reward> page(PageRequest request) {
        return workspace.reading(unit -> rewards(unit).page(request));
    }

    /**
     * Gives a reward other terms. What was set aside or redeemed before keeps its price and benefit.
     *
     * @throws InvalidInputException naming {@code "program"} if the terms are of another program
     */
    public Reward revise(RewardId id, RewardTerms terms, Actor actor) {
        return changed(id, (reward, now) -> reward.revise(terms, actor, now));
    }

    /** Takes a reward out of the catalogue for good. */
    public Reward withdraw(RewardId id, Actor actor) {
        return changed(id, (reward, now) -> reward.withdraw(actor, now));
    }

    /** Everything that happened to a reward, oldest first. */
    public List<RewardEvent> history(RewardId id) {
        return workspace.reading(unit -> rewards(unit).history(id));
    }

    /**
     * Sets a reward and its points aside until they are committed, voided, or their time is over.
     *
     * @throws RewardRefusedException if the reward cannot be had, saying why
     * @throws InsufficientPointsException if the account has too few points
     */
    public RewardRedemption reserve(RedeemReward command) {
        return desk.reserve(command);
    }

    /**
     * Sets a reward aside and commits it at once.
     *
     * @throws RewardRefusedException if the reward cannot be had, saying why
     * @throws InsufficientPointsException if the account has too few points
     */
    public RewardRedemption redeem(RedeemReward command) {
        return desk.redeem(command);
    }

    /** Takes the points of what was set aside, at the price that it had then. */
    public RewardRedemption commit(RedemptionStep command) {
        return desk.commit(command);
    }

    /** Gives up what was set aside. */
    public RewardRedemption voidReservation(RedemptionStep command) {
        return desk.giveUp(command);
    }

    /** Notes that the customer has what was committed. */
    public RewardRedemption fulfil(RedemptionStep command) {
        return desk.fulfil(command);
    }

    /**
     * Cancels what was committed and is not fulfilled, or a part of it: the points go back as the program restores them,
     * and units and allowance are free again.
     *
     * @throws InvalidInputException naming {@code "units"} if fewer are left
     */
    public RewardRedemption cancel(RedemptionStep command) {
        return desk.cancel(command);
    }

    public Optional<RewardRedemption> redemption(RewardRedemptionId id) {
        return workspace.reading(unit -> redemptions(unit).find(id));
    }

    /** The redemptions of an account, the oldest first. */
    public List<RewardRedemption> redemptions(LoyaltyAccountId account) {
        return workspace.reading(unit -> redemptions(unit).ofAccount(account));
    }

    /** Everything that happened to a redemption, oldest first. */
    public List<RewardRedemptionEvent> history(RewardRedemptionId id) {
        return workspace.reading(unit -> redemptions(unit).history(id));
    }

    /**
     * Ends what was set aside and not committed in time. A reward does the same by itself before anything else is done
     * with it, so that it makes no difference when this runs.
     *
     * @param until not in the future
     * @param limit how many rewards at most; call again while the answer is as high
     * @return how many rewards had something to end
     */
    public int sweep(Instant until, int limit) {
        Require.that(!until.isAfter(workspace.now()), "until", "is in the future", "sweep what has fallen due");
        Require.positive("limit", limit);
        return desk.sweep(until, limit);
    }

    private Reward changed(RewardId id, BiFunction<Reward, Instant, Reward> verb) {
        return workspace.inTransaction(unit -> {
            Reward reward = rewards(unit).lock(id).orElseThrow(() -> new NotFoundException(id));
            return saved(unit, verb.apply(reward, workspace.now()));
        });
    }

    private static Reward saved(UnitOfWork unit, Reward reward) {
        rewards(unit).save(reward);
        return reward.saved();
    }

    private static RewardRepository rewards(UnitOfWork unit) {
        return unit.repository(RewardRepository.class);
    }

    private static RewardRedemptionRepository redemptions(UnitOfWork unit) {
        return unit.repository(RewardRedemptionRepository.class);
    }
}

package io.rapport.crm.loyalty.reward;

import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.CommitHold;
import io.rapport.crm.loyalty.LockedAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyAccounts;
import io.rapport.crm.loyalty.LoyaltyRepository;
import io.rapport.crm.loyalty.Redemption;
import io.rapport.crm.loyalty.Reservation;
import io.rapport.crm.loyalty.ReservePoints;
import io.rapport.crm.loyalty.RestorePoints;
import io.rapport.crm.loyalty.VoidHold;
import io.rapport.crm.store.CommandLog;
import io.rapport.crm.store.CommandRecord;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Carries out redemptions, each once. The account is locked first and then the reward, and everything that can refuse is
 * asked before anything is written, so that nothing is half done even where a host goes on after a refusal.
 */
final class RewardDesk {

    private final Workspace workspace;

    RewardDesk(Workspace workspace) {
        this.workspace = workspace;
    }

    /** A reward and one of its redemptions, locked, in a unit of work. */
    private record Open(UnitOfWork unit, LoyaltyAccounts ledger, Reward reward, RewardRedemption redemption) {}

    private interface Step {
        Open on(Open open, Instant now);
    }

    RewardRedemption reserve(RedeemReward command) {
        return begin(command, "reward.reserve", (open, now) -> open);
    }

    RewardRedemption redeem(RedeemReward command) {
        return begin(command, "reward.redeem", (open, now) -> committed(open, command.actor(), now));
    }

    RewardRedemption commit(RedemptionStep command) {
        return step(command, "reward.commit", (open, now) -> committed(open, command.actor(), now));
    }

    RewardRedemption giveUp(RedemptionStep command) {
        return step(command, "reward.void", (open, now) -> {
            RewardRedemption redemption = open.redemption();
            RewardRedemption next = redemption.giveUp(command.actor(), now);
            open.ledger()
                    .voidHold(VoidHold.of(redemption.account(), redemption.hold(), key(redemption, "void"))
                            .by(command.actor()));
            return moved(open, open.reward().release(next.id(), next.units(), now), next);
        });
    }

    RewardRedemption fulfil(RedemptionStep command) {
        return step(
                command,
                "reward.fulfil",
                (open, now) -> moved(open, open.reward(), open.redemption().fulfil(command.actor(), now)));
    }

    RewardRedemption cancel(RedemptionStep command) {
        return step(command, "reward.cancel", (open, now) -> {
            RewardRedemption redemption = open.redemption();
            long units = redemption.part(command.units());
            RewardRedemption next = redemption.cancel(units, command.actor(), now);
            open.ledger()
                    .restore(RestorePoints.of(
                                    redemption.account(),
                                    redemption.entry().orElseThrow(),
                                    key(redemption, "cancel:" + redemption.version()))
                            .only(redemption.pointsOf(units))
                            .by(command.actor()));
            return moved(open, open.reward().takeBack(next.id(), units, now), next);
        });
    }

    int sweep(Instant until, int limit) {
        List<RewardId> due = workspace.reading(unit -> redemptions(unit).rewardsDue(until, limit));
        due.forEach(id -> workspace.inTransaction(unit -> settled(unit, lock(unit, id), workspace.now())));
        return due.size();
    }

    private RewardRedemption begin(RedeemReward command, String operation, Step then) {
        workspace.valid(command);
        String payload = command.payload(operation);
        return workspace.inTransaction(unit -> {
            LockedAccount account = lock(unit, command.account(), command.key());
            return account.earlier()
                    .map(first -> repeated(unit, first.confirm(payload)))
                    .orElseGet(() -> done(unit, command.key(), payload, () -> begun(unit, account, command, then)));
        });
    }

    private Open begun(UnitOfWork unit, LockedAccount account, RedeemReward command, Step then) {
        Instant now = workspace.now();
        Reward reward = settled(unit, lock(unit, command.reward()), now);
        if (!reward.terms().program().equals(account.account().program())) {
            throw new RewardRefusedException(reward.id(), RefusalReason.OTHER_PROGRAM, command.units(), 0);
        }
        long points = reward.terms().price().of(command.units(), command.points());
        long taken = redemptions(unit).taken(reward.id(), command.account());
        reward.requireFor(command.facts(), command.units(), taken, now);
        RewardRedemptionId id = new RewardRedemptionId(workspace.nextId());
        LoyaltyAccounts ledger = new LoyaltyAccounts(workspace.within(unit));
        Reservation held = ledger.reserve(new ReservePoints(
                command.account(),
                points,
                command.ttlSeconds(),
                key(id, "reserve"),
                Optional.empty(),
                command.actor()));
        RewardRedemption redemption =
                RewardRedemption.reserve(id, command, reward.terms().benefit(), held, now);
        return then.on(new Open(unit, ledger, reward.reserve(id, command.units(), now), redemption), now);
    }

    private RewardRedemption step(RedemptionStep command, String operation, Step step) {
        workspace.valid(command);
        String payload = command.payload(operation);
        return workspace.inTransaction(unit -> {
            LockedAccount account = lock(unit, known(unit, command.redemption()).account(), command.key());
            return account.earlier()
                    .map(first -> repeated(unit, first.confirm(payload)))
                    .orElseGet(() -> done(unit, command.key(), payload, () -> stepped(unit, command, step)));
        });
    }

    private Open stepped(UnitOfWork unit, RedemptionStep command, Step step) {
        Instant now = workspace.now();
        RewardId id = known(unit, command.redemption()).reward();
        Reward reward = settled(unit, lock(unit, id), now);
        // Read again: what was due on the reward may have ended it.
        RewardRedemption redemption = known(unit, command.redemption());
        LoyaltyAccounts ledger = new LoyaltyAccounts(workspace.within(unit));
        return step.on(new Open(unit, ledger, reward, redemption), now);
    }

    private static Open committed(Open open, Actor actor, Instant now) {
        RewardRedemption redemption = open.redemption();
        redemption.require(RedemptionStatus.RESERVED, "be committed", "reserve it anew");
        Redemption taken = open.ledger()
                .commit(CommitHold.of(redemption.account(), redemption.hold(), key(redemption, "commit"))
                        .keepingItsTerms()
                        .by(actor));
        return moved(
                open,
                open.reward().redeem(redemption.id(), redemption.units(), now),
                redemption.commit(taken.sequence(), actor, now));
    }

    private static Open moved(Open open, Reward reward, RewardRedemption redemption) {
        return new Open(open.unit(), open.ledger(), reward, redemption);
    }

    private interface Work {
        Open run();
    }

    private static RewardRedemption done(UnitOfWork unit, CommandKey key, String payload, Work work) {
        Open open = work.run();
        RewardRedemption redemption = open.redemption();
        rewards(unit).save(open.reward());
        redemptions(unit).save(redemption);
        unit.repository(CommandLog.class)
                .add(new CommandRecord(key, payload, redemption.id().value(), redemption.version()));
        return redemption.saved();
    }

    /** Ends what was not committed in time; its points are given free by the account, whose hold ends at the same time. */
    private static Reward settled(UnitOfWork unit, Reward locked, Instant now) {
        Reward reward = locked;
        for (RewardRedemption late : redemptions(unit).due(reward.id(), now)) {
            redemptions(unit).save(late.expire(now));
            reward = reward.release(late.id(), late.units(), now);
        }
        rewards(unit).save(reward);
        return reward.saved();
    }

    private static RewardRedemption repeated(UnitOfWork unit, CommandRecord first) {
        RewardRedemptionId id = new RewardRedemptionId(first.aggregate());
        return RewardRedemption.fold(redemptions(unit).history(id).subList(0, Math.toIntExact(first.sequence())));
    }

    private static CommandKey key(RewardRedemption redemption, String verb) {
        return key(redemption.id(), verb);
    }

    private static CommandKey key(RewardRedemptionId redemption, String verb) {
        return CommandKey.of("reward:" + redemption.value() + ":" + verb);
    }

    private static LockedAccount lock(UnitOfWork unit, LoyaltyAccountId account, CommandKey key) {
        return unit.repository(LoyaltyRepository.class)
                .lock(account, Optional.of(key), 1)
                .orElseThrow(() -> new NotFoundException(account));
    }

    private static Reward lock(UnitOfWork unit, RewardId id) {
        return rewards(unit).lock(id).orElseThrow(() -> new NotFoundException(id));
    }

    private static RewardRedemption known(UnitOfWork unit, RewardRedemptionId id) {
        return redemptions(unit).find(id).orElseThrow(() -> new NotFoundException(id));
    }

    private static RewardRepository rewards(UnitOfWork unit) {
        return unit.repository(RewardRepository.class);
    }

    private static RewardRedemptionRepository redemptions(UnitOfWork unit) {
        return unit.repository(RewardRedemptionRepository.class);
    }
}

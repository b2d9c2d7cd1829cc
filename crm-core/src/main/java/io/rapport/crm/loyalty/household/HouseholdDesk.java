package io.rapport.crm.loyalty.household;

import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.Balances;
import io.rapport.crm.loyalty.LockedAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyAccounts;
import io.rapport.crm.loyalty.LoyaltyRepository;
import io.rapport.crm.loyalty.TransferNotAllowedException;
import io.rapport.crm.loyalty.TransferPoints;
import io.rapport.crm.store.CommandLog;
import io.rapport.crm.store.CommandRecord;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Carries out what changes households, each command once. The pool and the account that it is about are locked first, in
 * the order of their ids as transfers do, and everything that can refuse is asked before anything is written.
 */
final class HouseholdDesk {

    private final Workspace workspace;

    HouseholdDesk(Workspace workspace) {
        this.workspace = workspace;
    }

    /** A pool and another account, locked in a unit of work. */
    private record Locked(UnitOfWork unit, LoyaltyAccounts ledger, LockedAccount pool, LockedAccount other) {

        Optional<Household> householdOf(LockedAccount locked) {
            return households(unit).of(locked.account().id());
        }

        /** Moves all that one of them has to the other one. */
        long moveAll(LockedAccount from, LockedAccount to, CommandKey key, LoyaltyAccountId member, Actor actor) {
            long points = ledger.balance(from.account().id());
            if (points > 0) {
                ledger.transfer(
                        TransferPoints.of(from.account().id(), to.account().id(), points, key)
                                .because(Household.cause(member, Optional.empty()))
                                .by(actor));
            }
            return points;
        }
    }

    private interface Step {
        Household on(Household household, Locked locked, Instant now);
    }

    Household form(FormHousehold command) {
        workspace.valid(command);
        Require.that(
                !command.pool().equals(command.head()), "pool", "is the head's own account", "enrol another customer");
        String payload = command.payload();
        return workspace.inTransaction(unit -> {
            Locked locked = lock(unit, command.pool(), command.head(), command.key());
            return once(locked, command.key(), payload, () -> formed(locked, command));
        });
    }

    /** What is left in the pool stays there. */
    Household leave(MembershipStep command) {
        return step(
                command,
                "household.leave",
                (household, locked, now) -> household.leave(command.member(), command.actor(), now));
    }

    Household handOver(MembershipStep command) {
        return step(
                command,
                "household.hand-over",
                (household, locked, now) -> household.handOver(command.member(), command.actor(), now));
    }

    Household join(MembershipStep command) {
        return step(command, "household.join", (household, locked, now) -> {
            household.requireRoomFor(command.member());
            requireFree(locked, locked.other());
            requireFitting(locked);
            long points = locked.moveAll(
                    locked.other(), locked.pool(), household.transferKey(), command.member(), command.actor());
            return household.join(command.member(), points, command.actor(), now);
        });
    }

    Household dissolve(MembershipStep command) {
        return step(command, "household.dissolve", (household, locked, now) -> {
            household.requireHead(command.member());
            Balances balances = locked.ledger().balances(household.pool());
            Household.refuseUnless(
                    balances.reserved() == 0 && balances.pending() == 0 && balances.debt() == 0,
                    household.pool(),
                    HouseholdRefusal.POINTS_OPEN);
            long points = locked.moveAll(
                    locked.pool(), locked.other(), household.transferKey(), command.member(), command.actor());
            return household.dissolve(points, command.actor(), now);
        });
    }

    /** Locks a pool, and says what may be done with it unless the command was carried out before. */
    void requireUsable(UnitOfWork unit, LoyaltyAccountId pool, Optional<CommandKey> key, Consumer<Household> check) {
        LockedAccount locked = unit.repository(LoyaltyRepository.class)
                .lock(pool, key, 1)
                .orElseThrow(() -> new NotFoundException(pool));
        if (locked.earlier().isEmpty()) {
            check.accept(ofPool(unit, pool));
        }
    }

    private static Household ofPool(UnitOfWork unit, LoyaltyAccountId pool) {
        Optional<Household> household =
                households(unit).of(pool).filter(found -> found.pool().equals(pool));
        Require.that(household.isPresent(), "account", "is not the pool of a household", "name its pool");
        return household.orElseThrow();
    }

    private Household formed(Locked locked, FormHousehold command) {
        requireFree(locked, locked.pool());
        requireFree(locked, locked.other());
        requireFitting(locked);
        HouseholdId id = new HouseholdId(workspace.nextId());
        CommandKey key = CommandKey.of("household:" + id.value() + ":0");
        long points = locked.moveAll(locked.other(), locked.pool(), key, command.head(), command.actor());
        return Household.form(id, locked.pool().account().program(), command, points, workspace.now());
    }

    private Household step(MembershipStep command, String operation, Step step) {
        workspace.valid(command);
        String payload = command.payload(operation);
        return workspace.inTransaction(unit -> {
            LoyaltyAccountId pool = known(unit, command.household()).pool();
            Locked locked = lock(unit, pool, command.member(), command.key());
            // Read again: it may have changed before its pool was locked.
            return once(
                    locked,
                    command.key(),
                    payload,
                    () -> step.on(known(unit, command.household()), locked, workspace.now()));
        });
    }

    private static Household once(Locked locked, CommandKey key, String payload, Supplier<Household> work) {
        UnitOfWork unit = locked.unit();
        Optional<CommandRecord> earlier = locked.pool().earlier();
        if (earlier.isPresent()) {
            CommandRecord first = earlier.get().confirm(payload);
            HouseholdId id = new HouseholdId(first.aggregate());
            return Household.fold(households(unit).history(id).subList(0, Math.toIntExact(first.sequence())));
        }
        Household household = work.get();
        households(unit).save(household);
        unit.repository(CommandLog.class)
                .add(new CommandRecord(key, payload, household.id().value(), household.version()));
        return household.saved();
    }

    private static void requireFree(Locked locked, LockedAccount account) {
        Household.refuseUnless(
                locked.householdOf(account).isEmpty(), account.account().id(), HouseholdRefusal.OTHER_HOUSEHOLD);
    }

    private static void requireFitting(Locked locked) {
        Require.that(
                locked.pool()
                        .account()
                        .program()
                        .equals(locked.other().account().program()),
                "member",
                "has an account of another program",
                "name accounts of one program");
        if (!locked.pool().rules().program().transferable()) {
            throw new TransferNotAllowedException(locked.pool().account().program());
        }
    }

    private Locked lock(UnitOfWork unit, LoyaltyAccountId pool, LoyaltyAccountId other, CommandKey key) {
        boolean otherFirst = other.value().compareTo(pool.value()) < 0;
        Optional<LockedAccount> early =
                otherFirst ? Optional.of(lock(unit, other, Optional.empty())) : Optional.empty();
        LockedAccount shared = lock(unit, pool, Optional.of(key));
        LockedAccount second = early.orElseGet(() -> lock(unit, other, Optional.empty()));
        return new Locked(unit, new LoyaltyAccounts(workspace.within(unit)), shared, second);
    }

    private static LockedAccount lock(UnitOfWork unit, LoyaltyAccountId id, Optional<CommandKey> key) {
        return unit.repository(LoyaltyRepository.class).lock(id, key, 1).orElseThrow(() -> new NotFoundException(id));
    }

    private static Household known(UnitOfWork unit, HouseholdId id) {
        return households(unit).find(id).orElseThrow(() -> new NotFoundException(id));
    }

    private static HouseholdRepository households(UnitOfWork unit) {
        return unit.repository(HouseholdRepository.class);
    }
}

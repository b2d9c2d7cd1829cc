package io.rapport.crm.loyalty;

import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The ledger behind the accounts. Whoever asks about now gets what fell due done and written down first. Thread-safe
 * outside a transaction. Every method throws {@link NotFoundException} if the account is unknown, except
 * {@link #history}.
 */
public final class LoyaltyLedger {

    private static final int EXPIRIES = 100;

    private final Workspace workspace;
    private final LedgerDesk desk;

    LoyaltyLedger(Workspace workspace, LedgerDesk desk) {
        this.workspace = workspace;
        this.desk = desk;
    }

    /** A page of the ledger, the newest entry first. */
    public LedgerPage entries(LoyaltyAccountId id, LedgerPageRequest request) {
        return workspace.reading(unit -> {
            LedgerPage page = accounts(unit).entries(id, request);
            if (page.lines().isEmpty()) {
                known(unit, id);
            }
            return page;
        });
    }

    /** Everything that happened to an account, oldest first; empty if it does not exist. */
    public List<LoyaltyEvent> history(LoyaltyAccountId id) {
        return workspace.reading(unit -> accounts(unit).history(id));
    }

    /** The first lots of each phase that have points left, free or held, by {@link LotPlace}. */
    public List<Lot> openLots(LoyaltyAccountId id, int limit) {
        return settled(id, unit -> accounts(unit).firstLots(id, limit));
    }

    /** The holds that are open, the oldest first. */
    public List<Hold> openHolds(LoyaltyAccountId id) {
        return settled(id, unit -> known(unit, id).holds());
    }

    /**
     * The balances as they were at an instant, its own entries included: what {@link LoyaltyAccounts#balances} said, or
     * would have said, then. By index; costs the same however long the ledger is.
     *
     * @param at not in the future
     */
    public Balances balancesAt(LoyaltyAccountId id, Instant at) {
        requirePast("at", at);
        return settled(id, unit -> before(unit, id, at.plus(1, ChronoUnit.MICROS)));
    }

    /**
     * What happened in a period. The balances at its ends are found by index; costs as much as the period has entries.
     *
     * @param from inclusive
     * @param until exclusive, not before from and not in the future
     */
    public Statement statement(LoyaltyAccountId id, Instant from, Instant until) {
        requirePast("until", until);
        Require.that(!until.isBefore(from), "until", "is before from", "give the end of the period");
        return settled(
                id,
                unit -> new Statement(
                        id,
                        from,
                        until,
                        before(unit, id, from),
                        accounts(unit).entriesBetween(id, from, until),
                        before(unit, id, until),
                        nextExpiries(unit, id)));
    }

    /** What expires next, the soonest first. */
    public List<PointsExpiring> nextExpiries(LoyaltyAccountId id) {
        return settled(id, unit -> nextExpiries(unit, id));
    }

    /**
     * Accounts with points that expire soon, those with the soonest first.
     *
     * @param until how far to look ahead, inclusive
     * @param limit how many accounts at most
     */
    public List<ExpiringAccount> expiringSoon(ProgramId program, Instant until, int limit) {
        Instant now = workspace.now();
        return workspace.reading(unit -> accounts(unit).expiring(program, now, until, limit));
    }

    /**
     * Computes the account anew from its entries and says what is stored otherwise. Reads the whole ledger of the
     * account, which nothing else changes meanwhile.
     */
    public Verification verify(LoyaltyAccountId id) {
        return workspace.inTransaction(unit -> {
            LoyaltyRepository accounts = accounts(unit);
            LoyaltyAccount stored = accounts.lock(id, Optional.empty(), 1)
                    .map(LockedAccount::account)
                    .orElseThrow(() -> new NotFoundException(id));
            return Auditor.verify(accounts.history(id), stored, accounts.allLots(id), accounts.movements(id));
        });
    }

    private <R> R settled(LoyaltyAccountId id, Function<UnitOfWork, R> work) {
        if (workspace.reading(unit -> known(unit, id)).due(workspace.now())) {
            desk.settle(id);
        }
        return workspace.reading(work);
    }

    private void requirePast(String field, Instant instant) {
        Require.that(!instant.isAfter(workspace.now()), field, "is in the future", "ask for what has been");
    }

    private static Balances before(UnitOfWork unit, LoyaltyAccountId id, Instant instant) {
        return accounts(unit)
                .lastBefore(id, instant)
                .map(line -> line.entry().posting().after())
                .orElse(Balances.ZERO);
    }

    private static List<PointsExpiring> nextExpiries(UnitOfWork unit, LoyaltyAccountId id) {
        LoyaltyAccount account = known(unit, id);
        Map<Instant, Long> points = new TreeMap<>();
        for (Lot lot : accounts(unit).firstLots(id, EXPIRIES)) {
            Optional<Instant> end =
                    lot.terms().sliding() ? account.slidesUntil() : lot.terms().expiresAt();
            end.filter(unused -> lot.usable()).ifPresent(at -> points.merge(at, lot.remaining(), Math::addExact));
        }
        return points.entrySet().stream()
                .map(entry -> new PointsExpiring(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static LoyaltyAccount known(UnitOfWork unit, LoyaltyAccountId id) {
        return accounts(unit).find(id).orElseThrow(() -> new NotFoundException(id));
    }

    private static LoyaltyRepository accounts(UnitOfWork unit) {
        return unit.repository(LoyaltyRepository.class);
    }
}

package io.rapport.crm.loyalty;

import io.rapport.crm.event.History;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An account with its lots and holds while one command works on it. Every change is an entry that is posted here, and
 * account, lots and holds follow from the entries alone. Used once.
 */
final class AccountBook {

    private final LotShelf lots;
    private final NavigableMap<Long, Hold> holds = new TreeMap<>();
    private final ProgramVersion rules;
    private final Instant now;
    private final List<LoyaltyEvent> changes = new ArrayList<>();
    private LoyaltyAccount account;
    private Optional<LedgerCommand> command = Optional.empty();
    private long commandStart;

    AccountBook(LoyaltyAccount account, ProgramVersion rules, LotShelf lots, Instant now) {
        this.account = account;
        changes.addAll(account.changes());
        this.rules = rules;
        this.lots = lots;
        this.now = now;
        account.holds().forEach(hold -> holds.put(hold.number(), hold));
    }

    /** The book that a whole history makes. */
    static AccountBook replay(List<LoyaltyEvent> history) {
        return History.fold(
                history,
                LoyaltyEvent.Enrolled.class,
                enrolled -> new AccountBook(
                        LoyaltyAccount.started(enrolled),
                        ProgramVersion.undefined(enrolled.program()),
                        new LotShelf(enrolled.account()),
                        enrolled.at()),
                AccountBook::replayed);
    }

    private AccountBook replayed(LoyaltyEvent event) {
        if (!(event instanceof LedgerEntry entry)) {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " cannot follow an enrolment");
        }
        accept(entry);
        return this;
    }

    /** The account with its new entries, told what is held and when its next event is. */
    LoyaltyAccount account() {
        return account.with(List.copyOf(holds.values()), nextEventAt(), changes);
    }

    Balances balances() {
        return account.balances();
    }

    Optional<Instant> slidesUntil() {
        return account.slidesUntil();
    }

    LoyaltyAccountId id() {
        return account.id();
    }

    LotShelf lots() {
        return lots;
    }

    Program program() {
        return rules.program();
    }

    int programVersion() {
        return rules.number();
    }

    Instant now() {
        return now;
    }

    Optional<Hold> hold(long number) {
        return Optional.ofNullable(holds.get(number));
    }

    /** The holds whose time is over at an instant, the oldest first. */
    List<Hold> endedHolds(Instant at) {
        return holds.values().stream()
                .filter(hold -> !hold.expiresAt().isAfter(at))
                .toList();
    }

    /** When the next points become active or expire, or the next hold ends. */
    Optional<Instant> nextEventAt() {
        Optional<Instant> ofHolds = holds.values().stream().map(Hold::expiresAt).min(Instant::compareTo);
        Optional<Instant> ofLots = Instants.earliest(lots.nextActivation(), lots.nextExpiry(account.slidesUntil()));
        return Instants.earliest(ofHolds, ofLots);
    }

    /** From here on entries are the command's. */
    void begin(LedgerCommand asked) {
        command = Optional.of(asked);
        commandStart = account.version();
    }

    /** Whether the command gives points of a redemption back, which is not to be redeemed again at once. */
    boolean restores() {
        return command.filter(RestorePoints.class::isInstance).isPresent();
    }

    /** Posts an entry that takes effect now. */
    void post(Function<Posting, LedgerEntry> entry) {
        post(now, entry);
    }

    /**
     * Posts an entry.
     *
     * @throws InvalidInputException if more points would be counted than can be
     */
    void post(Instant at, Function<Posting, LedgerEntry> entry) {
        Instant booked = Instants.latest(at, account.lastEntryAt());
        LedgerEntry draft = entry.apply(posting(booked, account.balances(), account.slidesUntil()));
        try {
            Balances after = account.balances().plus(draft.effect());
            Optional<Instant> slid = Sliding.after(account.slidesUntil(), draft, rules.program());
            LedgerEntry posted = entry.apply(posting(booked, after, slid));
            accept(posted);
            changes.add(posted);
        } catch (ArithmeticException tooMany) {
            throw new InvalidInputException(
                    "points",
                    "are " + draft.points() + " and more than the account can still count",
                    "move at most " + room());
        }
    }

    /** This book, once all lots were read that tell when the next event is. */
    AccountBook closed() {
        account();
        return this;
    }

    /** What was done, for the store. */
    AccountChange change() {
        return new AccountChange(account(), lots.touched());
    }

    /** The entries of the command, with their places in history. */
    List<LedgerLine> commandLines() {
        return LedgerLine.of(account(), commandStart);
    }

    private long room() {
        return Long.MAX_VALUE
                - Math.max(account.balances().available(), account.totals().earned());
    }

    private Posting posting(Instant at, Balances after, Optional<Instant> slidesUntil) {
        return new Posting(
                command.map(LedgerCommand::key),
                command.map(LedgerCommand::payload),
                command.flatMap(LedgerCommand::cause),
                command.map(LedgerCommand::actor).orElse(Actor.SYSTEM),
                at,
                now,
                after,
                slidesUntil);
    }

    private void accept(LedgerEntry entry) {
        account = account.after(entry);
        lots.apply(account.version(), entry);
        if (entry instanceof LoyaltyEvent.Reserved reserved) {
            keep(new Hold(account.version(), reserved.expiresAt(), reserved.programVersion(), reserved.allocations()));
        } else if (entry instanceof LoyaltyEvent.Committed committed) {
            release(committed.hold(), committed.allocations());
        } else if (entry instanceof LoyaltyEvent.Voided voided) {
            release(voided.hold(), voided.allocations());
        }
    }

    private void release(long number, List<Allocation> taken) {
        hold(number).map(hold -> hold.without(taken)).ifPresent(this::keep);
    }

    private void keep(Hold hold) {
        if (hold.allocations().isEmpty()) {
            holds.remove(hold.number());
        } else {
            holds.put(hold.number(), hold);
        }
    }
}

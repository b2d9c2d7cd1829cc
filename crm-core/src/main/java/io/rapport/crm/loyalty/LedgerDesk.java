package io.rapport.crm.loyalty;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.store.CommandLog;
import io.rapport.crm.store.CommandRecord;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Carries out commands: each once, on a locked account that is settled first, and written with its key. */
final class LedgerDesk {

    private static final int PAGE = 100;

    private final Workspace workspace;

    LedgerDesk(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What a command does to a book. */
    interface Work {
        void on(AccountBook book, LoyaltyRepository accounts);
    }

    private record Transfer(AccountBook from, AccountBook to) {}

    /** The entries of a command: those that it makes now, or made the first time. */
    List<LedgerLine> once(LedgerCommand command, Work work) {
        return onceIn(command, unit -> work);
    }

    /** The same for work that needs more of the unit of work, and may turn out to have nothing to do. */
    List<LedgerLine> onceIn(LedgerCommand command, Function<UnitOfWork, Work> work) {
        workspace.valid(command);
        return workspace.inTransaction(unit -> {
            LoyaltyRepository accounts = accounts(unit);
            LockedAccount locked = lock(accounts, command.account(), Optional.of(command.key()));
            return locked.earlier()
                    .map(first -> repeated(accounts, first.confirm(command.payload())))
                    .orElseGet(() -> done(unit, command, locked, work.apply(unit)));
        });
    }

    /** Both accounts are locked in the order of their ids, so that two transfers never wait for each other. */
    List<LedgerLine> transfer(TransferPoints command) {
        workspace.valid(command);
        return workspace.inTransaction(unit -> {
            LoyaltyRepository accounts = accounts(unit);
            boolean toFirst = command.to().value().compareTo(command.account().value()) < 0;
            Optional<LockedAccount> early =
                    toFirst ? Optional.of(lock(accounts, command.to(), Optional.empty())) : Optional.empty();
            LockedAccount from = lock(accounts, command.account(), Optional.of(command.key()));
            LockedAccount to = early.orElseGet(() -> lock(accounts, command.to(), Optional.empty()));
            return from.earlier()
                    .map(first -> repeated(accounts, first.confirm(command.payload())))
                    .orElseGet(() -> transferred(unit, command, from, to));
        });
    }

    /** Does what fell due on an account, and tells whether anything had. */
    boolean settle(LoyaltyAccountId id) {
        return workspace.inTransaction(unit -> {
            LoyaltyRepository accounts = accounts(unit);
            LockedAccount locked = lock(accounts, id, Optional.empty());
            Instant now = workspace.now();
            if (!locked.account().due(now)) {
                return false;
            }
            LotReading lots = new LotReading(accounts, locked);
            accounts.save(
                    lots.untilEnough(() -> {
                        AccountBook book = lots.book(id, now);
                        Settling.settle(book);
                        return book.change();
                    }),
                    Optional.empty());
            return true;
        });
    }

    /** Accounts that fell due, each in a unit of work of its own, in the order of their ids. */
    int sweep(Instant until, int limit) {
        Require.that(!until.isAfter(workspace.now()), "until", "is in the future", "sweep what has fallen due");
        Require.positive("limit", limit);
        List<LoyaltyAccountId> due = workspace.reading(unit -> accounts(unit).due(until, limit)).stream()
                .sorted(Comparator.comparing(LoyaltyAccountId::value))
                .toList();
        int settled = 0;
        for (LoyaltyAccountId id : due) {
            settled += settle(id) ? 1 : 0;
        }
        return settled;
    }

    private List<LedgerLine> done(UnitOfWork unit, LedgerCommand command, LockedAccount locked, Work work) {
        LoyaltyRepository accounts = accounts(unit);
        Instant now = workspace.now();
        LotReading lots = new LotReading(accounts, locked);
        return saved(unit, command, lots.untilEnough(() -> {
            AccountBook book = lots.book(command.account(), now);
            Settling.settle(book);
            book.begin(command);
            work.on(book, accounts);
            Settling.conclude(book);
            return book.closed();
        }));
    }

    private List<LedgerLine> transferred(
            UnitOfWork unit, TransferPoints command, LockedAccount from, LockedAccount to) {
        LoyaltyRepository accounts = accounts(unit);
        Instant now = workspace.now();
        LotReading lots = new LotReading(accounts, from, to);
        Transfer transfer = lots.untilEnough(() -> {
            AccountBook giver = lots.book(command.account(), now);
            AccountBook taker = lots.book(command.to(), now);
            Transfers.transfer(giver, taker, command);
            return new Transfer(giver.closed(), taker.closed());
        });
        accounts.save(transfer.to().change(), Optional.empty());
        return saved(unit, command, transfer.from());
    }

    private static List<LedgerLine> saved(UnitOfWork unit, LedgerCommand command, AccountBook book) {
        LoyaltyRepository accounts = accounts(unit);
        List<LedgerLine> lines = book.commandLines();
        if (lines.isEmpty()) {
            accounts.save(book.change(), Optional.empty());
            unit.repository(CommandLog.class).add(record(command, book.account().version() + 1));
            return lines;
        }
        accounts.save(book.change(), Optional.of(record(command, lines.get(0).sequence())));
        return lines;
    }

    private static CommandRecord record(LedgerCommand command, long sequence) {
        return new CommandRecord(
                command.key(), command.payload(), command.account().value(), sequence);
    }

    /** A command's entries stand together: what it set off has its key too. */
    private static List<LedgerLine> repeated(LoyaltyRepository accounts, CommandRecord first) {
        LoyaltyAccountId id = new LoyaltyAccountId(first.aggregate());
        ImmutableList.Builder<LedgerLine> lines = ImmutableList.builder();
        long next = first.sequence();
        boolean more = true;
        while (more) {
            List<LedgerLine> its = accounts.entriesFrom(id, next, PAGE).stream()
                    .takeWhile(line ->
                            line.entry().key().filter(first.key()::equals).isPresent())
                    .toList();
            lines.addAll(its);
            next += PAGE;
            more = its.size() == PAGE;
        }
        return lines.build();
    }

    private static LockedAccount lock(LoyaltyRepository accounts, LoyaltyAccountId id, Optional<CommandKey> key) {
        return accounts.lock(id, key, LotReading.FIRST_LOTS).orElseThrow(() -> new NotFoundException(id));
    }

    private static LoyaltyRepository accounts(UnitOfWork unit) {
        return unit.repository(LoyaltyRepository.class);
    }
}

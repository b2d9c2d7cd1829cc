package io.rapport.crm.loyalty;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.store.IdempotencyConflictException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accounts of one program for a test, without any store: books only, and what their entries make of them. */
final class Till {

    private record Done(String payload, Receipt receipt) {}

    private record Kept(LoyaltyAccount account, Map<Long, Lot> lots, List<LoyaltyEvent> history) {}

    private final Map<LoyaltyAccountId, Kept> kept = new HashMap<>();
    private final Map<CommandKey, Done> done = new HashMap<>();
    private ProgramVersion rules;
    private Optional<EarningRule> rule = Optional.empty();

    Till(ProgramVersion rules) {
        this.rules = rules;
    }

    void earningBy(EarningRule next) {
        rule = Optional.of(next);
    }

    void change(ProgramVersion next) {
        rules = next;
    }

    LoyaltyAccountId enrol(LoyaltyAccountId id, EnrolCustomer command, Instant now) {
        LoyaltyAccount account = LoyaltyAccount.enrol(id, command, now);
        kept.put(id, new Kept(account.saved(), Map.of(), account.changes()));
        return id;
    }

    LoyaltyAccount account(LoyaltyAccountId id) {
        return of(id).account();
    }

    Collection<Lot> lots(LoyaltyAccountId id) {
        return of(id).lots().values();
    }

    List<Hold> holds(LoyaltyAccountId id) {
        return of(id).account().holds();
    }

    List<LoyaltyEvent> history(LoyaltyAccountId id) {
        return of(id).history();
    }

    /** The places of the entries that expired points. */
    List<Long> expiries(LoyaltyAccountId id) {
        return lines(id).stream()
                .filter(line -> line.entry().kind() == EntryKind.EXPIRE)
                .map(LedgerLine::sequence)
                .toList();
    }

    void settle(LoyaltyAccountId id, Instant now) {
        AccountBook book = book(id, now);
        Settling.settle(book);
        keep(book);
    }

    /** Carries out a command once. */
    Receipt run(LedgerCommand command, Instant now) {
        Done first = done.get(command.key());
        if (first != null) {
            if (!first.payload().equals(command.payload())) {
                throw new IdempotencyConflictException(command.key());
            }
            return first.receipt();
        }
        Receipt receipt = command instanceof TransferPoints transfer ? moved(transfer, now) : alone(command, now);
        done.put(command.key(), new Done(command.payload(), receipt));
        return receipt;
    }

    private Receipt moved(TransferPoints command, Instant now) {
        AccountBook from = book(command.account(), now);
        AccountBook to = book(command.to(), now);
        Transfers.transfer(from, to, command);
        keep(to);
        return keep(from, command);
    }

    private Receipt alone(LedgerCommand command, Instant now) {
        AccountBook book = book(command.account(), now);
        Settling.settle(book);
        book.begin(command);
        work(book, command);
        Settling.conclude(book);
        return keep(book, command);
    }

    private void work(AccountBook book, LedgerCommand command) {
        if (command instanceof EarnPoints earn) {
            Credits.earn(book, earn);
        } else if (command instanceof RedeemPoints redeem) {
            Debits.redeem(book, redeem.points());
        } else if (command instanceof RedeemUpTo redeem) {
            Debits.redeemUpTo(book, redeem.most().points());
        } else if (command instanceof ReservePoints reserve) {
            Debits.reserve(book, reserve);
        } else if (command instanceof CommitHold commit) {
            Debits.commit(book, commit);
        } else if (command instanceof VoidHold end) {
            Debits.voidHold(book, end);
        } else if (command instanceof RefundOrder refund) {
            Refunds.refund(book, refund, rule);
        } else if (command instanceof ActivatePoints activate) {
            Credits.activate(book, activate);
        } else if (command instanceof RestorePoints restore) {
            LoyaltyAccountId id = restore.account();
            Restores.restore(
                    book,
                    restore,
                    entry(id, restore.redemption()).orElseThrow(Till::noEntry),
                    back(id, restore.redemption()));
        } else if (command instanceof ReinstatePoints reinstate) {
            LoyaltyAccountId id = reinstate.account();
            Restores.reinstate(book, reinstate, entry(id, reinstate.expiry()), back(id, reinstate.expiry()));
        } else if (command instanceof AdjustPoints adjust && adjust.points() > 0) {
            Credits.adjustUp(book, adjust.points());
        } else if (command instanceof AdjustPoints adjust) {
            Debits.adjustDown(book, -adjust.points());
        } else {
            throw new IllegalArgumentException(command.toString());
        }
    }

    private Optional<LedgerEntry> entry(LoyaltyAccountId id, long sequence) {
        LoyaltyEvent event = history(id).get((int) sequence - 1);
        return event instanceof LedgerEntry entry ? Optional.of(entry) : Optional.empty();
    }

    private static InvalidInputException noEntry() {
        return new InvalidInputException("redemption", "is no entry", "name the entry of a redemption");
    }

    /** How many points that an entry took have come back. */
    private long back(LoyaltyAccountId id, long sequence) {
        return lines(id).stream()
                .flatMap(line -> LotMovement.of(line).stream())
                .filter(movement -> movement.redemption()
                        .filter(Long.valueOf(sequence)::equals)
                        .isPresent())
                .mapToLong(LotMovement::points)
                .sum();
    }

    private List<LedgerLine> lines(LoyaltyAccountId id) {
        List<LedgerLine> lines = new ArrayList<>();
        for (LoyaltyEvent event : history(id)) {
            long sequence = lines.size() + 2L;
            if (event instanceof LedgerEntry entry) {
                lines.add(new LedgerLine(id, sequence, entry));
            }
        }
        return lines;
    }

    private Receipt keep(AccountBook book, LedgerCommand command) {
        Receipt receipt = Receipt.of(book.commandLines(), command.key());
        keep(book);
        return receipt;
    }

    private void keep(AccountBook book) {
        List<LoyaltyEvent> history = new ArrayList<>(history(book.id()));
        history.addAll(book.account().changes());
        kept.put(book.id(), new Kept(book.account().saved(), book.lots().all(), List.copyOf(history)));
    }

    private AccountBook book(LoyaltyAccountId id, Instant now) {
        Kept found = of(id);
        LotShelf lots = new LotShelf(id).with(found.lots().values()).complete(Commands.ORDERS);
        return new AccountBook(found.account(), rules, lots, now);
    }

    private Kept of(LoyaltyAccountId id) {
        Kept found = kept.get(id);
        if (found == null) {
            throw new IllegalArgumentException(id + " is not enrolled");
        }
        return found;
    }
}

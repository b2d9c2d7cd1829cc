package io.rapport.crm.loyalty;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.loyalty.earning.EarningRecord;
import io.rapport.crm.loyalty.earning.EarningRules;
import io.rapport.crm.store.Definition;
import io.rapport.crm.store.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Refunds of points that the rules of a program computed: what the rest would have earned by the same version of them. */
final class RuleRefunds {

    private RuleRefunds() {}

    /** Where it is only known how much was refunded in all. */
    static LedgerDesk.Work of(UnitOfWork unit, RefundOrder command) {
        return (book, accounts) -> Refunds.refund(
                book,
                command,
                (lot, left) -> record(accounts, book.id(), lot)
                        .map(record -> rules(unit, book, lot).kept(record, left))
                        .orElseGet(() -> Refunds.share(lot, left, book.program())));
    }

    /** Where it is known which lines were refunded. */
    static LedgerDesk.Work of(UnitOfWork unit, RefundLines command) {
        return (book, accounts) -> {
            List<Lot> lots = book.lots().ofOrder(command.order());
            Optional<EarningRecord> record =
                    lots.size() == 1 ? record(accounts, book.id(), lots.get(0)) : Optional.empty();
            List<Long> left = left(
                    record.orElseThrow(() -> new InvalidInputException(
                            "order", "was not earned by rules, and once", "tell how much of it was refunded in all")),
                    command);
            long refunded = lots.get(0).terms().basis()
                    - left.stream().mapToLong(Long::longValue).sum();
            Refunds.refund(
                    book,
                    RefundOrder.part(command.account(), command.order(), refunded, command.key()),
                    (lot, unused) -> rules(unit, book, lot).kept(record.orElseThrow(), left));
        };
    }

    private static List<Long> left(EarningRecord record, RefundLines command) {
        List<Long> left = new ArrayList<>(record.worths());
        for (LineRefund line : command.lines()) {
            Require.that(line.line() < left.size(), "line", "is not in the order", "count lines from 0");
            long rest = left.get(line.line()) - line.refundedSoFar();
            Require.that(
                    rest >= 0, "refundedSoFar", "is " + -rest + " more than was paid", "refund at most what was paid");
            left.set(line.line(), rest);
        }
        return left;
    }

    private static Optional<EarningRecord> record(LoyaltyRepository accounts, LoyaltyAccountId id, Lot lot) {
        return accounts.entry(id, lot.number())
                .filter(LoyaltyEvent.Earned.class::isInstance)
                .flatMap(entry -> ((LoyaltyEvent.Earned) entry).byRules());
    }

    private static EarningRules rules(UnitOfWork unit, AccountBook book, Lot lot) {
        int version = lot.terms().ruleVersion();
        Optional<Program> program = version == book.programVersion()
                ? Optional.of(book.program())
                : unit.repository(ProgramRepository.class)
                        .find(book.account().program().value(), version)
                        .map(Definition::content);
        return program.flatMap(Program::earning)
                .orElseThrow(() -> new IllegalStateException("version " + version + " has no earning rules"));
    }
}

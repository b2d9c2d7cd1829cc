package io.rapport.crm.loyalty;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.loyalty.earning.EarningActivity;
import io.rapport.crm.loyalty.earning.EarningResult;
import io.rapport.crm.store.Workspace;
import java.util.Optional;

/**
 * Points by the rules of programs. The rules are those of the program's version that holds now; the entry remembers the
 * version and what the points were earned on, so that a refund asks the same rules again. With caps, what was earned
 * since the longest of their periods began is read in one query; with a tier multiplier, what {@link LoyaltyTiers} says is.
 * Thread-safe outside a transaction.
 *
 * <p>Every method throws {@link NotFoundException} if the account is unknown, and {@link InvalidInputException} for
 * {@code "program"} if it has no earning rules.
 */
public final class LoyaltyEarning {

    private final Workspace workspace;
    private final LedgerDesk desk;

    LoyaltyEarning(Workspace workspace, LedgerDesk desk) {
        this.workspace = workspace;
        this.desk = desk;
    }

    /** What an activity would earn now, and why; nothing is written. */
    public EarningResult preview(LoyaltyAccountId id, EarningActivity activity) {
        return workspace.reading(unit -> {
            LoyaltyRepository accounts = unit.repository(LoyaltyRepository.class);
            LoyaltyAccount account = accounts.find(id).orElseThrow(() -> new NotFoundException(id));
            ProgramVersion rules = unit.repository(ProgramRepository.class)
                    .latest(account.program().value())
                    .map(ProgramVersion::of)
                    .orElseGet(() -> ProgramVersion.undefined(account.program()));
            LockedAccount read = new LockedAccount(
                    account,
                    rules,
                    Optional.empty(),
                    accounts.openLots(id, LotReading.FIRST_LOTS),
                    LotReading.FIRST_LOTS);
            LotReading lots = new LotReading(accounts, read);
            return lots.untilEnough(() -> {
                AccountBook book = lots.book(id, workspace.now());
                Settling.settle(book);
                return RuleEarnings.evaluate(book, accounts, activity, book.now());
            });
        });
    }

    /**
     * Adds what an activity earns, which may be nothing. Other commands on the account wait, so that a cap is never
     * exceeded however many threads earn at once.
     */
    public RuleEarning earn(EarnByRules command) {
        return RuleEarning.of(
                desk.onceIn(command, unit -> (book, accounts) -> RuleEarnings.earn(book, accounts, command)), command);
    }

    /**
     * Takes back what an order would not have earned without the lines that were refunded. A refund of which the lines
     * are not known is told to {@link LoyaltyAccounts#refund(RefundOrder)}.
     *
     * @throws InvalidInputException naming {@code "order"} if it was not earned by rules, or more than once;
     *     {@code "line"} or {@code "refundedSoFar"} if more is refunded than there was
     * @throws InsufficientPointsException if points were spent and the program rejects such refunds
     */
    public Refund refund(RefundLines command) {
        return Refund.of(desk.onceIn(command, unit -> RuleRefunds.of(unit, command)), command.key());
    }
}

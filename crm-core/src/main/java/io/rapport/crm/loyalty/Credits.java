package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import io.rapport.crm.loyalty.earning.EarningRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What adds points to an account. */
final class Credits {

    private Credits() {}

    static void earn(AccountBook book, EarnPoints command) {
        earn(book, command, Optional.empty());
    }

    static void earn(AccountBook book, EarnPoints command, Optional<EarningRecord> byRules) {
        EarnTerms asked = command.terms();
        Instant since = asked.effectiveAt().orElse(book.now());
        Require.that(!since.isAfter(book.now()), "effectiveAt", "is in the future", "earn points once they count");
        Program program = book.program();
        boolean sliding = program.expiry().slides() && asked.expiresAt().isEmpty();
        LotTerms terms = new LotTerms(
                since,
                program.activatesAt(since),
                asked.expiresAt().or(() -> program.expiresAt(since)),
                sliding,
                program.costPerPoint(),
                asked.qualifying(),
                asked.ruleVersion() == 0 ? book.programVersion() : asked.ruleVersion(),
                asked.basis(),
                asked.order());
        boolean pending = terms.activatesAt().isAfter(book.now());
        book.post(posting -> new LoyaltyEvent.Earned(command.points(), terms, pending, posting, byRules));
    }

    static void adjustUp(AccountBook book, long points) {
        LotTerms terms = fresh(book, book.program().costPerPoint());
        book.post(posting -> new LoyaltyEvent.Adjusted(points, List.of(), Optional.of(terms), posting));
    }

    /** Takes what another account gave: a lot for each lot that it came from. */
    static void transferIn(AccountBook book, AccountBook from, List<Allocation> given) {
        for (Allocation part : given) {
            LotTerms origin = from.lots().lot(part.lot()).terms();
            Optional<Instant> expiresAt = origin.sliding() ? from.slidesUntil() : origin.expiresAt();
            LotTerms terms = origin.movedOn(book.now(), expiresAt);
            book.post(posting -> new LoyaltyEvent.TransferredIn(part.points(), from.id(), terms, posting));
        }
    }

    /** Lets the pending points of an order become active. */
    static void activate(AccountBook book, ActivatePoints command) {
        List<Allocation> pending = book.lots().ofOrder(command.order()).stream()
                .filter(lot -> lot.phase() == LotPhase.PENDING)
                .map(lot -> new Allocation(lot.number(), lot.remaining()))
                .toList();
        Require.that(
                !pending.isEmpty(), "order", "has no pending points", "name the order under which they were earned");
        book.post(posting -> new LoyaltyEvent.Activated(Allocation.sum(pending), pending, posting));
    }

    /** Terms as for points that are earned now on nothing, and active at once. */
    static LotTerms fresh(AccountBook book, BigDecimal cost) {
        Instant now = book.now();
        Program program = book.program();
        return new LotTerms(
                now,
                now,
                program.expiresAt(now),
                program.expiry().slides(),
                cost,
                false,
                book.programVersion(),
                0,
                Optional.empty());
    }
}

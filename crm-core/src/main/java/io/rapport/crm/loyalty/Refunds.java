package io.rapport.crm.loyalty;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a refund takes back: for each lot of the order {@code earned - earn(version, basis - refunded so far)}, less what
 * was claimed before. Because it counts from the beginning each time, it makes no difference how a refund is split. Where
 * an order earned several lots, the basis of the latest is refunded first.
 */
final class Refunds {

    private Refunds() {}

    /** What is left of a lot's points when a part of its basis is. */
    interface Kept {
        long points(Lot lot, long left);
    }

    static void refund(AccountBook book, RefundOrder command, Optional<EarningRule> rule) {
        Program program = book.program();
        refund(
                book,
                command,
                (lot, left) -> rule.map(given -> given.points(lot.terms().ruleVersion(), left))
                        .orElseGet(() -> share(lot, left, program)));
    }

    static void refund(AccountBook book, RefundOrder command, Kept kept) {
        List<Lot> lots = book.lots().ofOrder(command.order());
        Require.that(!lots.isEmpty(), "order", "earned no points", "name the order under which they were earned");
        List<Allocation> claims = claims(lots, command, kept);
        long claimed = Allocation.sum(claims);
        long left = claimed;
        ImmutableList.Builder<Allocation> found = ImmutableList.builder();
        long fromPending = 0;
        for (boolean pending : new boolean[] {true, false}) {
            for (Lot lot : lots) {
                long part = lot.pending() == pending ? Math.min(left, lot.remaining()) : 0;
                if (part > 0) {
                    found.add(new Allocation(lot.number(), part));
                    fromPending += pending ? part : 0;
                    left -= part;
                }
            }
        }
        List<Allocation> own = found.build();
        List<Allocation> others = ofOthers(book, own, left, fromPending);
        left -= Allocation.sum(others);
        List<Allocation> all =
                ImmutableList.<Allocation>builder().addAll(own).addAll(others).build();
        post(book, command.order(), claims, all, fromPending, left);
    }

    private static void post(
            AccountBook book,
            String order,
            List<Allocation> claims,
            List<Allocation> found,
            long fromPending,
            long missing) {
        ClawbackPolicy policy = book.program().clawback();
        long points = Allocation.sum(found);
        if (missing > 0 && policy.kind() == ClawbackPolicy.Kind.REJECT) {
            throw new InsufficientPointsException(book.id(), points, Math.addExact(points, missing));
        }
        book.post(posting -> new LoyaltyEvent.Reversed(points, order, claims, found, fromPending, posting));
        long owed = Math.min(
                missing, Math.max(0, policy.debtLimit() - book.balances().debt()));
        if (owed > 0) {
            book.post(posting -> new LoyaltyEvent.DebtIncurred(owed, posting));
        }
        if (missing > owed) {
            book.post(posting -> new LoyaltyEvent.WrittenOff(missing - owed, posting));
        }
    }

    /** Points of lots that the order did not earn, those that expire soonest first. */
    private static List<Allocation> ofOthers(AccountBook book, List<Allocation> own, long wanted, long fromPending) {
        long ownActive = Allocation.sum(own) - fromPending;
        long points = Math.min(wanted, book.balances().available() - ownActive);
        if (points == 0) {
            return List.of();
        }
        return Allocations.first(
                Allocations.minus(book.lots().soonestExpiring(points + ownActive, book.slidesUntil()), own), points);
    }

    private static List<Allocation> claims(List<Lot> lots, RefundOrder command, Kept kept) {
        ImmutableList.Builder<Allocation> claims = ImmutableList.builder();
        long refunded = command.refundedSoFar();
        for (Lot lot : Lists.reverse(lots)) {
            long ofLot = Math.min(refunded, lot.terms().basis());
            refunded -= ofLot;
            long target = command.whole() ? lot.original() : target(lot, ofLot, kept);
            if (target > lot.clawed()) {
                claims.add(new Allocation(lot.number(), target - lot.clawed()));
            }
        }
        if (refunded > 0 && !command.whole()) {
            throw new InvalidInputException(
                    "refundedSoFar",
                    "is " + refunded + " more than the basis on which the order earned points",
                    "refund at most what was paid, or the whole order");
        }
        return claims.build();
    }

    /** How many points of a lot are to be taken back in all. */
    private static long target(Lot lot, long refunded, Kept kept) {
        if (refunded == 0) {
            return 0;
        }
        long left = lot.terms().basis() - refunded;
        return Math.max(0, lot.original() - Math.max(0, kept.points(lot, left)));
    }

    /** Without a rule to ask: the same share of the points as of the basis. */
    static long share(Lot lot, long left, Program program) {
        return BigDecimal.valueOf(lot.original())
                .multiply(BigDecimal.valueOf(left))
                .divide(BigDecimal.valueOf(lot.terms().basis()), 0, program.rounding())
                .longValueExact();
    }
}

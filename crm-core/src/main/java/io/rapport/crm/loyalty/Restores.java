package io.rapport.crm.loyalty;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How points come back: those of a cancelled redemption to the lots that they were taken from, the last taken first, and
 * those that expired to new ones.
 */
final class Restores {

    private Restores() {}

    /**
     * Restores points.
     *
     * @param redemption the entry that took them
     * @param before how many of them came back before
     */
    static void restore(AccountBook book, RestorePoints command, LedgerEntry redemption, long before) {
        boolean redeemed = redemption.kind() == EntryKind.REDEEM || redemption.kind() == EntryKind.COMMIT;
        Require.that(redeemed, "redemption", "is an entry that redeemed nothing", "name the entry of a redemption");
        back(book, command.redemption(), part(book, redemption, before, command.points()));
    }

    /**
     * Reinstates points.
     *
     * @param entry what the command names
     * @param before how many points of it came back before
     */
    static void reinstate(AccountBook book, ReinstatePoints command, Optional<LedgerEntry> entry, long before) {
        LedgerEntry expiry = entry.filter(known -> known.kind() == EntryKind.EXPIRE)
                .orElseThrow(() -> new InvalidInputException(
                        "expiry", "is no entry that expired points", "name the entry of an expiry"));
        requireInWindow(book, expiry.at());
        for (Allocation part : part(book, expiry, before, command.points())) {
            LotTerms terms =
                    Credits.fresh(book, book.lots().lot(part.lot()).terms().costPerPoint());
            book.post(posting -> new LoyaltyEvent.Reinstated(part.points(), command.expiry(), terms, posting));
        }
    }

    private static void requireInWindow(AccountBook book, Instant expired) {
        Program program = book.program();
        LocalDate last = expired.atZone(program.zone()).toLocalDate().plusDays(program.reinstatementDays());
        boolean open = program.reinstatementDays() > 0
                && !book.now().atZone(program.zone()).toLocalDate().isAfter(last);
        Require.that(
                open,
                "expiry",
                "is no longer, or never was, in the " + program.reinstatementDays() + " days of reinstatement",
                "adjust the points if they are to come back after all");
    }

    /** What of the points that an entry took is to come back, those of the last lot first. */
    private static List<Allocation> part(AccountBook book, LedgerEntry taking, long before, long asked) {
        long most = taking.points() - before;
        long points = asked == 0 ? most : asked;
        if (points > most || points == 0) {
            throw new InvalidInputException(
                    "points", "are " + points + " and " + most + " can still come back", "ask for at most those");
        }
        List<Allocation> back = Allocations.last(taking.allocations(), before, points);
        book.lots().require(back);
        return back;
    }

    private static void back(AccountBook book, long redemption, List<Allocation> back) {
        RestorePolicy policy = book.program().restore();
        ImmutableList.Builder<Allocation> same = ImmutableList.builder();
        ImmutableList.Builder<Allocation> late = ImmutableList.builder();
        for (Allocation part : back) {
            boolean gone = expired(book, part) && policy.kind() != RestorePolicy.Kind.FORFEIT;
            (gone ? late : same).add(part);
        }
        List<Allocation> toSame = same.build();
        if (!toSame.isEmpty()) {
            book.post(posting ->
                    new LoyaltyEvent.Restored(Allocation.sum(toSame), redemption, toSame, Optional.empty(), posting));
        }
        for (Allocation part : late.build()) {
            LotTerms terms = anew(book, part, policy);
            book.post(posting ->
                    new LoyaltyEvent.Restored(part.points(), redemption, List.of(), Optional.of(terms), posting));
        }
    }

    private static boolean expired(AccountBook book, Allocation part) {
        LotTerms terms = book.lots().lot(part.lot()).terms();
        Optional<Instant> end = terms.sliding() ? book.slidesUntil() : terms.expiresAt();
        return Instants.reached(end, book.now());
    }

    private static LotTerms anew(AccountBook book, Allocation part, RestorePolicy policy) {
        LotTerms gone = book.lots().lot(part.lot()).terms();
        if (policy.kind() == RestorePolicy.Kind.NEW_LOT) {
            return Credits.fresh(book, gone.costPerPoint());
        }
        Instant end =
                book.now().atZone(book.program().zone()).plusDays(policy.days()).toInstant();
        return gone.movedOn(book.now(), Optional.of(end));
    }
}

package io.rapport.crm.loyalty;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the points of a cancelled redemption come back: to the lots that they were taken from, the last taken first. */
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
        long most = redemption.points() - before;
        long points = command.points() == 0 ? most : command.points();
        if (points > most || points == 0) {
            throw new InvalidInputException(
                    "points", "are " + points + " and " + most + " can still come back", "restore at most those");
        }
        List<Allocation> back = Allocations.last(redemption.allocations(), before, points);
        book.lots().require(back);
        back(book, command.redemption(), back);
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

package io.rapport.crm.jdbc;

import io.rapport.crm.Crm;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EntryKind;
import io.rapport.crm.loyalty.LedgerLine;
import io.rapport.crm.loyalty.LedgerPageRequest;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.Program;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.ReinstatePoints;
import java.time.Period;

/** What happens to points after all else, as it is stored. */
final class StoredPoints {

    private StoredPoints() {}

    /** Earns as much as the program redeems by itself. */
    static void redeemAutomatically(Crm crm, LoyaltyAccountId account) {
        Program club = crm.programs().find(ProgramId.of("club")).orElseThrow().program();
        crm.programs()
                .define(club.toBuilder().activation(Period.ZERO).redeemAt(50).build(), Actor.of("bea"));
        crm.loyalty().earn(EarnPoints.of(account, 1, CommandKey.of("one-more")));
    }

    /** Gives back what expired on an account. */
    static void reinstate(Crm crm, LoyaltyAccountId account) {
        Program club = crm.programs().find(ProgramId.of("club")).orElseThrow().program();
        crm.programs().define(club.toBuilder().reinstatement(10).build(), Actor.of("bea"));
        long expiry = crm.loyalty().entries(account, LedgerPageRequest.newest(100)).lines().stream()
                .filter(line -> line.entry().kind() == EntryKind.EXPIRE)
                .mapToLong(LedgerLine::sequence)
                .findFirst()
                .orElseThrow();
        crm.loyalty()
                .reinstate(ReinstatePoints.of(account, expiry, CommandKey.of("after-all"))
                        .only(6)
                        .because("was ill")
                        .by(Actor.of("bea")));
    }
}

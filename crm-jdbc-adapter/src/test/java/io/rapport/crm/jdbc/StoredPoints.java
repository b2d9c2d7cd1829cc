package io.rapport.crm.jdbc;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.ActivatePoints;
import io.rapport.crm.loyalty.AdjustPoints;
import io.rapport.crm.loyalty.ClawbackPolicy;
import io.rapport.crm.loyalty.CommitHold;
import io.rapport.crm.loyalty.EarnByRules;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.EntryKind;
import io.rapport.crm.loyalty.ExpiryPolicy;
import io.rapport.crm.loyalty.LedgerLine;
import io.rapport.crm.loyalty.LedgerPageRequest;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyAccounts;
import io.rapport.crm.loyalty.Program;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.RedeemPoints;
import io.rapport.crm.loyalty.Redemption;
import io.rapport.crm.loyalty.RefundOrder;
import io.rapport.crm.loyalty.ReinstatePoints;
import io.rapport.crm.loyalty.ReservePoints;
import io.rapport.crm.loyalty.RestorePoints;
import io.rapport.crm.loyalty.TransferPoints;
import io.rapport.crm.loyalty.earning.CapPeriod;
import io.rapport.crm.loyalty.earning.EarningActivity;
import io.rapport.crm.loyalty.earning.EarningCap;
import io.rapport.crm.loyalty.earning.EarningRules;
import io.rapport.crm.loyalty.earning.OrderLine;
import io.rapport.crm.loyalty.earning.PointsRule;
import io.rapport.crm.loyalty.earning.Selection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.joda.money.Money;

/** What happens to points, as it is stored. */
final class StoredPoints {

    private static final Actor BEA = Actor.of("bea");

    private StoredPoints() {}

    /** Everything else that happens to points that were earned. */
    static void collect(Crm crm, LoyaltyAccountId id, Instant now) {
        LoyaltyAccounts loyalty = crm.loyalty();
        crm.programs()
                .define(
                        Program.builder(ProgramId.of("club"), ZoneId.of("Europe/Berlin"))
                                .expiry(ExpiryPolicy.afterMonths(12))
                                .activation(Period.ofDays(14))
                                .clawback(ClawbackPolicy.debt(5))
                                .costPerPoint(new BigDecimal("0.01"))
                                .build(),
                        BEA);
        loyalty.earn(EarnPoints.of(id, 20, CommandKey.of("o-2")).forOrder("o-2", 2000));
        loyalty.activate(ActivatePoints.of(id, "o-2", CommandKey.of("sent")));
        long hold =
                loyalty.reserve(ReservePoints.of(id, 5, CommandKey.of("hold"))).hold();
        loyalty.commit(CommitHold.of(id, hold, CommandKey.of("paid")).only(3));
        Redemption redemption = loyalty.redeem(RedeemPoints.of(id, 4, CommandKey.of("spent")));
        loyalty.restore(RestorePoints.of(id, redemption.sequence(), CommandKey.of("cancelled")));
        loyalty.adjust(AdjustPoints.up(id, 2, CommandKey.of("sorry"), "was rude", BEA));
        loyalty.adjust(AdjustPoints.down(id, 1, CommandKey.of("oops"), "one too many", BEA));
        loyalty.earn(EarnPoints.of(id, 7, CommandKey.of("o-0"))
                .at(now.minusSeconds(3_000_000))
                .expiring(now.minusSeconds(1)));
        CustomerId bob =
                crm.customers().register(RegisterCustomer.person("Bob")).id();
        LoyaltyAccountId bobs =
                loyalty.enrol(EnrolCustomer.of(bob, ProgramId.of("club"))).id();
        loyalty.transfer(TransferPoints.of(id, bobs, 15, CommandKey.of("gift")));
        loyalty.refund(RefundOrder.whole(id, "o-2", CommandKey.of("returned")));
        loyalty.adjust(AdjustPoints.up(id, 9, CommandKey.of("kind"), "birthday", BEA));
    }

    /** Earns by the rules of a program. */
    static void earnByRules(Crm crm, CustomerId ann) {
        ProgramId miles = ProgramId.of("miles");
        crm.programs()
                .define(
                        Program.builder(miles, ZoneId.of("Europe/Berlin"))
                                .earning(EarningRules.builder()
                                        .rules(
                                                PointsRule.perAmount("base", BigDecimal.ONE, Money.parse("EUR 1")),
                                                PointsRule.multiplier("tea week", new BigDecimal("1.5"))
                                                        .on(Selection.categories("tea")))
                                        .caps(EarningCap.trim("day", CapPeriod.DAY, 25))
                                        .build())
                                .build(),
                        BEA);
        LoyaltyAccountId id = crm.loyalty().enrol(EnrolCustomer.of(ann, miles)).id();
        EarningActivity order = EarningActivity.order(
                        OrderLine.of("assam", 2, Money.parse("EUR 20.50")).category("tea"))
                .less(Money.parse("EUR 0.25"));
        crm.loyalty()
                .earning()
                .earn(EarnByRules.of(id, order, CommandKey.of("m-1")).forOrder("m-1"));
    }

    /** Earns as much as the program redeems by itself. */
    static void redeemAutomatically(Crm crm, LoyaltyAccountId account) {
        Program club = crm.programs().find(ProgramId.of("club")).orElseThrow().program();
        crm.programs()
                .define(club.toBuilder().activation(Period.ZERO).redeemAt(50).build(), BEA);
        crm.loyalty().earn(EarnPoints.of(account, 1, CommandKey.of("one-more")));
    }

    /** Gives back what expired on an account. */
    static void reinstate(Crm crm, LoyaltyAccountId account) {
        Program club = crm.programs().find(ProgramId.of("club")).orElseThrow().program();
        crm.programs().define(club.toBuilder().reinstatement(10).build(), BEA);
        long expiry = crm.loyalty().entries(account, LedgerPageRequest.newest(100)).lines().stream()
                .filter(line -> line.entry().kind() == EntryKind.EXPIRE)
                .mapToLong(LedgerLine::sequence)
                .findFirst()
                .orElseThrow();
        crm.loyalty()
                .reinstate(ReinstatePoints.of(account, expiry, CommandKey.of("after-all"))
                        .only(6)
                        .because("was ill")
                        .by(BEA));
    }
}

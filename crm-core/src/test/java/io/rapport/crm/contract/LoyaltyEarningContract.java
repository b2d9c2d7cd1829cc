package io.rapport.crm.contract;

import static io.rapport.crm.contract.CrmStoreContract.inParallel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.Balances;
import io.rapport.crm.loyalty.EarnByRules;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.ExpiryPolicy;
import io.rapport.crm.loyalty.Liability;
import io.rapport.crm.loyalty.LineRefund;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyAccounts;
import io.rapport.crm.loyalty.PointsAtCost;
import io.rapport.crm.loyalty.Program;
import io.rapport.crm.loyalty.ProgramVersion;
import io.rapport.crm.loyalty.RedeemPoints;
import io.rapport.crm.loyalty.RefundLines;
import io.rapport.crm.loyalty.RefundOrder;
import io.rapport.crm.loyalty.ReservePoints;
import io.rapport.crm.loyalty.RuleEarning;
import io.rapport.crm.loyalty.earning.CampaignWindow;
import io.rapport.crm.loyalty.earning.CapPeriod;
import io.rapport.crm.loyalty.earning.EarningActivity;
import io.rapport.crm.loyalty.earning.EarningCap;
import io.rapport.crm.loyalty.earning.EarningRules;
import io.rapport.crm.loyalty.earning.OrderLine;
import io.rapport.crm.loyalty.earning.PointsRule;
import io.rapport.crm.loyalty.earning.RuleGain;
import io.rapport.crm.loyalty.earning.Selection;
import io.rapport.crm.loyalty.tier.Downgrade;
import io.rapport.crm.loyalty.tier.Tier;
import io.rapport.crm.loyalty.tier.TierBenefits;
import io.rapport.crm.loyalty.tier.TierPlan;
import io.rapport.crm.loyalty.tier.TierWindow;
import io.rapport.crm.store.IdempotencyConflictException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What is earned by rules, in which tier that puts somebody, and what it will cost, on every store. */
public abstract class LoyaltyEarningContract extends LoyaltyContract {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final PointsRule PER_EURO = PointsRule.perAmount("base", BigDecimal.ONE, Money.parse("EUR 1"));
    private static final EarningActivity BASKET = EarningActivity.order(
            OrderLine.of("tea", 2, Money.parse("EUR 20")).category("food"),
            OrderLine.of("cup", 1, Money.parse("EUR 30.50")));

    private ProgramVersion define(Program.Builder rules) {
        return crm().programs().define(rules.build(), Actor.of("bea"));
    }

    private static Program.Builder club(EarningRules.Builder rules) {
        return Program.builder(CLUB, BERLIN).earning(rules.build());
    }

    private static EarnByRules basket(LoyaltyAccountId account, String key) {
        return EarnByRules.of(account, BASKET, CommandKey.of(key)).forOrder(key);
    }

    private void assertClean(LoyaltyAccountId id) {
        assertThat(loyalty().verify(id).discrepancies()).isEmpty();
        assertThat(LoyaltyAccount.fold(loyalty().history(id)))
                .isEqualTo(loyalty().find(id).orElseThrow());
    }

    @Test
    void a_program_keeps_its_earning_rules_and_tiers_in_its_versions() {
        ProgramVersion version = define(club(EarningRules.builder()
                        .excluding(new Selection(Set.of("ship", "bag"), Set.of("gift card")))
                        .rules(
                                PER_EURO.minimumOrder(Money.parse("EUR 5")).inWholeSteps(),
                                PointsRule.perUnit("tea", new BigDecimal("2.50"))
                                        .on(Selection.skus("tea"))
                                        .during(new CampaignWindow(
                                                LocalDateTime.parse("2026-01-01T00:00"),
                                                LocalDateTime.parse("2027-01-01T00:00"),
                                                BERLIN)),
                                PointsRule.perEvent("welcome", "sign-up", 50),
                                PointsRule.tierMultiplier("tier")
                                        .except(Selection.categories("food"))
                                        .last())
                        .caps(
                                EarningCap.trim("day", CapPeriod.DAY, 500),
                                EarningCap.times("once", CapPeriod.MONTH, 1).on("welcome")))
                .tiers(TierPlan.builder(TierWindow.anniversary())
                        .grace(Period.ofDays(30))
                        .downgrade(Downgrade.ONE_STEP)
                        .tiers(
                                Tier.of("Blue", 0),
                                Tier.of("Gold", 100)
                                        .with(TierBenefits.earning(new BigDecimal("1.5"))
                                                .discount(BigDecimal.TEN)
                                                .access("lounge", "bar")))
                        .build()));

        assertThat(crm().programs().find(CLUB)).contains(version);
    }

    @Test
    void an_order_earns_by_the_rules_and_the_entry_says_which_gave_what() {
        ProgramVersion version = define(club(EarningRules.builder()
                .rules(
                        PER_EURO,
                        PointsRule.multiplier("tea week", new BigDecimal("3")).on(Selection.skus("tea")))));
        LoyaltyAccountId ann = enrolled().id();

        assertThat(loyalty().earning().preview(ann, BASKET).points()).isEqualTo(90);
        assertThat(loyalty().balance(ann)).isZero();
        RuleEarning earned = loyalty().earning().earn(basket(ann, "o-1"));

        assertThat(earned.points()).isEqualTo(90);
        assertThat(earned.gains())
                .containsExactly(
                        new RuleGain("base", Optional.of(0), 20),
                        new RuleGain("base", Optional.of(1), 30),
                        new RuleGain("tea week", Optional.of(0), 40));
        assertThat(loyalty().earning().earn(basket(ann, "o-1"))).isEqualTo(earned);
        assertThat(loyalty().balance(ann)).isEqualTo(90);
        assertThat(loyalty().ledger().openLots(ann, 10).get(0).terms()).satisfies(terms -> {
            assertThat(terms.ruleVersion()).isEqualTo(version.number());
            assertThat(terms.basis()).isEqualTo(5050);
            assertThat(terms.order()).contains("o-1");
        });
        assertThatExceptionOfType(IdempotencyConflictException.class)
                .isThrownBy(() -> loyalty().earning().earn(basket(ann, "o-1").because("another")));
        assertClean(ann);
    }

    @Test
    void a_refund_asks_the_rules_by_which_points_were_earned_and_not_those_of_today() {
        define(club(EarningRules.builder()
                .rules(
                        PER_EURO,
                        PointsRule.multiplier("tea week", new BigDecimal("3")).on(Selection.skus("tea")))));
        LoyaltyAccountId ann = enrolled().id();
        loyalty().earning().earn(basket(ann, "o-1"));
        loyalty().earning().earn(basket(ann, "o-2"));
        aMinuteLater();
        define(club(EarningRules.builder().rules(PER_EURO)));

        loyalty().earning().refund(RefundLines.of(ann, "o-1", CommandKey.of("r1"), new LineRefund(0, 1000)));
        assertThat(loyalty().balance(ann)).isEqualTo(180 - 30);
        loyalty()
                .earning()
                .refund(RefundLines.of(
                        ann, "o-1", CommandKey.of("r2"), new LineRefund(0, 2000), new LineRefund(1, 3050)));
        assertThat(loyalty().balance(ann)).isEqualTo(90);
        loyalty().refund(RefundOrder.part(ann, "o-2", 3050, CommandKey.of("r3")));
        assertThat(loyalty().balance(ann)).isEqualTo(60);
        loyalty().refund(RefundOrder.part(ann, "o-2", 5050, CommandKey.of("r4")));
        assertThat(loyalty().balance(ann)).isZero();
        assertClean(ann);
    }

    @Test
    void more_than_was_paid_cannot_be_refunded() {
        define(club(EarningRules.builder().rules(PER_EURO)));
        LoyaltyAccountId ann = enrolled().id();
        loyalty().earning().earn(basket(ann, "o-1"));
        loyalty().earn(EarnPoints.of(ann, 5, CommandKey.of("hand")).forOrder("o-2", 500));

        assertRefused("refundedSoFar", RefundLines.of(ann, "o-1", CommandKey.of("r"), new LineRefund(0, 2001)));
        assertRefused("line", RefundLines.of(ann, "o-1", CommandKey.of("r"), new LineRefund(2, 1)));
        assertRefused("order", RefundLines.of(ann, "o-2", CommandKey.of("r"), new LineRefund(0, 1)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> loyalty().refund(RefundOrder.part(ann, "o-1", 5051, CommandKey.of("r"))));
        assertThat(loyalty().balance(ann)).isEqualTo(55);
    }

    private void assertRefused(String field, RefundLines refund) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> loyalty().earning().refund(refund))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }

    @Test
    void a_cap_counts_what_was_earned_in_its_period_and_a_repeated_command_that_earned_nothing_still_earns_nothing() {
        define(club(EarningRules.builder().rules(PER_EURO).caps(EarningCap.trim("day", CapPeriod.DAY, 80))));
        LoyaltyAccountId ann = enrolled().id();

        assertThat(loyalty().earning().earn(basket(ann, "o-1")).points()).isEqualTo(50);
        assertThat(loyalty().earning().earn(basket(ann, "o-2")).points()).isEqualTo(30);
        RuleEarning nothing = loyalty().earning().earn(basket(ann, "o-3"));
        assertThat(nothing.earning()).isEmpty();
        clock.move(Duration.ofDays(1));

        assertThat(loyalty().earning().earn(basket(ann, "o-3"))).isEqualTo(nothing);
        assertThat(loyalty().earning().earn(basket(ann, "o-4")).points()).isEqualTo(50);
        assertThat(loyalty().earning().earn(basket(ann, "o-5").at(MONDAY)).points())
                .isZero();
        assertThat(loyalty().balance(ann)).isEqualTo(130);
        assertThatExceptionOfType(IdempotencyConflictException.class)
                .isThrownBy(() -> loyalty().earn(EarnPoints.of(ann, 1, CommandKey.of("o-3"))));
        assertClean(ann);
    }

    @Test
    void however_many_threads_earn_at_once_a_cap_is_not_exceeded() throws Exception {
        define(club(EarningRules.builder().rules(PER_EURO).caps(EarningCap.trim("day", CapPeriod.DAY, 120))));
        LoyaltyAccountId ann = enrolled().id();
        LoyaltyAccounts loyalty = loyalty();

        List<Long> points = inParallel(IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Long>)
                        () -> loyalty.earning().earn(basket(ann, "o-" + i)).points())
                .toList());

        assertThat(points).containsExactlyInAnyOrder(50L, 50L, 20L, 0L, 0L, 0L, 0L, 0L);
        assertThat(loyalty.balance(ann)).isEqualTo(120);
        assertClean(ann);
    }

    @Test
    void a_tier_is_reached_at_once_and_multiplies_the_next_order_and_a_refund_takes_it_back() {
        define(club(EarningRules.builder().rules(PER_EURO, PointsRule.tierMultiplier("tier")))
                .tiers(TierPlan.builder(TierWindow.calendarYear())
                        .tiers(Tier.of("Gold", 100).with(TierBenefits.earning(BigDecimal.valueOf(2))))
                        .build()));
        LoyaltyAccountId ann = enrolled().id();

        loyalty().earning().earn(basket(ann, "o-1"));
        assertThat(loyalty().tiers().progress(ann).missing()).isEqualTo(50);
        loyalty().earn(EarnPoints.of(ann, 49, CommandKey.of("e")));
        loyalty().redeem(RedeemPoints.of(ann, 60, CommandKey.of("spent")));
        assertThat(loyalty().earning().earn(basket(ann, "o-2")).points()).isEqualTo(50);
        aMinuteLater();
        assertThat(loyalty().tiers().progress(ann).tier().map(Tier::name)).contains("Gold");
        assertThat(loyalty().earning().earn(basket(ann, "o-3")).points()).isEqualTo(100);

        loyalty().refund(RefundOrder.whole(ann, "o-2", CommandKey.of("r")));
        loyalty().refund(RefundOrder.whole(ann, "o-3", CommandKey.of("r3")));
        assertThat(loyalty().tiers().progress(ann)).satisfies(standing -> {
            assertThat(standing.tier()).isEmpty();
            assertThat(standing.points()).isEqualTo(99);
            assertThat(standing.missing()).isEqualTo(1);
        });
    }

    @Test
    void liability_can_be_computed_for_any_past_instant_and_equals_the_ledger() {
        Program.Builder rules = Program.builder(CLUB, BERLIN)
                .expiry(ExpiryPolicy.afterDays(10))
                .costPerPoint(new BigDecimal("0.01"))
                .breakage(new BigDecimal("0.2"));
        define(rules);
        LoyaltyAccountId ann = holding(1000);
        LoyaltyAccountId bob = holding(500);
        aMinuteLater();
        loyalty().reserve(ReservePoints.of(bob, 200, CommandKey.of("hold")));
        loyalty().redeem(RedeemPoints.of(ann, 300, CommandKey.of("spent")));
        Instant first = clock.instant();
        clock.move(Duration.ofDays(1));
        define(rules.costPerPoint(new BigDecimal("0.02")));
        loyalty().earn(EarnPoints.of(ann, 100, CommandKey.of("dearer")));
        Instant second = clock.instant();
        Liability then = loyalty().liability().of(CLUB, second);

        clock.move(Duration.ofDays(10));

        assertThat(then.byCost())
                .containsExactly(
                        new PointsAtCost(new BigDecimal("0.01"), 1200), new PointsAtCost(new BigDecimal("0.02"), 100));
        assertThat(then.amount()).isEqualByComparingTo("11.20");
        assertThat(loyalty().liability().of(CLUB, second)).isEqualTo(then);
        assertThat(loyalty().liability().of(CLUB, first).points()).isEqualTo(1200);
        assertThat(netAt(second, ann, bob)).isEqualTo(then.points());
        assertThat(loyalty().liability().of(CLUB, clock.instant()).points())
                .isEqualTo(netAt(clock.instant(), ann, bob))
                .isEqualTo(100);
        assertThat(loyalty().liability().of(MILES, second).points()).isZero();
        assertThat(otherCrm().loyalty().liability().of(CLUB, second).points()).isZero();
    }

    private long netAt(Instant at, LoyaltyAccountId... accounts) {
        long net = 0;
        for (LoyaltyAccountId id : accounts) {
            Balances balances = loyalty().ledger().balancesAt(id, at);
            net += balances.net() + balances.debt();
        }
        return net;
    }
}

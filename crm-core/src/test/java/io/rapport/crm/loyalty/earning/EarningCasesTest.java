package io.rapport.crm.loyalty.earning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules earn, by worked examples. */
class EarningCasesTest {

    private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");

    private static Money eur(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    private static PointsRule perEuro(String name, String points) {
        return PointsRule.perAmount(name, new BigDecimal(points), eur("1"));
    }

    private static EarningRules rules(PointsRule... rules) {
        return EarningRules.builder().rules(rules).build();
    }

    private static OrderLine line(String sku, String amount) {
        return OrderLine.of(sku, 1, eur(amount));
    }

    private static long points(EarningRules rules, OrderLine... lines) {
        return earn(rules, EarningActivity.order(lines)).points();
    }

    private static EarningResult earn(EarningRules rules, EarningActivity activity) {
        return rules.evaluate(activity, EarningContext.at(NOON));
    }

    @Test
    void what_several_rules_give_adds_up() {
        assertThat(points(rules(perEuro("a", "1"), perEuro("b", "1")), line("x", "112"), line("y", "40")))
                .isEqualTo(304);
    }

    @ParameterizedTest(
            name = "{0}: {3} points, if the second rule stops and takes orders from {1}, and the third gives {2}")
    @CsvSource({
        "OL-EARN-03, 1, 10, 304",
        "OL-EARN-03, 1000000, 2, 456",
        "like OL-EARN-03, 152, 10, 304",
        "like OL-EARN-03, 152.01, 10, 1672"
    })
    void no_rule_is_executed_after_the_last_one_that_matched(String worked, String minimum, String third, long points) {
        EarningRules rules =
                rules(perEuro("a", "1"), perEuro("b", "1").last().minimumOrder(eur(minimum)), perEuro("c", third));

        assertThat(points(rules, line("x", "112"), line("y", "40"))).as(worked).isEqualTo(points);
    }

    @Test
    void what_was_stopped_is_told() {
        EarningResult result =
                earn(rules(perEuro("a", "1").last(), perEuro("b", "10")), EarningActivity.order(line("x", "152")));

        assertThat(result.passedOver())
                .containsExactly(new PassedOver("b", Optional.empty(), PassedOver.Reason.STOPPED));
    }

    @ParameterizedTest(name = "{0}: {6} points for {1} and {2}, less {3} and {4}, by a rule for {5}")
    @CsvSource({
        // case, food, other, taken off the food lines, taken off the order, for what, points
        "ODOO-EARN-01, 100, 0, 0, 10, all, 90",
        "ODOO-EARN-01 10 paid by wallet, 100, 0, 0, 0, all, 100",
        "ODOO-EARN-01 50 paid by gift card, 100, 0, 0, 0, all, 100",
        "ODOO-EARN-01, 100, 50, 0, 15, food, 100",
        "ODOO-EARN-01, 100, 50, 10, 0, food, 90",
        "like ODOO-EARN-01, 100, 0, 10, 0, all, 90",
        "like ODOO-EARN-01, 100, 50, 0, 15, all, 135",
        "like ODOO-EARN-01, 100, 50, 10, 14, food, 90",
        "like ODOO-EARN-01, 100, 0, 0, 100, all, 0"
    })
    void discounts_lower_what_they_are_for_and_payments_lower_nothing(
            String worked, int food, int other, int offFood, int offOrder, String on, long points) {
        PointsRule all = perEuro("r", "1");
        PointsRule rule = on.equals("all") ? all : all.on(Selection.categories(on));
        List<OrderLine> lines = new ArrayList<>();
        lines.add(line("apple", String.valueOf(food - offFood)).category("food"));
        if (other > 0) {
            lines.add(line("soap", String.valueOf(other)).category("other"));
        }

        assertThat(earn(rules(rule), EarningActivity.order(lines).less(eur(String.valueOf(offOrder))))
                        .points())
                .as(worked)
                .isEqualTo(points);
    }

    @ParameterizedTest(name = "{0}: {1} twice, rounded {3} per {2}, are {4}")
    @CsvSource({
        "SIEBEL-ROUND-02, 20.5, LINE, HALF_UP, 42",
        "SIEBEL-ROUND-02, 20.4, LINE, HALF_UP, 40",
        "like SIEBEL-ROUND-02, 20.5, RULE, HALF_UP, 41",
        "like SIEBEL-ROUND-02, 20.4, RULE, HALF_UP, 41",
        "like SIEBEL-ROUND-02, 20.5, TOTAL, HALF_UP, 41",
        "like SIEBEL-ROUND-02, 20.4, TOTAL, HALF_UP, 41",
        "like SIEBEL-ROUND-02, 20.5, LINE, DOWN, 40",
        "like SIEBEL-ROUND-02, 20.4, LINE, UP, 42",
        "like SIEBEL-ROUND-02, 20.5, LINE, HALF_DOWN, 40",
        "like SIEBEL-ROUND-02, 20.5, LINE, HALF_EVEN, 40",
        "like SIEBEL-ROUND-02, 21.5, LINE, HALF_EVEN, 44",
        "like SIEBEL-ROUND-02, 20.4, TOTAL, DOWN, 40"
    })
    void rounding_each_line_is_not_rounding_the_total(
            String worked, String each, Rounding.Scope scope, RoundingMode mode, long points) {
        EarningRules rules = EarningRules.builder()
                .rounding(new Rounding(scope, mode))
                .rules(perEuro("r", "1"))
                .build();

        assertThat(points(rules, line("x", each), line("y", each))).as(worked).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"RULE, 0", "TOTAL, 1"})
    void thirds_of_several_rules_make_a_point_only_when_the_total_is_rounded(Rounding.Scope scope, long points) {
        PointsRule third = PointsRule.perAmount("a", BigDecimal.ONE, eur("3"));
        EarningRules rules = EarningRules.builder()
                .rounding(new Rounding(scope, RoundingMode.DOWN))
                .rules(
                        third,
                        PointsRule.perAmount("b", BigDecimal.ONE, eur("3")),
                        PointsRule.perAmount("c", BigDecimal.ONE, eur("3")))
                .build();

        assertThat(points(rules, line("x", "1"))).isEqualTo(points);
    }

    @Test
    void whole_steps_count_full_amounts_only() {
        PointsRule five = PointsRule.perAmount("five", BigDecimal.valueOf(5), eur("10"));

        assertThat(points(rules(five), line("x", "19.99"))).isEqualTo(9);
        assertThat(points(rules(five.inWholeSteps()), line("x", "19.99"))).isEqualTo(5);
        assertThat(points(rules(five.inWholeSteps()), line("x", "9"), line("y", "9"), line("z", "2")))
                .isEqualTo(10);
    }

    @Test
    void nothing_is_earned_on_gift_cards_and_shipping_and_they_do_not_reach_a_minimum() {
        EarningRules rules = EarningRules.builder()
                .excluding(new Selection(Set.of("shipping"), Set.of("gift card")))
                .rules(perEuro("r", "1").minimumOrder(eur("30")))
                .build();
        OrderLine card = line("card", "50").category("gift card");

        EarningResult result = earn(rules, EarningActivity.order(line("x", "30"), card, line("shipping", "5")));

        assertThat(result.gains()).containsExactly(new RuleGain("r", Optional.of(0), 30));
        assertThat(result.passedOver())
                .containsExactly(
                        new PassedOver("r", Optional.of(1), PassedOver.Reason.EXCLUDED),
                        new PassedOver("r", Optional.of(2), PassedOver.Reason.EXCLUDED));
        assertThat(points(rules, line("x", "29.99"), card)).isZero();
    }

    @Test
    void an_article_gives_points_for_each_unit_and_an_order_once() {
        EarningRules rules = rules(
                PointsRule.perUnit("each", new BigDecimal("2.5")).on(Selection.skus("x")),
                PointsRule.perOrder("once", 7).on(Selection.skus("x")));

        assertThat(points(rules, OrderLine.of("x", 3, eur("0")), line("x", "1"), line("y", "1")))
                .isEqualTo(10 + 7);
        assertThat(points(rules, line("y", "1"))).isZero();
    }

    @Test
    void a_multiplier_multiplies_what_the_rules_before_it_gave_on_its_lines_and_two_compound() {
        EarningRules rules = rules(
                perEuro("base", "1"),
                PointsRule.multiplier("double", BigDecimal.valueOf(2)).on(Selection.skus("x")),
                PointsRule.multiplier("triple", BigDecimal.valueOf(3)),
                perEuro("after", "1"));

        EarningResult result = earn(rules, EarningActivity.order(line("x", "10"), line("y", "5")));

        assertThat(result.points()).isEqualTo(10 * 2 * 3 + 5 * 3 + 15);
        assertThat(result.gains())
                .containsExactly(
                        new RuleGain("base", Optional.of(0), 10),
                        new RuleGain("base", Optional.of(1), 5),
                        new RuleGain("double", Optional.of(0), 10),
                        new RuleGain("triple", Optional.of(0), 40),
                        new RuleGain("triple", Optional.of(1), 10),
                        new RuleGain("after", Optional.of(0), 10),
                        new RuleGain("after", Optional.of(1), 5));
    }

    @Test
    void a_tier_multiplies_what_its_rule_finds() {
        EarningRules rules = rules(perEuro("base", "1"), PointsRule.tierMultiplier("tier"));
        EarningActivity order = EarningActivity.order(line("x", "10"));

        assertThat(rules.evaluate(order, EarningContext.at(NOON).multiplying(new BigDecimal("1.25")))
                        .points())
                .isEqualTo(12);
        assertThat(earn(rules, order).points()).isEqualTo(10);
    }

    @Test
    void an_event_earns_by_its_own_rules_only() {
        EarningRules rules = rules(PointsRule.perEvent("welcome", "sign-up", 50), perEuro("base", "1"));

        assertThat(earn(rules, EarningActivity.event("sign-up")).points()).isEqualTo(50);
        assertThat(earn(rules, EarningActivity.event("review")).points()).isZero();
        assertThat(points(rules, line("x", "3"))).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T22:59:59.999999Z, 1",
        "2026-03-28T23:00:00Z, 3",
        "2026-03-29T21:59:59.999999Z, 3",
        "2026-03-29T22:00:00Z, 1"
    })
    void a_campaign_begins_and_ends_by_the_clocks_of_its_zone_exclusive_of_its_end(Instant at, long points) {
        CampaignWindow day = new CampaignWindow(
                LocalDateTime.parse("2026-03-29T00:00"),
                LocalDateTime.parse("2026-03-30T00:00"),
                ZoneId.of("Europe/Berlin"));
        EarningRules rules = rules(
                perEuro("base", "1"),
                PointsRule.multiplier("campaign", BigDecimal.valueOf(3)).during(day));

        assertThat(rules.evaluate(EarningActivity.order(line("x", "1")), EarningContext.at(at))
                        .points())
                .isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"TRIM, 60, 40", "REJECT, 60, 0", "REJECT, 50, 50", "TIMES, 99, 50", "TIMES, 100, 0", "TRIM, 100, 0"})
    void a_cap_trims_or_rejects_or_counts_times(EarningCap.Kind kind, long used, long points) {
        EarningRules rules = EarningRules.builder()
                .rules(perEuro("base", "1"))
                .caps(new EarningCap("month", CapPeriod.MONTH, kind, 100, Set.of()))
                .build();
        EarningContext context = EarningContext.at(NOON).used(Map.of("month", used));

        EarningResult result = rules.evaluate(EarningActivity.order(line("x", "50")), context);

        assertThat(result.points()).isEqualTo(points);
        assertThat(result.cuts().stream().mapToLong(CapCut::points).sum()).isEqualTo(50 - points);
    }

    @Test
    void a_multiplier_gives_nothing_on_what_a_cap_refused() {
        EarningRules rules = EarningRules.builder()
                .rules(
                        PointsRule.perEvent("review", "review", 10),
                        PointsRule.multiplier("double", BigDecimal.valueOf(2)))
                .caps(EarningCap.times("once", CapPeriod.DAY, 1).on("review"))
                .build();
        EarningContext again = EarningContext.at(NOON).used(Map.of("once", 1L));

        assertThat(earn(rules, EarningActivity.event("review")).points()).isEqualTo(20);
        assertThat(rules.evaluate(EarningActivity.event("review"), again).points())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-06-09T22:00:00Z, 2026-06-10T22:00:00Z",
        "WEEK, 2026-06-07T22:00:00Z, 2026-06-14T22:00:00Z",
        "MONTH, 2026-05-31T22:00:00Z, 2026-06-30T22:00:00Z"
    })
    void caps_count_days_weeks_from_monday_and_months_of_the_zone(CapPeriod period, Instant start, Instant end) {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        EarningRules rules = EarningRules.builder()
                .rules(perEuro("base", "1"))
                .caps(EarningCap.trim("cap", period, 100))
                .build();
        List<EarningMoment> earlier = List.of(
                moment(start.minusNanos(1000), 1), moment(start, 2), moment(end.minusNanos(1000), 4), moment(end, 8));

        assertThat(rules.used(NOON, berlin, earlier)).isEqualTo(Map.of("cap", 6L));
    }

    private static EarningMoment moment(Instant at, long points) {
        return new EarningMoment(at, List.of(new RuleGain("base", Optional.empty(), points)));
    }

    @ParameterizedTest(name = "of 2190 that earned 2, {0} refunded take {1}")
    @CsvSource({"100, 0", "190, 0", "191, 1", "500, 1", "1000, 1", "1190, 1", "1191, 2", "2000, 2", "2190, 2"})
    void a_refund_keeps_what_the_rest_would_have_earned(long refunded, long deducted) {
        EarningRules rules = rules(PointsRule.perAmount("r", BigDecimal.ONE, eur("10")));
        EarningResult earned = earn(rules, EarningActivity.order(line("x", "21.90")));

        assertThat(earned.points()).isEqualTo(2);
        assertThat(earned.points() - rules.kept(earned.record(), 2190 - refunded))
                .isEqualTo(deducted);
    }
}

package io.rapport.crm.loyalty.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.fault.InvalidInputException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class EarningRulesTest {

    private static final PointsRule BASE = PointsRule.perAmount("base", BigDecimal.ONE, Money.parse("EUR 1"));
    private static final PointsRule OTHER = PointsRule.perUnit("other", BigDecimal.ONE);

    private static void assertRefused(String setting, Supplier<?> rules) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(rules::get)
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(setting));
    }

    private static EarningRules.Builder rules() {
        return EarningRules.builder().rules(BASE, OTHER);
    }

    @Test
    void rules_that_contradict_each_other_are_refused_and_the_setting_named() {
        assertRefused("rules", () -> EarningRules.builder().build());
        assertRefused("rules", () -> rules().rules(BASE).build());
        assertRefused(
                "rules",
                () -> EarningRules.builder()
                        .rules(PointsRule.multiplier("double", BigDecimal.valueOf(2)))
                        .build());
        assertRefused(
                "rules",
                () -> rules().rules(PointsRule.perAmount("dollars", BigDecimal.ONE, Money.parse("USD 1")))
                        .build());
        assertRefused(
                "caps",
                () -> rules().caps(EarningCap.trim("c", CapPeriod.DAY, 1), EarningCap.trim("c", CapPeriod.WEEK, 1))
                        .build());
        assertRefused(
                "caps",
                () -> rules().caps(EarningCap.trim("c", CapPeriod.DAY, 1).on("nobody"))
                        .build());
        assertRefused(
                "caps",
                () -> rules().rounding(Rounding.perTotal(RoundingMode.DOWN))
                        .caps(EarningCap.trim("c", CapPeriod.DAY, 1).on("base"))
                        .build());
        assertRefused(
                "caps",
                () -> rules().rules(PointsRule.perOrder("third", 1))
                        .caps(
                                EarningCap.trim("c", CapPeriod.DAY, 1).on("base", "other"),
                                EarningCap.trim("d", CapPeriod.DAY, 1).on("other", "third"))
                        .build());
        assertRefused("cap", () -> EarningCap.trim("c", CapPeriod.DAY, 0));
        assertRefused("rounding", () -> Rounding.perLine(RoundingMode.UNNECESSARY));
    }

    @Test
    void a_rule_that_makes_no_sense_is_refused() {
        assertRefused("rate", () -> PointsRule.perUnit("r", BigDecimal.ZERO));
        assertRefused("rate", () -> PointsRule.perUnit("r", new BigDecimal("0.0000001")));
        assertRefused("rate", () -> PointsRule.multiplier("r", new BigDecimal("0.5")));
        assertRefused("per", () -> PointsRule.perAmount("r", BigDecimal.ONE, Money.parse("EUR 0")));
        assertRefused("wholeSteps", () -> OTHER.inWholeSteps());
        assertRefused("minimumOrder", () -> BASE.minimumOrder(Money.parse("EUR 0")));
        assertRefused("on", () -> PointsRule.perEvent("r", "e", 1).on(Selection.skus("x")));
        assertRefused("rule", () -> PointsRule.perOrder(" ", 1));
        assertRefused(
                "until",
                () -> new CampaignWindow(
                        LocalDateTime.parse("2026-01-01T00:00"),
                        LocalDateTime.parse("2026-01-01T00:00"),
                        ZoneOffset.UTC));
    }

    @Test
    void an_order_that_makes_no_sense_is_refused() {
        OrderLine one = OrderLine.of("x", 1, Money.parse("EUR 1"));

        assertRefused("amount", () -> OrderLine.of("x", 1, Money.parse("EUR -1")));
        assertRefused("lines", () -> EarningActivity.order(one, OrderLine.of("y", 1, Money.parse("USD 1"))));
        assertRefused("discount", () -> EarningActivity.order(one).less(Money.parse("EUR 1.01")));
        assertRefused("discount", () -> EarningActivity.order(one).less(Money.parse("USD 1")));
        assertRefused("event", () -> EarningActivity.event("e").less(Money.parse("EUR 1")));
        assertRefused(
                "lines",
                () -> rules().build()
                        .evaluate(
                                EarningActivity.order(OrderLine.of("x", 1, Money.parse("USD 1"))),
                                EarningContext.at(Instant.EPOCH)));
        assertRefused(
                "lines",
                () -> EarningRules.builder()
                        .rules(PointsRule.perAmount("r", BigDecimal.valueOf(1_000_000_000), Money.parse("EUR 0.01")))
                        .build()
                        .evaluate(
                                EarningActivity.order(OrderLine.of(
                                        "x", 1, Money.ofMinor(one.amount().getCurrencyUnit(), Long.MAX_VALUE))),
                                EarningContext.at(Instant.EPOCH)));
    }
}

package io.rapport.crm.loyalty.earning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What holds whatever the rules and the order. */
class EarningProperties {

    private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");
    private static final List<String> NAMES = List.of("r0", "r1", "r2", "r3", "r4");

    private static Money eur(long cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents);
    }

    @Property
    void what_is_kept_is_monotone_in_every_line_and_all_of_it_when_nothing_is_refunded(
            @ForAll("rules") EarningRules rules,
            @ForAll("orders") EarningActivity order,
            @ForAll("contexts") EarningContext context,
            @ForAll("shares") List<Integer> more,
            @ForAll("shares") List<Integer> less) {
        EarningResult earned = rules.evaluate(order, context);
        List<Long> worths = earned.record().worths();
        List<Long> larger = new ArrayList<>();
        List<Long> smaller = new ArrayList<>();
        for (int i = 0; i < worths.size(); i++) {
            larger.add(worths.get(i) * more.get(i) / 100);
            smaller.add(larger.get(i) * less.get(i) / 100);
        }

        assertThat(rules.kept(earned.record(), worths)).isEqualTo(earned.points());
        assertThat(rules.kept(earned.record(), larger)).isLessThanOrEqualTo(earned.points());
        assertThat(rules.kept(earned.record(), smaller)).isLessThanOrEqualTo(rules.kept(earned.record(), larger));
    }

    @Property
    void gains_add_up_and_are_never_more_than_a_cap_has_room_for(
            @ForAll("rules") EarningRules rules,
            @ForAll("orders") EarningActivity order,
            @ForAll("contexts") EarningContext context) {
        EarningResult earned = rules.evaluate(order, context);

        assertThat(earned.gains().stream().mapToLong(RuleGain::points).sum()).isEqualTo(earned.points());
        for (EarningCap cap : rules.caps()) {
            assertThat(cap.use(earned.gains())).isLessThanOrEqualTo(Math.max(0, cap.limit() - context.used(cap)));
        }
    }

    @Property
    void rounding_down_per_line_gives_at_most_per_rule_and_that_at_most_per_total(
            @ForAll("rates") List<PointsRule> rates, @ForAll("orders") EarningActivity order) {
        long perLine = points(Rounding.perLine(RoundingMode.DOWN), rates, order);
        long perRule = points(Rounding.perRule(RoundingMode.DOWN), rates, order);
        long perTotal = points(Rounding.perTotal(RoundingMode.DOWN), rates, order);

        assertThat(perLine).isLessThanOrEqualTo(perRule);
        assertThat(perRule).isLessThanOrEqualTo(perTotal);
        assertThat(perTotal - perRule).isLessThan(rates.size());
    }

    private static long points(Rounding rounding, List<PointsRule> rates, EarningActivity order) {
        return EarningRules.builder()
                .rounding(rounding)
                .rules(rates.toArray(PointsRule[]::new))
                .build()
                .evaluate(order, EarningContext.at(NOON))
                .points();
    }

    @Provide
    Arbitrary<List<PointsRule>> rates() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.001"), BigDecimal.TEN)
                .ofScale(3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(rates -> {
                    List<PointsRule> rules = new ArrayList<>();
                    rates.forEach(rate -> rules.add(PointsRule.perAmount("r" + rules.size(), rate, eur(700))));
                    return rules;
                });
    }

    @Provide
    Arbitrary<List<Integer>> shares() {
        return Arbitraries.integers().between(0, 100).list().ofSize(5);
    }

    @Provide
    Arbitrary<EarningActivity> orders() {
        Arbitrary<OrderLine> line = Combinators.combine(
                        Arbitraries.of("x", "y", "gift"),
                        Arbitraries.of(Optional.of("food"), Optional.<String>empty()),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.longs().between(0, 20_000))
                .as((sku, category, quantity, cents) -> new OrderLine(sku, category, quantity, eur(cents)));
        return Combinators.combine(
                        line.list().ofMinSize(1).ofMaxSize(5),
                        Arbitraries.integers().between(0, 100))
                .as((lines, percent) -> {
                    EarningActivity order = EarningActivity.order(lines);
                    return order.less(eur(order.worth() * percent / 100));
                });
    }

    @Provide
    Arbitrary<EarningContext> contexts() {
        return Combinators.combine(
                        Arbitraries.of("1", "1.25", "3").map(BigDecimal::new),
                        Arbitraries.longs().between(0, 400),
                        Arbitraries.longs().between(0, 400))
                .as((tier, used, other) -> new EarningContext(NOON, tier, Map.of("c0", used, "c1", other)));
    }

    @Provide
    Arbitrary<EarningRules> rules() {
        return Combinators.combine(
                        Arbitraries.of(Rounding.Scope.class),
                        Arbitraries.of(RoundingMode.class).filter(mode -> mode != RoundingMode.UNNECESSARY),
                        anyRule().list().ofMinSize(0).ofMaxSize(4),
                        Arbitraries.of(EarningCap.Kind.class).list().ofMaxSize(2),
                        Arbitraries.longs().between(1, 400),
                        Arbitraries.of(Selection.NONE, Selection.skus("gift")))
                .as((scope, mode, more, caps, limit, excluded) -> {
                    EarningRules.Builder rules = EarningRules.builder()
                            .rounding(new Rounding(scope, mode))
                            .excluding(excluded)
                            .rules(PointsRule.perAmount("r0", new BigDecimal("1.3"), eur(300)));
                    for (int i = 0; i < more.size(); i++) {
                        rules.rules(named(more.get(i), NAMES.get(i + 1)));
                    }
                    for (int i = 0; i < caps.size(); i++) {
                        EarningCap cap = new EarningCap("c" + i, CapPeriod.DAY, caps.get(i), limit, Set.of());
                        rules.caps(i == 1 && scope != Rounding.Scope.TOTAL ? cap.on("r0") : cap);
                    }
                    return rules.build();
                });
    }

    private static PointsRule named(PointsRule rule, String name) {
        return new PointsRule(
                name,
                rule.kind(),
                rule.rate(),
                rule.per(),
                rule.wholeSteps(),
                rule.on(),
                rule.except(),
                rule.minimumOrder(),
                rule.window(),
                rule.event(),
                rule.stops());
    }

    private static Arbitrary<PointsRule> anyRule() {
        Arbitrary<PointsRule> kinds = Arbitraries.of(
                PointsRule.perAmount("r", new BigDecimal("0.7"), eur(100)),
                PointsRule.perAmount("r", BigDecimal.valueOf(5), eur(1000)).inWholeSteps(),
                PointsRule.perUnit("r", new BigDecimal("1.5")),
                PointsRule.perOrder("r", 20),
                PointsRule.multiplier("r", new BigDecimal("1.5")),
                PointsRule.tierMultiplier("r"));
        return Combinators.combine(
                        kinds,
                        Arbitraries.of(Selection.NONE, Selection.skus("x"), Selection.categories("food")),
                        Arbitraries.of(Selection.NONE, Selection.skus("y")),
                        Arbitraries.of(Optional.of(eur(5000)), Optional.<Money>empty()),
                        Arbitraries.of(true, false, false))
                .as((kind, on, except, least, last) -> {
                    PointsRule rule = kind.on(on).except(except);
                    rule = least.map(rule::minimumOrder).orElse(rule);
                    return last ? rule.last() : rule;
                });
    }
}

package io.rapport.crm.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.Crm;
import io.rapport.crm.contract.SettableClock;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.fault.CrmException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.earning.CapCut;
import io.rapport.crm.loyalty.earning.CapPeriod;
import io.rapport.crm.loyalty.earning.EarningActivity;
import io.rapport.crm.loyalty.earning.EarningCap;
import io.rapport.crm.loyalty.earning.EarningResult;
import io.rapport.crm.loyalty.earning.EarningRules;
import io.rapport.crm.loyalty.earning.OrderLine;
import io.rapport.crm.loyalty.earning.PointsRule;
import io.rapport.crm.loyalty.earning.RuleGain;
import io.rapport.crm.loyalty.earning.Selection;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What holds of caps whatever is bought, refunded and said twice: of two rules, one that gives a point per euro and one
 * that gives three per unit of tea. The streams go through the end of summer time and the ends of months.
 */
class EarningCapProperties {

    private static final ProgramId CLUB = ProgramId.of("club");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant START = Instant.parse("2026-10-22T09:30:00Z");
    private static final String TEA = "tea";

    private enum Verb {
        EARN,
        EARN_LATE,
        REFUND,
        REPEAT,
        WAIT
    }

    private record Step(Verb verb, int amount, int units, int choice) {}

    private record Window(String cap, LocalDate first) {}

    @Property(tries = 40)
    void no_window_ever_gives_more_than_its_cap_and_what_is_not_given_is_cut(
            @ForAll("caps") List<EarningCap> caps, @ForAll("streams") List<Step> stream) {
        new Shop(caps).take(stream);
    }

    private static final class Shop {

        private final List<EarningCap> caps;
        private final SettableClock clock = new SettableClock(START);
        private final Crm crm = Crm.builder().clock(clock).build();
        private final LoyaltyAccountId account;
        private final Map<EarnByRules, RuleEarning> earned = new LinkedHashMap<>();
        private final Map<RefundOrder, Refund> refunded = new LinkedHashMap<>();
        private final Map<Window, Long> used = new HashMap<>();
        private int number;

        Shop(List<EarningCap> caps) {
            this.caps = caps;
            crm.programs()
                    .define(
                            Program.builder(CLUB, BERLIN)
                                    .earning(EarningRules.builder()
                                            .rules(
                                                    PointsRule.perAmount("base", BigDecimal.ONE, Money.parse("EUR 1")),
                                                    PointsRule.perUnit(TEA, BigDecimal.valueOf(3))
                                                            .on(Selection.categories(TEA)))
                                            .caps(caps.toArray(EarningCap[]::new))
                                            .build())
                                    .build(),
                            Actor.SYSTEM);
            account = crm.loyalty()
                    .enrol(EnrolCustomer.of(
                            crm.customers()
                                    .register(RegisterCustomer.person("Ann"))
                                    .id(),
                            CLUB))
                    .id();
        }

        void take(List<Step> stream) {
            for (Step step : stream) {
                number++;
                switch (step.verb()) {
                    case EARN -> earn(step, Duration.ZERO);
                    case EARN_LATE -> earn(step, Duration.ofHours(step.choice()));
                    case REFUND -> refund(step);
                    case REPEAT -> repeat();
                    case WAIT -> clock.move(Duration.ofMinutes(37L * step.choice()));
                }
            }
            repeat();
            assertThat(crm.loyalty().verify(account).discrepancies()).isEmpty();
        }

        private void earn(Step step, Duration late) {
            Instant since = clock.instant().minus(late);
            EarningActivity activity =
                    EarningActivity.order(OrderLine.of("leaf", step.units(), Money.of(CurrencyUnit.EUR, step.amount()))
                            .category(TEA));
            Map<String, Long> asked = Map.of("base", (long) step.amount(), TEA, 3L * step.units());
            Map<Window, Long> before = Map.copyOf(used);
            EarningResult preview = crm.loyalty().earning().preview(account, activity);
            EarnByRules command = EarnByRules.of(account, activity, CommandKey.of("earn-" + number))
                    .forOrder("order-" + number)
                    .at(since);

            RuleEarning result = crm.loyalty().earning().earn(command);

            count(since, result.gains());
            assertThat(byRule(preview.gains(), preview.cuts())).isEqualTo(asked);
            if (result.points() > 0) {
                assertThat(byRule(result.gains(), result.cuts())).isEqualTo(asked);
            }
            if (late.isZero()) {
                assertThat(result.points()).isEqualTo(preview.points());
            }
            if (result.points() < step.amount() + 3L * step.units()) {
                assertThat(caps).anyMatch(cap -> stops(cap, since, asked, before));
            }
            earned.put(command, result);
        }

        /** What rules gave and what caps did not allow, for each rule. */
        private static Map<String, Long> byRule(List<RuleGain> gains, List<CapCut> cuts) {
            Map<String, Long> points = new HashMap<>();
            gains.forEach(gain -> points.merge(gain.rule(), gain.points(), Long::sum));
            cuts.forEach(cut -> points.merge(cut.rule(), cut.points(), Long::sum));
            return points;
        }

        private void count(Instant since, List<RuleGain> gains) {
            for (EarningCap cap : caps) {
                long more = gains.stream()
                        .filter(gain -> counts(cap, gain.rule()))
                        .mapToLong(RuleGain::points)
                        .sum();
                long sum = used.merge(window(cap, since), more, Long::sum);
                assertThat(sum).isLessThanOrEqualTo(cap.limit());
            }
        }

        /** Whether less is given because of a cap: it is used up now, or had no room for all that was asked. */
        private boolean stops(EarningCap cap, Instant since, Map<String, Long> asked, Map<Window, Long> before) {
            Window window = window(cap, since);
            long wanted = asked.entrySet().stream()
                    .filter(entry -> counts(cap, entry.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            return cap.kind() == EarningCap.Kind.TRIM
                    ? used.getOrDefault(window, 0L) == cap.limit()
                    : before.getOrDefault(window, 0L) + wanted > cap.limit();
        }

        private void refund(Step step) {
            List<EarnByRules> orders = List.copyOf(earned.keySet());
            if (orders.isEmpty()) {
                return;
            }
            EarnByRules order = orders.get(step.choice() % orders.size());
            String reference = order.order().orElseThrow();
            CommandKey key = CommandKey.of("refund-" + number);
            RefundOrder command = step.units() == 1
                    ? RefundOrder.whole(account, reference, key)
                    : RefundOrder.part(account, reference, 50L * step.amount(), key);
            try {
                refunded.put(command, crm.loyalty().refund(command));
            } catch (CrmException refused) {
                assertThat(refunded).doesNotContainKey(command);
            }
        }

        private void repeat() {
            long version = crm.loyalty().find(account).orElseThrow().version();
            earned.forEach((command, result) ->
                    assertThat(crm.loyalty().earning().earn(command)).isEqualTo(result));
            refunded.forEach((command, result) ->
                    assertThat(crm.loyalty().refund(command)).isEqualTo(result));
            assertThat(crm.loyalty().find(account).orElseThrow().version()).isEqualTo(version);
        }

        private static boolean counts(EarningCap cap, String rule) {
            return cap.rules().isEmpty() || cap.rules().contains(rule);
        }

        /** The first day of the window, found without asking the code under test. */
        private static Window window(EarningCap cap, Instant since) {
            LocalDate day = LocalDate.ofInstant(since, BERLIN);
            LocalDate first = switch (cap.period()) {
                case DAY -> day;
                case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
                case MONTH -> LocalDate.of(day.getYear(), day.getMonth(), 1);
            };
            return new Window(cap.name(), first);
        }
    }

    @Provide
    Arbitrary<List<EarningCap>> caps() {
        return Combinators.combine(
                        Arbitraries.of(EarningCap.Kind.TRIM, EarningCap.Kind.REJECT)
                                .list()
                                .ofSize(3),
                        Arbitraries.longs().between(5, 60),
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.of(true, false))
                .as((kinds, limit, which, teaOnly) -> {
                    List<EarningCap> caps = new ArrayList<>();
                    for (CapPeriod period : CapPeriod.values()) {
                        int place = period.ordinal();
                        if ((which & (1 << place)) != 0) {
                            EarningCap cap = new EarningCap(
                                    period.name(), period, kinds.get(place), limit * (1 + 3L * place), Set.of());
                            caps.add(teaOnly && period == CapPeriod.WEEK ? cap.on(TEA) : cap);
                        }
                    }
                    return caps;
                });
    }

    @Provide
    Arbitrary<List<Step>> streams() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.just(Verb.EARN)),
                                Tuple.of(2, Arbitraries.just(Verb.EARN_LATE)),
                                Tuple.of(2, Arbitraries.just(Verb.REFUND)),
                                Tuple.of(1, Arbitraries.just(Verb.REPEAT)),
                                Tuple.of(4, Arbitraries.just(Verb.WAIT))),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 60))
                .as(Step::new)
                .list()
                .ofSize(200);
    }
}

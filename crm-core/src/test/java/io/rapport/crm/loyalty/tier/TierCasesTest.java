package io.rapport.crm.loyalty.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.fault.InvalidInputException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which tier somebody is, by worked examples. */
class TierCasesTest {

    private static final Instant ENROLLED = Instant.parse("2025-01-01T00:00:00Z");

    private static TierPlan.Builder plan(TierWindow window) {
        return TierPlan.builder(window)
                .tiers(Tier.of("L0", 0), Tier.of("L1", 10), Tier.of("L2", 30), Tier.of("L3", 100));
    }

    private static TierEntry entry(String at, long points) {
        return new TierEntry(at(at), points);
    }

    private static Instant at(String text) {
        return Instant.parse(text.length() == 10 ? text + "T00:00:00Z" : text);
    }

    private static TierStanding standing(TierPlan plan, String at, TierEntry... entries) {
        return plan.standing(ENROLLED, ZoneOffset.UTC, List.of(entries), at(at));
    }

    private static String tier(TierPlan plan, String at, TierEntry... entries) {
        return standing(plan, at, entries).tier().map(Tier::name).orElse("none");
    }

    @ParameterizedTest(name = "{0}: {1} left at the end of the window: {2}")
    @CsvSource({
        "OL-TIER-01, 5, L0",
        "OL-TIER-01, 10, L1",
        "OL-TIER-01, 30, L2",
        "like OL-TIER-01, 9, L0",
        "like OL-TIER-01, 29, L1"
    })
    void by_balance_up_is_at_once_and_the_end_of_the_window_judges_what_is_left(String worked, long left, String tier) {
        TierPlan plan = plan(TierWindow.anniversary(Period.ofDays(365)))
                .basis(TierBasis.BALANCE)
                .build();
        TierEntry ten = entry("2025-01-01", 10);
        TierEntry twenty = entry("2025-02-01", 20);
        TierEntry spent = entry("2025-06-01", left - 30);

        assertThat(tier(plan, "2025-01-31", ten, twenty, spent)).isEqualTo("L1");
        assertThat(tier(plan, "2025-12-31", ten, twenty, spent)).isEqualTo("L2");
        assertThat(tier(plan, "2026-01-01", ten, twenty, spent)).as(worked).isEqualTo(tier);
    }

    @ParameterizedTest(name = "{0}: {2} earned and {1}: {3}")
    @CsvSource({
        "OL-TIER-04, FULL, 11, L1",
        "OL-TIER-04, NONE, 11, L3",
        "like OL-TIER-04, ONE_STEP, 11, L2",
        "like OL-TIER-04, ONE_STEP, 99, L2",
        "like OL-TIER-04, FULL, 99, L2",
        "like OL-TIER-04, FULL, 100, L3"
    })
    void what_a_window_earned_and_not_what_was_spent_keeps_a_tier(
            String worked, Downgrade downgrade, long earned, String tier) {
        TierPlan plan = plan(TierWindow.calendarYear()).downgrade(downgrade).build();
        TierEntry first = entry("2025-03-01", 1000);
        TierEntry second = entry("2026-03-01", earned);

        assertThat(tier(plan, "2026-12-31", first, second)).isEqualTo("L3");
        assertThat(tier(plan, "2027-01-01", first, second)).as(worked).isEqualTo(tier);
    }

    @Test
    void a_tier_is_kept_through_the_grace_and_saved_by_what_is_earned_in_it() {
        TierPlan plan =
                plan(TierWindow.calendarYear()).grace(Period.ofMonths(2)).build();
        TierEntry first = entry("2025-03-01", 30);
        TierEntry late = entry("2027-02-28T23:59:59Z", 30);

        assertThat(tier(plan, "2027-02-28T23:59:59Z", first)).isEqualTo("L2");
        assertThat(tier(plan, "2027-03-01", first)).isEqualTo("L0");
        assertThat(tier(plan, "2027-03-01", first, late)).isEqualTo("L2");
        assertThat(standing(plan, "2027-01-15", first)).satisfies(standing -> {
            assertThat(standing.toKeep()).isEqualTo(30);
            assertThat(standing.keepBy()).contains(at("2027-03-01"));
            assertThat(standing.lostAt()).contains(at("2027-03-01"));
        });
    }

    @Test
    void points_that_a_refund_took_back_were_never_earned() {
        TierPlan plan = plan(TierWindow.calendarYear()).build();

        assertThat(tier(plan, "2025-06-01", entry("2025-03-01", 30), entry("2025-03-01", -5)))
                .isEqualTo("L1");
        assertThat(tier(plan, "2026-06-01", entry("2025-03-01", 30), entry("2025-03-01", -5), entry("2026-01-01", 6)))
                .isEqualTo("L1");
    }

    @Test
    void anniversaries_are_counted_from_the_enrolment_in_the_zone_and_clamped() {
        TierPlan plan = plan(TierWindow.anniversary()).build();
        Instant leapDay = Instant.parse("2024-02-28T23:30:00Z");
        List<TierEntry> entries = List.of(entry("2024-03-01", 10));

        TierStanding before =
                plan.standing(leapDay, ZoneId.of("Europe/Berlin"), entries, Instant.parse("2025-02-27T22:59:59Z"));
        TierStanding after =
                plan.standing(leapDay, ZoneId.of("Europe/Berlin"), entries, Instant.parse("2025-02-27T23:00:00Z"));

        assertThat(before.points()).isEqualTo(10);
        assertThat(after.points()).isZero();
        assertThat(after.tier().map(Tier::name)).contains("L1");
        assertThat(after.keepBy()).contains(Instant.parse("2026-02-27T23:00:00Z"));
    }

    @Test
    void a_rolling_tier_is_lost_when_its_points_are_too_old_and_the_grace_is_over() {
        TierPlan full = plan(TierWindow.rolling(Period.ofDays(100)))
                .grace(Period.ofDays(10))
                .build();
        TierPlan steps = plan(TierWindow.rolling(Period.ofDays(100)))
                .grace(Period.ofDays(10))
                .downgrade(Downgrade.ONE_STEP)
                .build();
        TierEntry hundred = entry("2025-01-01", 100);

        assertThat(tier(full, "2025-04-20T23:59:59Z", hundred)).isEqualTo("L3");
        assertThat(tier(full, "2025-04-21", hundred)).isEqualTo("L0");
        assertThat(tier(steps, "2025-04-20T23:59:59Z", hundred)).isEqualTo("L3");
        assertThat(tier(steps, "2025-04-21", hundred)).isEqualTo("L2");
        assertThat(tier(steps, "2025-05-01", hundred)).isEqualTo("L1");
        assertThat(standing(full, "2025-02-01", hundred).lostAt()).contains(at("2025-04-21"));
        assertThat(standing(full, "2025-02-01", hundred).toKeep()).isEqualTo(100);
    }

    @Test
    void progress_tells_what_is_missing_for_the_next_tier_and_to_keep_this_one_and_by_when() {
        TierPlan plan =
                plan(TierWindow.calendarYear()).grace(Period.ofMonths(1)).build();

        TierStanding standing = standing(plan, "2026-05-01", entry("2025-03-01", 30), entry("2026-02-01", 12));

        assertThat(standing)
                .isEqualTo(new TierStanding(
                        Optional.of(Tier.of("L2", 30)),
                        12,
                        Optional.of(Tier.of("L3", 100)),
                        88,
                        Optional.of(at("2027-01-01")),
                        18,
                        Optional.of(at("2027-01-01")),
                        Optional.of(at("2027-02-01"))));
    }

    @Test
    void below_the_lowest_threshold_there_is_no_tier() {
        TierPlan plan = TierPlan.builder(TierWindow.lifetime())
                .tiers(Tier.of("Gold", 10)
                        .with(TierBenefits.earning(new BigDecimal("1.50"))
                                .discount(BigDecimal.TEN)
                                .access("lounge")))
                .build();

        TierStanding none = standing(plan, "2026-01-01", entry("2025-03-01", 4));
        TierStanding gold = standing(plan, "2026-01-01", entry("2025-03-01", 10));

        assertThat(none.tier()).isEmpty();
        assertThat(none.missing()).isEqualTo(6);
        assertThat(TierPlan.multiplier(none.tier())).isEqualByComparingTo("1");
        assertThat(TierPlan.multiplier(gold.tier())).isEqualByComparingTo("1.5");
        assertThat(gold.next()).isEmpty();
    }

    private static void assertRefused(String setting, Supplier<?> plan) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(plan::get)
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(setting));
    }

    @Test
    void a_plan_that_contradicts_itself_is_refused_and_the_setting_named() {
        TierWindow year = TierWindow.calendarYear();

        assertRefused("tiers", () -> TierPlan.builder(year).build());
        assertRefused("tiers", () -> plan(year).tiers(Tier.of("L4", 100)).build());
        assertRefused("tiers", () -> plan(year).tiers(Tier.of("L1", 200)).build());
        assertRefused("grace", () -> plan(year).grace(Period.ofYears(1)).build());
        assertRefused("grace", () -> plan(year).grace(Period.ofDays(-1)).build());
        assertRefused(
                "grace",
                () -> plan(TierWindow.lifetime()).grace(Period.ofDays(1)).build());
        assertRefused(
                "basis",
                () -> plan(TierWindow.rolling(Period.ofDays(1)))
                        .basis(TierBasis.BALANCE)
                        .build());
        assertRefused(
                "downgrade",
                () -> plan(TierWindow.rolling(Period.ofDays(1)))
                        .downgrade(Downgrade.ONE_STEP)
                        .build());
        assertRefused("window", () -> new TierWindow(TierWindow.Kind.CALENDAR, Period.ofMonths(2)));
        assertRefused("window", () -> TierWindow.rolling(Period.ZERO));
        assertRefused("threshold", () -> Tier.of("x", -1));
        assertRefused("earningMultiplier", () -> TierBenefits.earning(new BigDecimal("0.9")));
        assertRefused("discountPercent", () -> TierBenefits.NONE.discount(new BigDecimal("101")));
    }
}

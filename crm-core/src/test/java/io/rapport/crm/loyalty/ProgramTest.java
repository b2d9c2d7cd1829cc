package io.rapport.crm.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.loyalty.earning.EarningRules;
import io.rapport.crm.loyalty.earning.PointsRule;
import io.rapport.crm.loyalty.tier.Tier;
import io.rapport.crm.loyalty.tier.TierBenefits;
import io.rapport.crm.loyalty.tier.TierPlan;
import io.rapport.crm.loyalty.tier.TierWindow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ProgramTest {

    private static final ProgramId CLUB = ProgramId.of("club");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Program.Builder club() {
        return Program.builder(CLUB, BERLIN);
    }

    private static void assertRefused(String setting, UnaryOperator<Program.Builder> rules) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> rules.apply(club()).build())
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(setting));
    }

    @Test
    void a_program_that_is_told_nothing_keeps_points_for_ever() {
        Program program = club().build();

        assertThat(program.expiresAt(Instant.EPOCH)).isEmpty();
        assertThat(program.activatesAt(Instant.EPOCH)).isEqualTo(Instant.EPOCH);
        assertThat(program.toBuilder().build()).isEqualTo(program);
    }

    @Test
    void an_inconsistent_program_is_refused_and_the_setting_named() {
        assertRefused("activation", rules -> rules.activation(Period.ofDays(-1)));
        assertRefused("activation", rules -> rules.activation(Period.ofDays(2)).expiry(ExpiryPolicy.afterDays(1)));
        assertRefused(
                "activation", rules -> rules.activation(Period.ofDays(1)).expiry(ExpiryPolicy.endOf(PeriodEnd.MONTH)));
        assertRefused(
                "activation",
                rules -> rules.activation(Period.ofMonths(1))
                        .expiry(ExpiryPolicy.sliding(Period.ofDays(30), Set.of(ActivityKind.EARN))));
        assertRefused("holdTtl", rules -> rules.holdTtl(Duration.ZERO));
        assertRefused("holdTtl", rules -> rules.holdTtl(Duration.ofDays(367)));
        assertRefused("costPerPoint", rules -> rules.costPerPoint(new BigDecimal("-0.01")));
        assertRefused("costPerPoint", rules -> rules.costPerPoint(new BigDecimal("0.0000001")));
        assertRefused("breakage", rules -> rules.breakage(new BigDecimal("1.01")));
        assertRefused("rounding", rules -> rules.rounding(RoundingMode.UNNECESSARY));
        assertRefused("clawback", rules -> rules.clawback(ClawbackPolicy.debt(0)));
        assertRefused("clawback", rules -> rules.clawback(new ClawbackPolicy(ClawbackPolicy.Kind.REJECT, 1)));
        assertRefused("restore", rules -> rules.restore(RestorePolicy.grace(0)));
        assertRefused("redeemAt", rules -> rules.redeemAt(0));
        assertRefused("reinstatement", rules -> rules.reinstatement(-1));
    }

    @Test
    void a_tier_multiplier_needs_tiers_and_a_tier_that_multiplies_needs_a_rule_that_asks_for_it() {
        PointsRule base = PointsRule.perUnit("base", BigDecimal.ONE);
        EarningRules asking = EarningRules.builder()
                .rules(base, PointsRule.tierMultiplier("tier"))
                .build();
        EarningRules silent = EarningRules.builder().rules(base).build();
        TierPlan tiers = TierPlan.builder(TierWindow.lifetime())
                .tiers(Tier.of("Gold", 1).with(TierBenefits.earning(BigDecimal.valueOf(2))))
                .build();

        assertRefused("earning", rules -> rules.earning(asking));
        assertRefused("tiers", rules -> rules.earning(silent).tiers(tiers));
        assertThat(club().earning(asking).tiers(tiers).build().tiers()).contains(tiers);
    }

    @Test
    void an_activation_that_fits_the_shortest_life_is_accepted() {
        assertThat(club().activation(Period.ofDays(1))
                        .expiry(ExpiryPolicy.afterDays(1))
                        .build()
                        .activation())
                .isEqualTo(Period.ofDays(1));
    }

    @Test
    void activation_is_counted_on_the_calendar_of_the_program() {
        Program program = club().activation(Period.ofDays(1)).build();

        assertThat(program.activatesAt(Instant.parse("2026-03-28T11:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-29T10:00:00Z"));
    }

    @Test
    void equal_rules_are_equal_however_their_numbers_are_written() {
        assertThat(club().costPerPoint(new BigDecimal("0.010")).build())
                .isEqualTo(club().costPerPoint(new BigDecimal("0.01")).build());
    }
}

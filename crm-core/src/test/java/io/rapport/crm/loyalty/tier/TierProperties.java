package io.rapport.crm.loyalty.tier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds whatever the plan and the points. */
class TierProperties {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant ENROLLED = Instant.parse("2024-02-29T09:00:00Z");

    @Property(tries = 2000)
    void more_points_never_make_a_lower_tier(
            @ForAll("plans") TierPlan plan,
            @ForAll("points") List<TierEntry> points,
            @ForAll("points") List<TierEntry> more,
            @ForAll @IntRange(min = 0, max = 900) int day) {
        List<TierEntry> all = new ArrayList<>(points);
        all.addAll(more);

        assertThat(level(plan, all, on(day))).isGreaterThanOrEqualTo(level(plan, points, on(day)));
    }

    @Property
    void the_order_of_entries_and_what_comes_later_make_no_difference(
            @ForAll("plans") TierPlan plan,
            @ForAll("points") List<TierEntry> points,
            @ForAll @IntRange(min = 0, max = 900) int day) {
        List<TierEntry> backwards = new ArrayList<>(points);
        Collections.reverse(backwards);
        List<TierEntry> past =
                points.stream().filter(entry -> !entry.at().isAfter(on(day))).toList();

        assertThat(standing(plan, backwards, on(day))).isEqualTo(standing(plan, points, on(day)));
        assertThat(standing(plan, past, on(day))).isEqualTo(standing(plan, points, on(day)));
    }

    @Property
    void what_is_missing_for_the_next_tier_reaches_it_and_one_less_does_not(
            @ForAll("plans") TierPlan plan,
            @ForAll("points") List<TierEntry> points,
            @ForAll @IntRange(min = 0, max = 900) int day) {
        TierStanding standing = standing(plan, points, on(day));
        int level = level(plan, points, on(day));

        if (standing.next().isPresent()) {
            assertThat(level(plan, with(points, on(day), standing.missing()), on(day)))
                    .isEqualTo(level + 1);
            assertThat(level(plan, with(points, on(day), standing.missing() - 1), on(day)))
                    .isEqualTo(level);
        }
    }

    @Property(tries = 2000)
    void a_tier_is_held_until_it_is_lost_and_kept_by_what_is_needed(
            @ForAll("plans") TierPlan plan,
            @ForAll("points") List<TierEntry> points,
            @ForAll @IntRange(min = 0, max = 900) int day) {
        List<TierEntry> past =
                points.stream().filter(entry -> !entry.at().isAfter(on(day))).toList();
        TierStanding standing = standing(plan, past, on(day));
        int level = level(plan, past, on(day));

        if (standing.lostAt().isPresent()) {
            Instant lost = standing.lostAt().get();
            Instant by = standing.keepBy().orElseThrow().minusNanos(1000);
            assertThat(level(plan, past, lost.minusNanos(1000))).isEqualTo(level);
            assertThat(level(plan, past, lost)).isLessThan(level);
            assertThat(level(plan, with(past, by, standing.toKeep()), lost)).isGreaterThanOrEqualTo(level);
        }
    }

    @Property(tries = 2000)
    void entries_before_those_that_are_read_make_no_difference(
            @ForAll("plans") TierPlan plan,
            @ForAll("points") List<TierEntry> points,
            @ForAll @IntRange(min = 0, max = 900) int day) {
        Optional<Instant> since = plan.readsSince(BERLIN, on(day));
        List<TierEntry> read = points.stream()
                .filter(entry -> !entry.at().isBefore(since.orElse(entry.at())))
                .toList();

        assertThat(standing(plan, read, on(day))).isEqualTo(standing(plan, points, on(day)));
    }

    private static List<TierEntry> with(List<TierEntry> points, Instant at, long more) {
        List<TierEntry> all = new ArrayList<>(points);
        all.add(new TierEntry(at, more));
        return all;
    }

    private static Instant on(int day) {
        return ENROLLED.plus(Duration.ofDays(day)).plusSeconds(7);
    }

    private static TierStanding standing(TierPlan plan, List<TierEntry> points, Instant at) {
        return plan.standing(ENROLLED, BERLIN, points, at);
    }

    private static int level(TierPlan plan, List<TierEntry> points, Instant at) {
        Optional<Tier> tier = standing(plan, points, at).tier();
        return tier.map(known -> plan.tiers().indexOf(known) + 1).orElse(0);
    }

    @Provide
    Arbitrary<List<TierEntry>> points() {
        return Combinators.combine(
                        Arbitraries.integers().between(-40, 900),
                        Arbitraries.longs().between(0, 60))
                .as((day, points) -> new TierEntry(ENROLLED.plus(Duration.ofDays(day)), points))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<TierPlan> plans() {
        return Combinators.combine(
                        Arbitraries.of(
                                TierWindow.calendarMonth(),
                                TierWindow.calendarQuarter(),
                                TierWindow.calendarYear(),
                                TierWindow.anniversary(),
                                TierWindow.anniversary(Period.ofDays(90)),
                                TierWindow.rolling(Period.ofDays(60)),
                                TierWindow.lifetime()),
                        Arbitraries.of(Downgrade.class),
                        Arbitraries.integers().between(0, 25))
                .as((window, downgrade, grace) -> {
                    boolean rolling = window.kind() == TierWindow.Kind.ROLLING;
                    boolean lifetime = window.kind() == TierWindow.Kind.LIFETIME;
                    return TierPlan.builder(window)
                            .downgrade(downgrade)
                            .grace(Period.ofDays(lifetime ? 0 : rolling ? grace + 1 : grace))
                            .tiers(Tier.of("a", 10), Tier.of("b", 40), Tier.of("c", 90), Tier.of("d", 150))
                            .build();
                });
    }
}

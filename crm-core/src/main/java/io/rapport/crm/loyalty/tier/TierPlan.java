package io.rapport.crm.loyalty.tier;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The tiers of a program: a value, and a pure function from points to a tier. Thread-safe. Made by {@link #builder},
 * which refuses a plan that contradicts itself.
 *
 * <p>A customer goes up as soon as the points of the running window reach a threshold. At the end of a window that did
 * not keep the tier, and when the grace is over as well, the customer goes down. Points that a refund took back count as
 * if they had never been earned. More points never make a lower tier. The tier at an instant follows from the entries
 * alone, so it makes no difference when it is asked for.
 *
 * @param window over what time points count
 * @param basis what thresholds are compared with
 * @param grace how long after the end of a window, or after points fell below a threshold that rolls, a tier is kept;
 *     shorter than the window
 * @param downgrade how far a customer goes down at once
 * @param tiers the lowest first; who has fewer points than its threshold is in none
 */
public record TierPlan(TierWindow window, TierBasis basis, Period grace, Downgrade downgrade, List<Tier> tiers) {

    private static final String TIERS = "tiers";
    /** More than what months that are too short can take away when periods are added and taken off again. */
    private static final int CLAMPED_DAYS = 7;

    private static final LocalDate SOME_DAY = LocalDate.of(2027, 2, 1);

    public TierPlan {
        Require.present("window", window);
        Require.present("basis", basis);
        Require.present("grace", grace);
        Require.present("downgrade", downgrade);
        tiers = Require.list(TIERS, tiers);
        Require.that(!tiers.isEmpty(), TIERS, "are none", "give at least one tier");
        for (int i = 1; i < tiers.size(); i++) {
            Require.that(
                    tiers.get(i - 1).threshold() < tiers.get(i).threshold(),
                    TIERS,
                    "do not ascend at " + tiers.get(i).threshold(),
                    "give the lowest first, each with a higher threshold");
        }
        Require.that(
                tiers.stream().map(Tier::name).distinct().count() == tiers.size(),
                TIERS,
                "have a name twice",
                "give each tier a name of its own");
        requireGrace(window, grace, downgrade);
        Require.that(
                basis != TierBasis.BALANCE || window.kind() != TierWindow.Kind.ROLLING,
                "basis",
                "is a balance, which has no age",
                "count qualifying points in a rolling window");
    }

    /** Qualifying points, without grace, and all the way down, unless said. */
    public static Builder builder(TierWindow window) {
        return new Builder(window);
    }

    /**
     * The tier at an instant, and how it stands. Costs as much as entries, and windows since the enrolment.
     *
     * @param enrolled since when the customer is in the program
     * @param entries what counts by the basis; those after the instant are passed over
     */
    public TierStanding standing(Instant enrolled, ZoneId zone, Collection<TierEntry> entries, Instant at) {
        Levels levels = new Levels(tiers, downgrade);
        Timeline timeline = new Timeline(entries, at);
        return switch (window.kind()) {
            case LIFETIME -> new LifetimeWalk(this, levels, timeline).standing();
            case ROLLING -> new RollingWalk(this, levels, timeline, zone, at).standing();
            case CALENDAR, ANNIVERSARY -> new TumblingWalk(this, levels, timeline, enrolled, zone, at).standing();
        };
    }

    /**
     * Since when entries have a say in the standing at an instant, or a little earlier: without those before, it is the
     * same. Of a balance, what there was then counts as one entry. Empty if the whole past has a say: where a tier is never
     * lost, where points count for a lifetime and are no balance, and where a rolling window steps down.
     */
    public Optional<Instant> readsSince(ZoneId zone, Instant at) {
        boolean rolls = window.kind() == TierWindow.Kind.ROLLING;
        boolean lifelong = window.kind() == TierWindow.Kind.LIFETIME;
        if (downgrade == Downgrade.NONE
                || (lifelong && basis != TierBasis.BALANCE)
                || (rolls && downgrade == Downgrade.ONE_STEP)) {
            return Optional.empty();
        }
        // A window that follows another is judged by what the one before it was enough for and, while a grace runs, by
        // what was held in that one. Step by step, each tier takes one window more to lose.
        int steps = downgrade == Downgrade.ONE_STEP ? tiers.size() : 1;
        int windows = rolls ? 1 : steps + 3;
        return Optional.of(at.atZone(zone)
                .minus(window.length().multipliedBy(windows))
                .minus(grace)
                .minusDays(CLAMPED_DAYS)
                .toInstant());
    }

    /** The factor that a tier of this plan earns by; 1 without a tier. */
    public static BigDecimal multiplier(Optional<Tier> tier) {
        return tier.map(known -> known.benefits().earningMultiplier()).orElse(BigDecimal.ONE);
    }

    private static void requireGrace(TierWindow window, Period grace, Downgrade downgrade) {
        Require.that(
                grace.getYears() >= 0 && grace.getMonths() >= 0 && grace.getDays() >= 0,
                "grace",
                "has a negative part",
                "count forward only");
        Require.that(
                window.kind() != TierWindow.Kind.LIFETIME || grace.isZero(),
                "grace",
                "follows a window that never ends",
                "give none");
        Require.that(
                grace.isZero() || SOME_DAY.plus(grace).isBefore(SOME_DAY.plus(window.length())),
                "grace",
                "is not shorter than the window",
                "give less");
        Require.that(
                window.kind() != TierWindow.Kind.ROLLING || downgrade != Downgrade.ONE_STEP || !grace.isZero(),
                "downgrade",
                "is one step at a time, and all of them at the same instant",
                "give a grace for each step, or downgrade FULL");
    }

    /** Collects a plan. Not thread-safe. */
    public static final class Builder {

        private final TierWindow window;
        private TierBasis basis = TierBasis.QUALIFYING;
        private Period grace = Period.ZERO;
        private Downgrade downgrade = Downgrade.FULL;
        private final ImmutableList.Builder<Tier> tiers = ImmutableList.builder();

        private Builder(TierWindow window) {
            this.window = Require.present("window", window);
        }

        public Builder basis(TierBasis what) {
            basis = Require.present("basis", what);
            return this;
        }

        public Builder grace(Period time) {
            grace = Require.present("grace", time);
            return this;
        }

        public Builder downgrade(Downgrade how) {
            downgrade = Require.present("downgrade", how);
            return this;
        }

        /** Adds tiers above those before. */
        public Builder tiers(Tier... next) {
            tiers.addAll(Require.list(TIERS, Arrays.asList(next)));
            return this;
        }

        /**
         * The plan.
         *
         * @throws InvalidInputException naming the setting, if it contradicts itself
         */
        public TierPlan build() {
            return new TierPlan(window, basis, grace, downgrade, tiers.build());
        }
    }
}

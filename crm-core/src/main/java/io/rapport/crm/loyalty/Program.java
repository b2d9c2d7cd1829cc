package io.rapport.crm.loyalty;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.loyalty.earning.EarningRules;
import io.rapport.crm.loyalty.tier.TierPlan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The rules of a loyalty program: a value, of which each change is a new version. Immutable. Made by {@link #builder},
 * which refuses rules that contradict each other and names the setting.
 *
 * @param zone in which days begin and months end
 * @param expiry when points that are earned from now on expire
 * @param activation how long after they are earned points can be used
 * @param clawback what happens with refunded points that are spent already
 * @param restore what happens with restored points that expired meanwhile
 * @param reinstatementDays for how many days after the one on which they expired points can be reinstated; 0 for never
 * @param redeemAt how many points are redeemed by themselves, and whole multiples of them, as soon as so many can be used;
 *     empty if only customers redeem
 * @param holdTtl how long a hold lasts unless its command says otherwise
 * @param transferable whether customers may transfer points
 * @param costPerPoint what a point costs the host, at most 6 decimals, in the currency of the host's books
 * @param breakage the share of points that is expected never to be redeemed, from 0 to 1
 * @param rounding how parts of a point are rounded where no earning rules say it
 * @param earning by what rules points are earned; empty if the host says how many
 * @param tiers its tiers; empty if it has none
 */
public record Program(
        ProgramId id,
        ZoneId zone,
        ExpiryPolicy expiry,
        Period activation,
        ClawbackPolicy clawback,
        RestorePolicy restore,
        int reinstatementDays,
        Optional<Long> redeemAt,
        Duration holdTtl,
        boolean transferable,
        BigDecimal costPerPoint,
        BigDecimal breakage,
        RoundingMode rounding,
        Optional<EarningRules> earning,
        Optional<TierPlan> tiers) {

    private static final Duration LONGEST_HOLD = Duration.ofDays(366);
    /** Four years of days on which points may be earned: one of them is a leap day. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2027, 3, 1);

    private static final int DAYS = 4 * 365 + 1;

    public Program {
        Require.present("program", id);
        Require.present("zone", zone);
        Require.present("expiry", expiry);
        requireForward(Require.present("activation", activation));
        Require.present("clawback", clawback);
        Require.present("restore", restore);
        requireDays(reinstatementDays);
        Require.present("redeemAt", redeemAt).ifPresent(points -> Require.positive("redeemAt", points));
        Require.present("holdTtl", holdTtl);
        Require.that(
                holdTtl.compareTo(Duration.ZERO) > 0 && holdTtl.compareTo(LONGEST_HOLD) <= 0,
                "holdTtl",
                "is not above zero and at most 366 days",
                "give the time that a checkout may take");
        costPerPoint = plain("costPerPoint", costPerPoint);
        breakage = plain("breakage", breakage);
        Require.that(breakage.compareTo(BigDecimal.ONE) <= 0, "breakage", "is above 1", "give a share from 0 to 1");
        Require.present("rounding", rounding);
        Require.that(
                rounding != RoundingMode.UNNECESSARY,
                "rounding",
                "refuses every part of a point",
                "give a mode that rounds");
        requireFitting(Require.present("earning", earning), Require.present("tiers", tiers));
    }

    /** A program whose points never expire, are active at once and worth nothing; what was spent is written off. */
    public static Builder builder(ProgramId id, ZoneId zone) {
        return new Builder(id, zone);
    }

    /** The rules of a program that nobody defined: those of a builder that is told nothing, in UTC. */
    static Program undefined(ProgramId id) {
        return builder(id, ZoneOffset.UTC).rules();
    }

    /** These rules, to derive others from. */
    public Builder toBuilder() {
        Builder builder = new Builder(id, zone);
        builder.expiry = expiry;
        builder.activation = activation;
        builder.clawback = clawback;
        builder.restore = restore;
        builder.reinstatementDays = reinstatementDays;
        builder.redeemAt = redeemAt;
        builder.holdTtl = holdTtl;
        builder.transferable = transferable;
        builder.costPerPoint = costPerPoint;
        builder.breakage = breakage;
        builder.rounding = rounding;
        builder.earning = earning;
        builder.tiers = tiers;
        return builder;
    }

    /** When points that are earned at an instant can be used. */
    public Instant activatesAt(Instant earnedAt) {
        return earnedAt.atZone(zone).plus(activation).toInstant();
    }

    /** When points that are earned at an instant expire; empty if they never do, or slide. */
    public Optional<Instant> expiresAt(Instant earnedAt) {
        return expiry.expiresAt(earnedAt, zone);
    }

    private static void requireDays(int reinstatement) {
        Require.between("reinstatement", reinstatement, 0, RestorePolicy.MAX_DAYS);
    }

    private static void requireForward(Period activation) {
        Require.that(
                activation.getYears() >= 0 && activation.getMonths() >= 0 && activation.getDays() >= 0,
                "activation",
                "has a negative part",
                "count forward only");
    }

    private static BigDecimal plain(String field, BigDecimal value) {
        BigDecimal plain = LotTerms.plain(Require.present(field, value));
        Require.that(
                plain.signum() >= 0 && plain.scale() <= LotTerms.DECIMALS,
                field,
                "is negative or has more than 6 decimals",
                "give 0 or more, with at most 6 decimals");
        return plain;
    }

    private static void requireFitting(Optional<EarningRules> earning, Optional<TierPlan> tiers) {
        boolean multiplied = earning.filter(EarningRules::usesTier).isPresent();
        boolean multiplies = tiers.filter(Program::multiplies).isPresent();
        Require.that(
                !multiplied || tiers.isPresent(),
                "earning",
                "multiplies by a tier, and there are none",
                "define tiers");
        Require.that(
                !multiplies || earning.isEmpty() || multiplied,
                "tiers",
                "have a multiplier that no earning rule asks for",
                "add a tier multiplier to the earning rules");
    }

    private static boolean multiplies(TierPlan plan) {
        return plan.tiers().stream()
                .anyMatch(tier -> tier.benefits().earningMultiplier().compareTo(BigDecimal.ONE) > 0);
    }

    /**
     * Checks that points can be used before they expire, on whatever day they are earned. Looks at four years of days, so
     * it is asked when rules are made and defined, and not each time they are read.
     */
    Program requireUsable() {
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = FIRST_DAY.plusDays(i);
            Instant earned = day.atTime(LocalTime.MAX).atZone(zone).toInstant();
            Instant active = earned.atZone(zone).plus(activation).toInstant();
            Optional<Instant> expired =
                    expiry.slides() ? Optional.of(expiry.slidTo(earned, zone)) : expiry.expiresAt(earned, zone);
            if (expired.filter(end -> !active.isBefore(end)).isPresent()) {
                throw new InvalidInputException(
                        "activation",
                        "is so long that points earned on " + day + " would expire before they can be used",
                        "activate points sooner, or let them expire later");
            }
        }
        return this;
    }

    /** Collects the rules. Each setting is checked as it is given, and how they fit by {@link #build}. Not thread-safe. */
    public static final class Builder {

        private final ProgramId id;
        private final ZoneId zone;
        private ExpiryPolicy expiry = ExpiryPolicy.never();
        private Period activation = Period.ZERO;
        private ClawbackPolicy clawback = ClawbackPolicy.writeOff();
        private RestorePolicy restore = RestorePolicy.newLot();
        private int reinstatementDays;
        private Optional<Long> redeemAt = Optional.empty();
        private Duration holdTtl = Duration.ofMinutes(15);
        private boolean transferable = true;
        private BigDecimal costPerPoint = BigDecimal.ZERO;
        private BigDecimal breakage = BigDecimal.ZERO;
        private RoundingMode rounding = RoundingMode.DOWN;
        private Optional<EarningRules> earning = Optional.empty();
        private Optional<TierPlan> tiers = Optional.empty();

        private Builder(ProgramId id, ZoneId zone) {
            this.id = Require.present("program", id);
            this.zone = Require.present("zone", zone);
        }

        /** {@link ExpiryPolicy#never} unless said. */
        public Builder expiry(ExpiryPolicy policy) {
            expiry = Require.present("expiry", policy);
            return this;
        }

        /** At once unless said. */
        public Builder activation(Period delay) {
            requireForward(Require.present("activation", delay));
            activation = delay;
            return this;
        }

        /** Written off unless said. */
        public Builder clawback(ClawbackPolicy policy) {
            clawback = Require.present("clawback", policy);
            return this;
        }

        /** {@link RestorePolicy#newLot} unless said. */
        public Builder restore(RestorePolicy policy) {
            restore = Require.present("restore", policy);
            return this;
        }

        /** Never unless said. */
        public Builder reinstatement(int days) {
            requireDays(days);
            reinstatementDays = days;
            return this;
        }

        /**
         * Only by command unless said. Points of a cancelled redemption wait until something else happens to the account.
         */
        public Builder redeemAt(long points) {
            redeemAt = Optional.of(Require.positive("redeemAt", points));
            return this;
        }

        /** 15 minutes unless said. */
        public Builder holdTtl(Duration ttl) {
            holdTtl = Require.present("holdTtl", ttl);
            return this;
        }

        public Builder notTransferable() {
            transferable = false;
            return this;
        }

        /** 0 unless said. */
        public Builder costPerPoint(BigDecimal cost) {
            costPerPoint = plain("costPerPoint", cost);
            return this;
        }

        /** 0 unless said. */
        public Builder breakage(BigDecimal share) {
            breakage = plain("breakage", share);
            return this;
        }

        /** Down unless said. */
        public Builder rounding(RoundingMode mode) {
            rounding = Require.present("rounding", mode);
            return this;
        }

        /** None unless said: the host says how many points are earned. */
        public Builder earning(EarningRules rules) {
            earning = Optional.of(rules);
            return this;
        }

        /** None unless said. */
        public Builder tiers(TierPlan plan) {
            tiers = Optional.of(plan);
            return this;
        }

        /**
         * The rules.
         *
         * @throws InvalidInputException naming the setting, if they contradict each other
         */
        public Program build() {
            return rules().requireUsable();
        }

        private Program rules() {
            return new Program(
                    id,
                    zone,
                    expiry,
                    activation,
                    clawback,
                    restore,
                    reinstatementDays,
                    redeemAt,
                    holdTtl,
                    transferable,
                    costPerPoint,
                    breakage,
                    rounding,
                    earning,
                    tiers);
        }
    }
}

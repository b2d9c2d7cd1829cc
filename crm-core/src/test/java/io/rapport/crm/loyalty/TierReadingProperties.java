package io.rapport.crm.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.Crm;
import io.rapport.crm.contract.SettableClock;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.fault.CrmException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.tier.Downgrade;
import io.rapport.crm.loyalty.tier.Tier;
import io.rapport.crm.loyalty.tier.TierBasis;
import io.rapport.crm.loyalty.tier.TierEntry;
import io.rapport.crm.loyalty.tier.TierPlan;
import io.rapport.crm.loyalty.tier.TierWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The tier of an account is that which its whole history makes, however little of it is read. */
class TierReadingProperties {

    private static final ProgramId CLUB = ProgramId.of("club");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private enum Verb {
        EARN,
        EARN_LATE,
        REFUND,
        REDEEM,
        WAIT
    }

    private record Step(Verb verb, long points, int choice) {}

    @Property(tries = 60)
    void a_standing_is_what_the_whole_history_makes_it(
            @ForAll("plans") TierPlan plan, @ForAll("streams") List<Step> stream) {
        new Shop(plan).take(stream);
    }

    private static final class Shop {

        private final SettableClock clock = new SettableClock(Instant.parse("2024-01-31T22:30:00Z"));
        private final Crm crm = Crm.builder().clock(clock).build();
        private final TierPlan plan;
        private final LoyaltyAccount opened;
        private int number;

        Shop(TierPlan plan) {
            this.plan = plan;
            crm.programs()
                    .define(
                            Program.builder(CLUB, BERLIN)
                                    .expiry(ExpiryPolicy.afterDays(100))
                                    .tiers(plan)
                                    .build(),
                            Actor.SYSTEM);
            opened = crm.loyalty()
                    .enrol(EnrolCustomer.of(
                            crm.customers()
                                    .register(RegisterCustomer.person("Ann"))
                                    .id(),
                            CLUB));
        }

        void take(List<Step> stream) {
            for (Step step : stream) {
                number++;
                try {
                    run(step);
                } catch (CrmException refused) {
                    // too few points, or nothing to refund
                }
                assertThat(crm.loyalty().tiers().progress(opened.id()))
                        .isEqualTo(plan.standing(opened.openedAt(), BERLIN, entries(), clock.instant()));
            }
        }

        private void run(Step step) {
            CommandKey key = CommandKey.of("step-" + number);
            EarnPoints earn = EarnPoints.of(opened.id(), step.points(), key);
            switch (step.verb()) {
                case EARN -> crm.loyalty().earn(earn.forOrder("o-" + number, step.points()));
                case EARN_LATE -> crm.loyalty().earn(earn.at(clock.instant().minus(Duration.ofDays(step.choice()))));
                case REFUND ->
                    crm.loyalty()
                            .refund(RefundOrder.part(
                                    opened.id(), "o-" + (number - step.choice() % 5), step.points(), key));
                case REDEEM -> crm.loyalty().redeem(RedeemPoints.of(opened.id(), step.points(), key));
                case WAIT -> clock.move(Duration.ofHours(13L * step.choice()));
            }
        }

        /** What counts, found in the whole history. */
        private List<TierEntry> entries() {
            List<LoyaltyEvent> history = crm.loyalty().history(opened.id());
            List<TierEntry> entries = new ArrayList<>();
            for (LoyaltyEvent event : history) {
                if (plan.basis() == TierBasis.BALANCE && event instanceof LedgerEntry entry) {
                    entries.add(new TierEntry(entry.at(), entry.effect().available()));
                } else if (event instanceof LoyaltyEvent.Earned earned && plan.basis() == TierBasis.QUALIFYING) {
                    entries.add(new TierEntry(earned.effectiveAt(), earned.points()));
                } else if (event instanceof LoyaltyEvent.Reversed reversed && plan.basis() == TierBasis.QUALIFYING) {
                    for (Allocation claim : reversed.claims()) {
                        LedgerEntry lot = (LedgerEntry) history.get((int) claim.lot() - 1);
                        entries.add(new TierEntry(lot.effectiveAt(), -claim.points()));
                    }
                }
            }
            return entries;
        }
    }

    @Provide
    Arbitrary<List<Step>> streams() {
        return Combinators.combine(
                        Arbitraries.of(Verb.class),
                        Arbitraries.longs().between(1, 60),
                        Arbitraries.integers().between(0, 40))
                .as(Step::new)
                .list()
                .ofSize(200);
    }

    @Provide
    Arbitrary<TierPlan> plans() {
        return Combinators.combine(
                        Arbitraries.of(
                                TierWindow.calendarMonth(),
                                TierWindow.calendarQuarter(),
                                TierWindow.anniversary(Period.ofMonths(1)),
                                TierWindow.anniversary(Period.ofDays(45)),
                                TierWindow.rolling(Period.ofDays(30)),
                                TierWindow.lifetime()),
                        Arbitraries.of(Downgrade.class),
                        Arbitraries.of(TierBasis.class),
                        Arbitraries.integers().between(1, 25))
                .as((window, downgrade, basis, grace) -> TierPlan.builder(window)
                        .basis(window.kind() == TierWindow.Kind.ROLLING ? TierBasis.QUALIFYING : basis)
                        .downgrade(downgrade)
                        .grace(Period.ofDays(window.kind() == TierWindow.Kind.LIFETIME ? 0 : grace))
                        .tiers(Tier.of("a", 20), Tier.of("b", 60), Tier.of("c", 110))
                        .build());
    }
}

package io.rapport.crm.loyalty.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.Crm;
import io.rapport.crm.contract.SettableClock;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.fault.CrmException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.AdjustPoints;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.ProgramId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random streams of commands, some of them repeated, on two accounts and one reward. */
class RewardProperties {

    private static final ProgramId CLUB = ProgramId.of("club");
    private static final long POINTS = 2_000;
    private static final long STOCK = 12;
    private static final long PER_CUSTOMER = 8;
    private static final long PRICE = 7;

    private enum Verb {
        RESERVE,
        REDEEM,
        COMMIT,
        VOID,
        FULFIL,
        CANCEL,
        WAIT,
        SWEEP
    }

    private record Step(Verb verb, int choice, boolean twice) {}

    @Provide
    Arbitrary<List<Step>> streams() {
        return Combinators.combine(
                        Arbitraries.of(Verb.class),
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.of(true, false, false))
                .as(Step::new)
                .list()
                .ofMinSize(20)
                .ofMaxSize(120);
    }

    @Property(tries = 40)
    void stock_allowance_and_points_are_neither_lost_nor_given_twice(@ForAll("streams") List<Step> stream) {
        Shop shop = new Shop();

        for (int i = 0; i < stream.size(); i++) {
            Step step = stream.get(i);
            shop.take(step, i);
            if (step.twice()) {
                String before = shop.picture();
                shop.take(step, i);
                assertThat(shop.picture()).as("%s again", step).isEqualTo(before);
            }
            shop.assertConserved();
        }
    }

    private static final class Shop {

        private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:30:00Z"));
        private final Crm crm = Crm.builder().clock(clock).build();
        private final Rewards rewards = crm.rewards();
        private final List<LoyaltyAccountId> accounts = List.of(account(), account());
        private final Reward reward = rewards.offer(OfferReward.of(
                "mug",
                RewardTerms.of("A mug", CLUB, Benefit.freeProduct("mug"), PointsPrice.fixed(PRICE))
                        .stock(STOCK)
                        .perCustomer(PER_CUSTOMER)));
        private final List<RewardRedemptionId> made = new ArrayList<>();
        private int lastWait = -1;

        private LoyaltyAccountId account() {
            LoyaltyAccountId id = crm.loyalty()
                    .enrol(EnrolCustomer.of(
                            crm.customers()
                                    .register(RegisterCustomer.person("Ann"))
                                    .id(),
                            CLUB))
                    .id();
            crm.loyalty()
                    .adjust(AdjustPoints.up(
                            id, POINTS, CommandKey.of("opening-" + id.value()), "Opening", Actor.SYSTEM));
            return id;
        }

        void take(Step step, int number) {
            CommandKey key = CommandKey.of("step-" + number);
            RedeemReward asked = RedeemReward.of(reward.id(), accounts.get(step.choice() % 2), key)
                    .units(1 + step.choice() % 3)
                    .lasting(Duration.ofSeconds(30));
            switch (step.verb()) {
                case RESERVE -> attempt(() -> rewards.reserve(asked));
                case REDEEM -> attempt(() -> rewards.redeem(asked));
                case COMMIT -> some(step, key).forEach(one -> attempt(() -> rewards.commit(one)));
                case VOID -> some(step, key).forEach(one -> attempt(() -> rewards.voidReservation(one)));
                case FULFIL -> some(step, key).forEach(one -> attempt(() -> rewards.fulfil(one)));
                case CANCEL ->
                    some(step, key)
                            .forEach(one -> attempt(() -> rewards.cancel(step.choice() % 2 == 0 ? one : one.only(1))));
                case WAIT -> waitOnce(number, step.choice());
                case SWEEP -> rewards.sweep(clock.instant(), 10);
            }
        }

        private void waitOnce(int number, int choice) {
            if (lastWait != number) {
                lastWait = number;
                clock.move(Duration.ofSeconds(choice % 25));
            }
        }

        private Stream<RedemptionStep> some(Step step, CommandKey key) {
            return made.isEmpty()
                    ? Stream.empty()
                    : Stream.of(RedemptionStep.of(made.get(step.choice() / 2 % made.size()), key));
        }

        private void attempt(Supplier<RewardRedemption> command) {
            try {
                RewardRedemptionId id = command.get().id();
                if (!made.contains(id)) {
                    made.add(id);
                }
            } catch (CrmException refused) {
                assertThat(refused).hasMessageContaining(": ");
            }
        }

        String picture() {
            return rewards.find(reward.id()) + " " + all() + " "
                    + accounts.stream().map(crm.loyalty()::balances).toList();
        }

        private List<RewardRedemption> all() {
            return accounts.stream()
                    .flatMap(account -> rewards.redemptions(account).stream())
                    .toList();
        }

        void assertConserved() {
            Reward now = rewards.find(reward.id()).orElseThrow();
            assertThat(now.reserved()).isEqualTo(units(RedemptionStatus.RESERVED));
            assertThat(now.redeemed()).isEqualTo(units(RedemptionStatus.COMMITTED) + units(RedemptionStatus.FULFILLED));
            assertThat(now.left().orElseThrow() + now.reserved() + now.redeemed())
                    .isEqualTo(STOCK);
            assertThat(Reward.fold(rewards.history(reward.id()))).isEqualTo(now);
            accounts.forEach(this::assertConserved);
            all().forEach(one ->
                    assertThat(RewardRedemption.fold(rewards.history(one.id()))).isEqualTo(one));
        }

        private void assertConserved(LoyaltyAccountId account) {
            List<RewardRedemption> its = rewards.redemptions(account);
            long taken = its.stream()
                    .filter(RewardRedemption::counts)
                    .mapToLong(RewardRedemption::open)
                    .sum();
            long paid = its.stream()
                    .filter(one -> one.counts() && one.status() != RedemptionStatus.RESERVED)
                    .mapToLong(one -> one.open() * PRICE)
                    .sum();
            long held = its.stream()
                    .filter(one -> one.status() == RedemptionStatus.RESERVED
                            && one.expiresAt().isAfter(clock.instant()))
                    .mapToLong(RewardRedemption::points)
                    .sum();
            assertThat(taken).isLessThanOrEqualTo(PER_CUSTOMER);
            assertThat(crm.loyalty().balances(account).reserved()).isEqualTo(held);
            assertThat(crm.loyalty().balance(account)).isEqualTo(POINTS - paid - held);
            assertThat(crm.loyalty().verify(account).discrepancies()).isEmpty();
        }

        private long units(RedemptionStatus status) {
            return all().stream()
                    .filter(one -> one.status() == status)
                    .mapToLong(RewardRedemption::open)
                    .sum();
        }
    }
}

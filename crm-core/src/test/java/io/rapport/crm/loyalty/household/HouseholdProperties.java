package io.rapport.crm.loyalty.household;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.Crm;
import io.rapport.crm.contract.SettableClock;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.fault.CrmException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.ExpiryPolicy;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.Program;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.RedeemPoints;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of households whatever is done with two of them and five customers, with every command said twice. */
class HouseholdProperties {

    private static final ProgramId CLUB = ProgramId.of("club");

    private enum Verb {
        JOIN,
        LEAVE,
        HAND_OVER,
        DISSOLVE,
        FORM,
        EARN,
        EARN_ALONE,
        REDEEM,
        WAIT
    }

    private record Step(Verb verb, int household, int member, long points) {}

    @Property(tries = 30)
    void no_point_is_lost_and_nobody_is_in_two_households(@ForAll("streams") List<Step> stream) {
        new Street().take(stream);
    }

    private static final class Street {

        private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:30:00Z"));
        private final Crm crm = Crm.builder().clock(clock).build();
        private final Households households = crm.households();
        private final List<LoyaltyAccountId> people = new ArrayList<>();
        private final List<LoyaltyAccountId> pools = new ArrayList<>();
        private final Set<HouseholdId> all = new HashSet<>();
        private int number;

        void take(List<Step> stream) {
            crm.programs()
                    .define(
                            Program.builder(CLUB, ZoneOffset.UTC)
                                    .expiry(ExpiryPolicy.afterDays(5))
                                    .build(),
                            Actor.SYSTEM);
            for (int i = 0; i < 5; i++) {
                people.add(account());
            }
            pools.add(account());
            pools.add(account());
            for (Step step : stream) {
                number++;
                if (step.verb() == Verb.WAIT) {
                    clock.move(Duration.ofHours(step.points()));
                } else {
                    twice(command(step));
                }
                assertSound();
            }
            people.forEach(
                    id -> assertThat(crm.loyalty().verify(id).discrepancies()).isEmpty());
            pools.forEach(
                    id -> assertThat(crm.loyalty().verify(id).discrepancies()).isEmpty());
            all.forEach(id -> assertThat(Household.fold(households.history(id)))
                    .isEqualTo(households.find(id).orElseThrow()));
        }

        /** What is said again with the same key gives the same result; what was refused is refused again. */
        private static void twice(Supplier<Object> command) {
            Object first;
            try {
                first = command.get();
            } catch (CrmException refused) {
                return;
            }
            assertThat(command.get()).isEqualTo(first);
        }

        private Supplier<Object> command(Step step) {
            LoyaltyAccountId pool = pools.get(step.household());
            LoyaltyAccountId member = people.get(step.member());
            CommandKey key = CommandKey.of("step-" + number);
            HouseholdId id = households.of(pool).map(Household::id).orElseGet(() -> lastOf(pool));
            MembershipStep change = MembershipStep.of(id, member, key);
            return switch (step.verb()) {
                case JOIN -> () -> households.join(change);
                case LEAVE -> () -> households.leave(change);
                case HAND_OVER -> () -> households.handOver(change);
                case DISSOLVE -> () -> households.dissolve(change);
                case FORM ->
                    () -> {
                        Household formed = households.form(FormHousehold.of(pool, member, HouseholdTerms.upTo(3), key));
                        all.add(formed.id());
                        return formed;
                    };
                case EARN -> () -> households.earn(member, EarnPoints.of(pool, step.points(), key));
                case EARN_ALONE -> () -> crm.loyalty().earn(EarnPoints.of(member, step.points(), key));
                case REDEEM -> () -> households.redeem(member, RedeemPoints.of(pool, step.points(), key));
                case WAIT -> throw new IllegalArgumentException("waiting is no command");
            };
        }

        private HouseholdId lastOf(LoyaltyAccountId pool) {
            return all.stream()
                    .filter(id -> households.find(id).orElseThrow().pool().equals(pool))
                    .findFirst()
                    .orElse(new HouseholdId(pool.value()));
        }

        private void assertSound() {
            Set<LoyaltyAccountId> seen = new HashSet<>();
            for (HouseholdId id : all) {
                Household household = households.find(id).orElseThrow();
                if (household.status() == HouseholdStatus.FORMED) {
                    assertThat(household.members()).hasSizeBetween(1, 3);
                    assertThat(household.head()).isNotNull();
                    assertThat(seen.add(household.pool())).isTrue();
                    household.members().forEach(member -> {
                        assertThat(seen.add(member.account())).isTrue();
                        assertThat(households.of(member.account())).contains(household);
                    });
                }
            }
            people.forEach(id -> assertThat(households.of(id).isPresent()).isEqualTo(seen.contains(id)));
            assertNothingLost();
        }

        private void assertNothingLost() {
            long net = 0;
            long expected = 0;
            List<LoyaltyAccountId> accounts = new ArrayList<>(people);
            accounts.addAll(pools);
            for (LoyaltyAccountId id : accounts) {
                LoyaltyAccount account = crm.loyalty().find(id).orElseThrow();
                net += account.balances().net();
                expected += account.totals().earned()
                        - account.totals().redeemed()
                        - account.totals().expired();
            }
            assertThat(net).isEqualTo(expected);
        }

        private LoyaltyAccountId account() {
            return crm.loyalty()
                    .enrol(EnrolCustomer.of(
                            crm.customers()
                                    .register(RegisterCustomer.person("Ann"))
                                    .id(),
                            CLUB))
                    .id();
        }
    }

    @Provide
    Arbitrary<List<Step>> streams() {
        return Combinators.combine(
                        Arbitraries.of(Verb.class),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.longs().between(1, 40))
                .as(Step::new)
                .list()
                .ofSize(200);
    }
}

package io.rapport.crm.contract;

import static io.rapport.crm.contract.CrmStoreContract.inParallel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.CommitHold;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.ExpiryPolicy;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.Program;
import io.rapport.crm.loyalty.RedeemPoints;
import io.rapport.crm.loyalty.Redemption;
import io.rapport.crm.loyalty.Reservation;
import io.rapport.crm.loyalty.ReservePoints;
import io.rapport.crm.loyalty.TransferNotAllowedException;
import io.rapport.crm.loyalty.household.FormHousehold;
import io.rapport.crm.loyalty.household.Household;
import io.rapport.crm.loyalty.household.HouseholdEvent;
import io.rapport.crm.loyalty.household.HouseholdId;
import io.rapport.crm.loyalty.household.HouseholdMember;
import io.rapport.crm.loyalty.household.HouseholdRefusal;
import io.rapport.crm.loyalty.household.HouseholdRefusedException;
import io.rapport.crm.loyalty.household.HouseholdRepository;
import io.rapport.crm.loyalty.household.HouseholdRole;
import io.rapport.crm.loyalty.household.HouseholdStatus;
import io.rapport.crm.loyalty.household.HouseholdTerms;
import io.rapport.crm.loyalty.household.Households;
import io.rapport.crm.loyalty.household.MembershipStep;
import io.rapport.crm.store.IdempotencyConflictException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is in a household and what happens to the points of whoever comes and goes, in any store. */
public abstract class HouseholdMembersContract extends HouseholdContract {

    @Test
    void members_bring_their_points_and_redeem_them_together() {
        LoyaltyAccountId ann = holding(100);
        LoyaltyAccountId ben = holding(50);
        Household alone = formed(ann);
        assertStored(alone);

        Household two = joined(alone, ben);

        assertThat(two.members())
                .containsExactly(
                        new HouseholdMember(ann, HouseholdRole.HEAD, clock.instant()),
                        new HouseholdMember(ben, HouseholdRole.MEMBER, clock.instant()));
        assertStored(two);
        assertThat(households().of(ben)).contains(two);
        assertThat(households().of(two.pool())).contains(two);
        assertThat(otherCrm().households().of(ben)).isEmpty();
        assertThat(loyalty().balance(ann)).isZero();
        assertThat(loyalty().balance(ben)).isZero();

        households().earn(ben, earn(two.pool(), 30, "order"));
        Redemption all = households().redeem(ben, redeem(two.pool(), 180, "all"));

        assertThat(all.balanceAfter()).isZero();
        assertThat(entries(two.pool()))
                .extracting(entry -> Household.memberOf(entry).orElseThrow())
                .containsExactly(ann, ben, ben, ben);
        assertThat(entries(two.pool()).get(3).cause()).contains("member:" + ben.value() + " basket 9");
        assertThat(entries(two.pool()).get(3).actor()).isEqualTo(SHOP);
        assertClean(ann, ben, two.pool());
    }

    @Test
    void points_that_are_brought_keep_their_expiry_and_pending_ones_stay_behind() {
        crm().programs()
                .define(
                        Program.builder(CLUB, ZoneOffset.UTC)
                                .expiry(ExpiryPolicy.afterDays(10))
                                .activation(Period.ofDays(1))
                                .build(),
                        Actor.SYSTEM);
        LoyaltyAccountId ann = holding(40);
        clock.move(Duration.ofDays(4));
        loyalty().earn(EarnPoints.of(ann, 7, CommandKey.of("pending")));

        Household household = formed(ann);

        assertThat(loyalty().balance(household.pool())).isEqualTo(40);
        assertThat(loyalty().balances(ann).pending()).isEqualTo(7);
        Instant end = Instant.parse("2026-03-13T00:00:00Z");
        clock.move(Duration.between(clock.instant(), end).minusNanos(1_000));
        assertThat(loyalty().balance(household.pool())).isEqualTo(40);
        clock.move(Duration.ofNanos(1_000));
        assertThat(loyalty().balance(household.pool())).isZero();
        assertThat(loyalty().balance(ann)).isEqualTo(7);
        assertClean(ann, household.pool());
    }

    @Test
    void whoever_leaves_leaves_the_points_and_can_join_another_household() {
        LoyaltyAccountId ann = holding(100);
        LoyaltyAccountId ben = holding(50);
        Household household = joined(formed(ann), ben);
        RedeemPoints before = redeem(household.pool(), 10, "before");
        Redemption first = households().redeem(ben, before);

        Household left = households().leave(step(household, ben, "leave"));

        assertStored(left);
        assertThat(households().of(ben)).isEmpty();
        assertThat(loyalty().balance(household.pool())).isEqualTo(140);
        assertRefused(
                HouseholdRefusal.NOT_A_MEMBER, () -> households().redeem(ben, redeem(household.pool(), 1, "after")));
        assertRefused(HouseholdRefusal.NOT_A_MEMBER, () -> households().earn(ben, earn(household.pool(), 1, "late")));
        assertThat(households().redeem(ben, before)).isEqualTo(first);
        assertStored(joined(formed(holding(1)), ben));
        assertStored(joined(joined(left, holding(2)), holding(3)));
    }

    @Test
    void the_head_hands_over_before_leaving_and_gets_what_is_left_in_the_end() {
        LoyaltyAccountId ann = holding(100);
        LoyaltyAccountId ben = holding(50);
        Household household = joined(formed(ann), ben);
        assertRefused(HouseholdRefusal.IS_THE_HEAD, () -> households().leave(step(household, ann, "early")));
        assertRefused(HouseholdRefusal.NOT_THE_HEAD, () -> households().dissolve(step(household, ben, "early")));

        Household ledByBen = households().handOver(step(household, ben, "lead"));
        assertThat(ledByBen.head().account()).isEqualTo(ben);
        assertStored(ledByBen);
        households().leave(step(household, ann, "leave"));
        Household over = households().dissolve(step(household, ben, "end"));

        assertThat(over.status()).isEqualTo(HouseholdStatus.DISSOLVED);
        assertStored(over);
        assertThat(loyalty().balance(ben)).isEqualTo(150);
        assertThat(loyalty().balance(over.pool())).isZero();
        assertThat(households().of(ben)).isEmpty();
        assertThat(households().of(over.pool())).isEmpty();
        assertThatExceptionOfType(IllegalTransitionException.class).isThrownBy(() -> joined(over, ann));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> households().redeem(ben, redeem(over.pool(), 1, "late")));
        assertStored(households().form(FormHousehold.of(over.pool(), ben, FOUR, CommandKey.of("again"))));
        assertClean(ann, ben, over.pool());
    }

    @Test
    void a_household_with_open_points_is_not_dissolved() {
        LoyaltyAccountId ann = holding(100);
        Household household = formed(ann);
        Reservation hold = households()
                .reserve(
                        ann,
                        ReservePoints.of(household.pool(), 30, CommandKey.of("hold"))
                                .by(SHOP));

        assertRefused(HouseholdRefusal.POINTS_OPEN, () -> households().dissolve(step(household, ann, "held")));
        assertStored(household);

        loyalty().commit(CommitHold.of(household.pool(), hold.hold(), CommandKey.of("commit")));
        households().dissolve(step(household, ann, "end"));
        assertThat(loyalty().balance(ann)).isEqualTo(70);
    }

    @Test
    void what_does_not_fit_is_refused_and_nothing_is_half_done() {
        LoyaltyAccountId ann = holding(100);
        LoyaltyAccountId ben = holding(50);
        Household household = joined(formed(ann, HouseholdTerms.upTo(2)), ben);
        LoyaltyAccountId eva = holding(7);

        assertRefused(HouseholdRefusal.FULL, () -> joined(household, eva));
        assertRefused(HouseholdRefusal.ALREADY_MEMBER, () -> joined(household, ben));
        assertRefused(HouseholdRefusal.OTHER_HOUSEHOLD, () -> formed(ben));
        assertRefused(HouseholdRefusal.OTHER_HOUSEHOLD, () -> joined(formed(holding(1)), ben));
        assertRefused(HouseholdRefusal.OTHER_HOUSEHOLD, () -> joined(formed(holding(1)), household.pool()));
        assertRefused(HouseholdRefusal.OTHER_HOUSEHOLD, () -> households().form(form(household.pool(), eva, FOUR)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> households().form(form(eva, eva, FOUR)))
                .withMessageContaining("pool");
        LoyaltyAccountId miles =
                loyalty().enrol(EnrolCustomer.of(customer(), MILES)).id();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> households().form(form(pool(), miles, FOUR)))
                .withMessageContaining("member");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> households().redeem(eva, redeem(eva, 1, "own")))
                .withMessageContaining("account");
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> households()
                        .join(MembershipStep.of(new HouseholdId(ids.next()), eva, CommandKey.of("nowhere"))));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> joined(household, new LoyaltyAccountId(ids.next())));

        assertThat(loyalty().balance(eva)).isEqualTo(7);
        assertThat(households().of(eva)).isEmpty();
        assertStored(household);
    }

    @Test
    void a_program_without_transfers_has_no_households() {
        crm().programs()
                .define(Program.builder(CLUB, ZoneOffset.UTC).notTransferable().build(), Actor.SYSTEM);
        LoyaltyAccountId ann = enrolled().id();

        assertThatExceptionOfType(TransferNotAllowedException.class).isThrownBy(() -> formed(ann));
        assertThat(households().of(ann)).isEmpty();
    }

    @Test
    void what_is_said_twice_has_one_effect() {
        LoyaltyAccountId ann = holding(100);
        LoyaltyAccountId ben = holding(50);
        FormHousehold form = form(pool(), ann, FOUR);
        Household household = households().form(form);
        MembershipStep join = step(household, ben, "join");
        Household two = households().join(join);
        households().leave(step(household, ben, "leave"));
        loyalty().earn(EarnPoints.of(ben, 5, CommandKey.of("after")));

        assertThat(households().form(form)).isEqualTo(household);
        assertThat(households().join(join)).isEqualTo(two);
        assertThat(households().history(household.id())).hasSize(3);
        assertThat(loyalty().balance(ben)).isEqualTo(5);
        assertThatExceptionOfType(IdempotencyConflictException.class)
                .isThrownBy(() -> households().join(join.by(SHOP)));
        assertThatExceptionOfType(IdempotencyConflictException.class)
                .isThrownBy(() -> households().leave(step(household, ben, "join")));
        RedeemPoints redeem = redeem(household.pool(), 1, "redeem");
        households().redeem(ann, redeem);
        households().join(step(household, ben, "again"));
        assertThatExceptionOfType(IdempotencyConflictException.class)
                .isThrownBy(() -> households().redeem(ben, redeem));
    }

    @Test
    void of_many_households_that_take_one_member_at_once_one_succeeds() throws Exception {
        LoyaltyAccountId ben = holding(50);
        List<Household> many =
                IntStream.range(0, 8).mapToObj(i -> formed(holding(10))).toList();
        Households households = households();

        List<Boolean> outcomes = inParallel(many.stream()
                .map(household -> (Callable<Boolean>) () -> {
                    try {
                        households.join(step(household, ben, household.id().toString()));
                        return true;
                    } catch (HouseholdRefusedException elsewhere) {
                        assertThat(elsewhere.reason()).isEqualTo(HouseholdRefusal.OTHER_HOUSEHOLD);
                        return false;
                    }
                })
                .toList());

        assertThat(outcomes).containsOnlyOnce(true);
        Household taker = households.of(ben).orElseThrow();
        assertThat(taker.id()).isEqualTo(many.get(outcomes.indexOf(true)).id());
        assertThat(loyalty().balance(ben)).isZero();
        assertThat(loyalty().balance(taker.pool())).isEqualTo(60);
        assertThat(many.stream().mapToLong(one -> loyalty().balance(one.pool())).sum())
                .isEqualTo(130);
    }

    @Test
    void a_store_refuses_an_account_in_two_households() {
        LoyaltyAccountId ann = holding(1);
        Household first = formed(ann);
        HouseholdEvent.Formed event = new HouseholdEvent.Formed(
                new HouseholdId(ids.next()), CLUB, pool(), ann, FOUR, 0, BEA, clock.instant());
        Household second = Household.fold(List.of(event));
        Household unsaved = new Household(
                second.id(),
                second.program(),
                second.pool(),
                second.terms(),
                second.status(),
                second.members(),
                second.formedAt(),
                1,
                List.of(event));

        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> write(HouseholdRepository.class, households -> households.save(unsaved)))
                .withMessageContaining("account");
        assertThat(households().of(ann)).contains(first);
        assertThat(households().find(second.id())).isEmpty();
    }
}

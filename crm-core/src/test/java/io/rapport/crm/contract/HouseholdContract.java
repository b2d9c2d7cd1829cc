package io.rapport.crm.contract;

import static io.rapport.crm.contract.CrmStoreContract.inParallel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.CommitHold;
import io.rapport.crm.loyalty.EarnByRules;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.ExpiryPolicy;
import io.rapport.crm.loyalty.InsufficientPointsException;
import io.rapport.crm.loyalty.LedgerEntry;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.Program;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.RedeemPoints;
import io.rapport.crm.loyalty.Redemption;
import io.rapport.crm.loyalty.RefundOrder;
import io.rapport.crm.loyalty.Reservation;
import io.rapport.crm.loyalty.ReservePoints;
import io.rapport.crm.loyalty.TransferNotAllowedException;
import io.rapport.crm.loyalty.earning.CapPeriod;
import io.rapport.crm.loyalty.earning.EarningActivity;
import io.rapport.crm.loyalty.earning.EarningCap;
import io.rapport.crm.loyalty.earning.EarningRules;
import io.rapport.crm.loyalty.earning.OrderLine;
import io.rapport.crm.loyalty.earning.PointsRule;
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
import io.rapport.crm.loyalty.reward.Benefit;
import io.rapport.crm.loyalty.reward.OfferReward;
import io.rapport.crm.loyalty.reward.PointsPrice;
import io.rapport.crm.loyalty.reward.RedeemReward;
import io.rapport.crm.loyalty.reward.Reward;
import io.rapport.crm.loyalty.reward.RewardTerms;
import io.rapport.crm.store.IdempotencyConflictException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What households do on every store. */
public abstract class HouseholdContract extends LoyaltyContract {

    private static final Actor BEA = Actor.of("bea");
    private static final HouseholdTerms FOUR = HouseholdTerms.upTo(4);

    private Households households() {
        return crm().households();
    }

    private LoyaltyAccountId pool() {
        return pool(CLUB);
    }

    private LoyaltyAccountId pool(ProgramId program) {
        return loyalty()
                .enrol(EnrolCustomer.of(
                        crm().customers()
                                .register(RegisterCustomer.organisation("Household"))
                                .id(),
                        program))
                .id();
    }

    private Household formed(LoyaltyAccountId head) {
        return formed(head, FOUR);
    }

    private Household formed(LoyaltyAccountId head, HouseholdTerms terms) {
        return households().form(form(pool(), head, terms));
    }

    private static FormHousehold form(LoyaltyAccountId pool, LoyaltyAccountId head, HouseholdTerms terms) {
        return FormHousehold.of(pool, head, terms, CommandKey.of("form:" + pool.value() + head.value()))
                .by(BEA);
    }

    private static MembershipStep step(Household household, LoyaltyAccountId member, String key) {
        return MembershipStep.of(household.id(), member, CommandKey.of(key + ":" + member.value()))
                .by(BEA);
    }

    private Household joined(Household household, LoyaltyAccountId member) {
        return households().join(step(household, member, "join:" + household.id() + household.version()));
    }

    private void assertStored(Household expected) {
        assertThat(households().find(expected.id())).contains(expected);
        assertThat(Household.fold(households().history(expected.id()))).isEqualTo(expected);
    }

    private void assertClean(LoyaltyAccountId... accounts) {
        for (LoyaltyAccountId id : accounts) {
            assertThat(loyalty().verify(id).discrepancies()).isEmpty();
        }
    }

    private static void assertRefused(HouseholdRefusal reason, Runnable what) {
        assertThatExceptionOfType(HouseholdRefusedException.class)
                .isThrownBy(what::run)
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private List<LedgerEntry> entries(LoyaltyAccountId account) {
        return loyalty().history(account).stream()
                .filter(LedgerEntry.class::isInstance)
                .map(LedgerEntry.class::cast)
                .toList();
    }

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
    void only_the_head_redeems_where_the_terms_say_so_and_nobody_more_than_there_is() {
        LoyaltyAccountId ann = holding(100);
        LoyaltyAccountId ben = holding(50);
        Household household = joined(formed(ann, FOUR.onlyHeadRedeems()), ben);

        assertRefused(
                HouseholdRefusal.MAY_NOT_REDEEM, () -> households().redeem(ben, redeem(household.pool(), 1, "ben")));
        assertRefused(
                HouseholdRefusal.MAY_NOT_REDEEM,
                () -> households().reserve(ben, ReservePoints.of(household.pool(), 1, CommandKey.of("hold"))));
        assertThatExceptionOfType(InsufficientPointsException.class)
                .isThrownBy(() -> households().redeem(ann, redeem(household.pool(), 151, "all")));
        assertThat(households()
                        .redeem(ann, redeem(household.pool(), 150, "some"))
                        .points())
                .isEqualTo(150);
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
    void a_household_earns_by_rules_within_its_own_caps_and_refunds_what_an_order_earned() {
        crm().programs()
                .define(
                        Program.builder(CLUB, ZoneOffset.UTC)
                                .earning(EarningRules.builder()
                                        .rules(PointsRule.perAmount("base", BigDecimal.ONE, Money.parse("EUR 1")))
                                        .caps(EarningCap.trim("day", CapPeriod.DAY, 25))
                                        .build())
                                .build(),
                        Actor.SYSTEM);
        LoyaltyAccountId ann = enrolled().id();
        LoyaltyAccountId ben = enrolled().id();
        Household household = joined(formed(ann), ben);
        EarningActivity order = EarningActivity.order(OrderLine.of("tea", 1, Money.parse("EUR 20")));

        households()
                .earn(
                        ann,
                        EarnByRules.of(household.pool(), order, CommandKey.of("1"))
                                .forOrder("o-1"));
        long rest = households()
                .earn(
                        ben,
                        EarnByRules.of(household.pool(), order, CommandKey.of("2"))
                                .forOrder("o-2"))
                .points();
        loyalty().refund(RefundOrder.whole(household.pool(), "o-1", CommandKey.of("3")));

        assertThat(rest).isEqualTo(5);
        assertThat(loyalty().balance(household.pool())).isEqualTo(5);
        assertClean(household.pool());
    }

    @Test
    void a_member_buys_a_reward_with_the_points_of_the_pool() {
        LoyaltyAccountId ann = holding(100);
        Household household = formed(ann);
        Reward mug = crm().rewards()
                .offer(OfferReward.of(
                        "mug", RewardTerms.of("A mug", CLUB, Benefit.freeProduct("mug"), PointsPrice.fixed(60))));

        crm().inTransaction(tx -> {
            LoyaltyAccountId pool =
                    tx.households().requireRedeemer(ann, household.pool()).pool();
            tx.rewards().redeem(RedeemReward.of(mug.id(), pool, CommandKey.of("mug")));
        });

        assertThat(loyalty().balance(household.pool())).isEqualTo(40);
        LoyaltyAccountId stranger = holding(1);
        assertRefused(HouseholdRefusal.NOT_A_MEMBER, () -> households().requireRedeemer(stranger, household.pool()));
    }

    @Test
    void an_entry_names_the_member_who_acted_if_a_member_did() {
        LoyaltyAccountId ann = holding(100);
        Household household = formed(ann);
        String longest = "x".repeat(146);

        households()
                .redeem(
                        ann,
                        RedeemPoints.of(household.pool(), 1, CommandKey.of("1")).because(longest));
        loyalty()
                .redeem(RedeemPoints.of(household.pool(), 1, CommandKey.of("2")).because("member:" + longest));
        loyalty().redeem(RedeemPoints.of(household.pool(), 1, CommandKey.of("3")));

        assertThat(entries(household.pool()))
                .extracting(Household::memberOf)
                .containsExactly(Optional.of(ann), Optional.of(ann), Optional.empty(), Optional.empty());
        RedeemPoints tooLong =
                RedeemPoints.of(household.pool(), 1, CommandKey.of("4")).because(longest + "x");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> households().redeem(ann, tooLong))
                .withMessageContaining("cause");
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
    void members_who_redeem_at_once_never_take_more_than_there_is() throws Exception {
        LoyaltyAccountId ann = holding(50);
        LoyaltyAccountId ben = holding(50);
        Household household = joined(formed(ann), ben);
        Households households = households();

        List<Boolean> outcomes = inParallel(IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Boolean>) () -> {
                    try {
                        households.redeem(i % 2 == 0 ? ann : ben, redeem(household.pool(), 30, "r-" + i));
                        return true;
                    } catch (InsufficientPointsException none) {
                        return false;
                    }
                })
                .toList());

        assertThat(Collections.frequency(outcomes, true)).isEqualTo(3);
        assertThat(loyalty().balance(household.pool())).isEqualTo(10);
        assertClean(household.pool());
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

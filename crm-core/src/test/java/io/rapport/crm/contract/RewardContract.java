package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.CrmException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.Balances;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.InsufficientPointsException;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.reward.AccountFacts;
import io.rapport.crm.loyalty.reward.Benefit;
import io.rapport.crm.loyalty.reward.Eligibility;
import io.rapport.crm.loyalty.reward.OfferReward;
import io.rapport.crm.loyalty.reward.PointsPrice;
import io.rapport.crm.loyalty.reward.RedeemReward;
import io.rapport.crm.loyalty.reward.RedemptionStatus;
import io.rapport.crm.loyalty.reward.RedemptionStep;
import io.rapport.crm.loyalty.reward.RefusalReason;
import io.rapport.crm.loyalty.reward.Reward;
import io.rapport.crm.loyalty.reward.RewardId;
import io.rapport.crm.loyalty.reward.RewardRedemption;
import io.rapport.crm.loyalty.reward.RewardRedemptionId;
import io.rapport.crm.loyalty.reward.RewardRefusedException;
import io.rapport.crm.loyalty.reward.RewardTerms;
import io.rapport.crm.loyalty.reward.Rewards;
import io.rapport.crm.store.IdempotencyConflictException;
import io.rapport.crm.store.PageRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What rewards do on every store: points, stock and allowance move together, or not at all. */
public abstract class RewardContract extends LoyaltyContract {

    private static final Actor BEA = Actor.of("bea");
    private static final RewardTerms MUG =
            RewardTerms.of("A mug", CLUB, Benefit.freeProduct("mug"), PointsPrice.fixed(30));

    protected final Rewards rewards() {
        return crm().rewards();
    }

    protected final Reward offered(RewardTerms terms) {
        return rewards().offer(OfferReward.of("reward-" + ids.next(), terms).by(BEA));
    }

    private static CommandKey key(String key) {
        return CommandKey.of(key);
    }

    private static RedemptionStep step(RewardRedemption redemption, String key) {
        return RedemptionStep.of(redemption.id(), key(key)).by(BEA);
    }

    private Reward now(Reward reward) {
        return rewards().find(reward.id()).orElseThrow();
    }

    private void assertStands(Reward reward, long reserved, long redeemed) {
        Reward found = now(reward);
        assertThat(found.reserved()).isEqualTo(reserved);
        assertThat(found.redeemed()).isEqualTo(redeemed);
        assertThat(Reward.fold(rewards().history(reward.id()))).isEqualTo(found);
    }

    private void assertPoints(LoyaltyAccountId account, long available, long reserved) {
        assertThat(loyalty().balances(account)).isEqualTo(new Balances(available, 0, reserved, 0));
        assertThat(loyalty().verify(account).discrepancies()).isEmpty();
    }

    private static void assertRefused(RefusalReason reason, long available, ThrowingCallable redemption) {
        assertThatExceptionOfType(RewardRefusedException.class)
                .isThrownBy(redemption)
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(reason);
                    assertThat(refused.available()).isEqualTo(available);
                });
    }

    @Test
    void a_reward_comes_back_as_it_was_saved_through_its_whole_life() {
        RewardTerms everything = RewardTerms.of(
                        "Ten percent",
                        CLUB,
                        Benefit.percentOff(new BigDecimal("10.50")).atMost(Money.parse("EUR 9")),
                        PointsPrice.perMoney(3, new BigDecimal("0.030")))
                .stock(7)
                .perCustomer(2)
                .between(MONDAY, MONDAY.plusSeconds(60))
                .onlyFor(Eligibility.ofTiers("silver", "gold").andSegments("vip"));
        Reward offered = rewards().offer(OfferReward.of("ten", everything).by(BEA));
        assertThat(rewards().find(offered.id())).contains(offered);
        assertThat(rewards().find("ten")).contains(offered);

        aMinuteLater();
        Reward revised = rewards().revise(offered.id(), MUG, BEA);
        assertThat(rewards().find(offered.id())).contains(revised);
        Reward withdrawn = rewards().withdraw(offered.id(), BEA);

        assertThat(rewards().page(PageRequest.first(5)).items()).containsExactly(withdrawn);
        assertThat(Reward.fold(rewards().history(offered.id()))).isEqualTo(withdrawn);
        assertThat(otherCrm().rewards().find(offered.id())).isEmpty();
        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> rewards().offer(OfferReward.of("ten", MUG)));
        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> rewards().withdraw(offered.id(), BEA));
    }

    @Test
    void a_redemption_takes_points_stock_and_allowance_and_a_cancellation_gives_all_three_back() {
        LoyaltyAccountId ann = holding(100);
        Reward mug = offered(MUG.stock(3).perCustomer(3));

        RewardRedemption taken = rewards()
                .redeem(RedeemReward.of(mug.id(), ann, key("take")).units(3).by(BEA));

        assertThat(taken.status()).isEqualTo(RedemptionStatus.COMMITTED);
        assertThat(taken.points()).isEqualTo(90);
        assertThat(taken.benefit()).isEqualTo(MUG.benefit());
        assertThat(rewards().redemption(taken.id())).contains(taken);
        assertStands(mug, 0, 3);
        assertPoints(ann, 10, 0);
        assertThat(now(mug).left()).contains(0L);

        RewardRedemption part = rewards().cancel(step(taken, "part").only(1));
        assertThat(part.status()).isEqualTo(RedemptionStatus.COMMITTED);
        assertThat(part.open()).isEqualTo(2);
        assertStands(mug, 0, 2);
        assertPoints(ann, 40, 0);

        RewardRedemption all = rewards().cancel(step(taken, "rest"));
        assertThat(all.status()).isEqualTo(RedemptionStatus.CANCELLED);
        assertStands(mug, 0, 0);
        assertPoints(ann, 100, 0);
        assertThat(RewardRedemption.fold(rewards().history(taken.id()))).isEqualTo(all);

        assertThat(rewards()
                        .redeem(RedeemReward.of(mug.id(), ann, key("again")).units(3))
                        .open())
                .isEqualTo(3);
    }

    @Test
    void a_reservation_is_committed_and_fulfilled() {
        LoyaltyAccountId ann = holding(100);
        Reward mug = offered(MUG.stock(1));

        RewardRedemption held = rewards().reserve(RedeemReward.of(mug.id(), ann, key("hold")));
        assertThat(held.status()).isEqualTo(RedemptionStatus.RESERVED);
        assertStands(mug, 1, 0);
        assertPoints(ann, 70, 30);
        assertRefused(RefusalReason.SOLD_OUT, 0, () -> rewards().reserve(RedeemReward.of(mug.id(), ann, key("late"))));

        RewardRedemption committed = rewards().commit(step(held, "commit"));
        assertStands(mug, 0, 1);
        assertPoints(ann, 70, 0);

        RewardRedemption fulfilled = rewards().fulfil(step(held, "ship"));
        assertThat(fulfilled.status()).isEqualTo(RedemptionStatus.FULFILLED);
        assertThat(rewards().redemptions(ann)).containsExactly(fulfilled);
        assertThat(RewardRedemption.fold(rewards().history(held.id()))).isEqualTo(fulfilled);
        assertThat(rewards().commit(step(held, "commit"))).isEqualTo(committed);
        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> rewards().cancel(step(held, "cancel")));
        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> rewards().commit(step(held, "commit twice")));
    }

    @Test
    void a_reservation_that_is_voided_leaves_no_trace_on_stock_and_points() {
        LoyaltyAccountId ann = holding(100);
        Reward mug = offered(MUG.stock(1).perCustomer(1));
        RewardRedemption held = rewards().reserve(RedeemReward.of(mug.id(), ann, key("hold")));

        RewardRedemption voided = rewards().voidReservation(step(held, "void"));

        assertThat(voided.status()).isEqualTo(RedemptionStatus.VOIDED);
        assertStands(mug, 0, 0);
        assertPoints(ann, 100, 0);
        assertThat(rewards().redeem(RedeemReward.of(mug.id(), ann, key("take"))).status())
                .isEqualTo(RedemptionStatus.COMMITTED);
    }

    @Test
    void a_reservation_that_is_late_ends_by_itself_whether_or_not_it_is_swept() {
        LoyaltyAccountId ann = holding(100);
        Reward mug = offered(MUG.stock(1).perCustomer(1));
        RedeemReward command = RedeemReward.of(mug.id(), ann, key("hold")).lasting(Duration.ofSeconds(60));
        RewardRedemption held = rewards().reserve(command);
        assertThat(held.expiresAt()).isEqualTo(MONDAY.plusSeconds(60));

        clock.move(Duration.ofSeconds(59));
        assertRefused(
                RefusalReason.LIMIT_REACHED, 0, () -> rewards().reserve(RedeemReward.of(mug.id(), ann, key("early"))));
        clock.move(Duration.ofSeconds(1));
        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> rewards().commit(step(held, "commit")));

        RewardRedemption second =
                rewards().reserve(RedeemReward.of(mug.id(), ann, key("second")).lasting(Duration.ofSeconds(5)));
        assertThat(rewards().redemption(held.id()).orElseThrow().status()).isEqualTo(RedemptionStatus.EXPIRED);
        assertStands(mug, 1, 0);
        assertPoints(ann, 70, 30);

        clock.move(Duration.ofSeconds(5));
        assertThat(rewards().sweep(clock.instant(), 10)).isEqualTo(1);
        assertThat(rewards().sweep(clock.instant(), 10)).isZero();
        assertThat(rewards().redemption(second.id()).orElseThrow().status()).isEqualTo(RedemptionStatus.EXPIRED);
        assertStands(mug, 0, 0);
        assertPoints(ann, 100, 0);
    }

    @Test
    void whatever_refuses_a_redemption_says_why_and_nothing_is_taken() {
        LoyaltyAccountId ann = holding(100);
        LoyaltyAccountId miles =
                loyalty().enrol(EnrolCustomer.of(customer(), MILES)).id();
        Reward gold = offered(MUG.onlyFor(Eligibility.ofTiers("gold")));
        Reward later = offered(MUG.between(MONDAY.plusSeconds(60), MONDAY.plusSeconds(120)));
        Reward few = offered(MUG.stock(2).perCustomer(1));
        Reward dear = offered(RewardTerms.of("Car", CLUB, Benefit.freeProduct("car"), PointsPrice.fixed(101))
                .stock(1));
        Reward gone = offered(MUG);
        rewards().withdraw(gone.id(), BEA);

        assertRefused(
                RefusalReason.NOT_ELIGIBLE,
                0,
                () -> rewards().redeem(RedeemReward.of(gold.id(), ann, key("1")).knowing(AccountFacts.tier("silver"))));
        assertRefused(
                RefusalReason.OUTSIDE_WINDOW, 0, () -> rewards().redeem(RedeemReward.of(later.id(), ann, key("1"))));
        assertRefused(
                RefusalReason.LIMIT_REACHED,
                1,
                () -> rewards().redeem(RedeemReward.of(few.id(), ann, key("1")).units(2)));
        assertRefused(RefusalReason.WITHDRAWN, 0, () -> rewards().redeem(RedeemReward.of(gone.id(), ann, key("1"))));
        assertRefused(
                RefusalReason.OTHER_PROGRAM, 0, () -> rewards().redeem(RedeemReward.of(few.id(), miles, key("1"))));
        assertThatExceptionOfType(InsufficientPointsException.class)
                .isThrownBy(() -> rewards().redeem(RedeemReward.of(dear.id(), ann, key("1"))));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> rewards().redeem(RedeemReward.of(new RewardId(ids.next()), ann, key("1"))));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(
                        () -> rewards().redeem(RedeemReward.of(few.id(), new LoyaltyAccountId(ids.next()), key("1"))));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> rewards().commit(RedemptionStep.of(new RewardRedemptionId(ids.next()), key("1"))));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> rewards()
                        .redeem(RedeemReward.of(few.id(), ann, key("1")).points(30)));

        assertPoints(ann, 100, 0);
        assertThat(rewards().redemptions(ann)).isEmpty();
        assertThat(command("1")).isEmpty();
        assertStands(dear, 0, 0);
        assertThat(rewards()
                        .redeem(RedeemReward.of(gold.id(), ann, key("1")).knowing(AccountFacts.tier("gold")))
                        .status())
                .isEqualTo(RedemptionStatus.COMMITTED);
    }

    @Test
    void a_refusal_leaves_nothing_half_done_even_where_the_host_goes_on() {
        LoyaltyAccountId ann = holding(40);
        Reward mug = offered(MUG.stock(1));

        crm().inTransaction(services -> {
            services.rewards().redeem(RedeemReward.of(mug.id(), ann, key("first")));
            for (String next : new String[] {"second", "third"}) {
                assertThatExceptionOfType(CrmException.class)
                        .isThrownBy(() -> services.rewards().redeem(RedeemReward.of(mug.id(), ann, key(next))));
            }
        });

        assertStands(mug, 0, 1);
        assertPoints(ann, 10, 0);
        assertThat(rewards().redemptions(ann)).hasSize(1);
    }

    @Test
    void repeating_a_command_has_no_second_effect_and_the_same_answer() {
        LoyaltyAccountId ann = holding(100);
        Reward mug = offered(MUG.stock(9));
        RedeemReward command =
                RedeemReward.of(mug.id(), ann, key("take")).units(2).by(BEA);

        RewardRedemption first = rewards().redeem(command);
        RewardRedemption cancelled = rewards().cancel(step(first, "part").only(1));

        assertThat(rewards().redeem(command)).isEqualTo(first);
        assertThat(rewards().redeem(command.knowing(AccountFacts.tier("gold")))).isEqualTo(first);
        assertThat(rewards().cancel(step(first, "part").only(1))).isEqualTo(cancelled);
        assertStands(mug, 0, 1);
        assertPoints(ann, 70, 0);
        assertThatExceptionOfType(IdempotencyConflictException.class)
                .isThrownBy(() -> rewards().redeem(command.units(1)));
        assertThatExceptionOfType(IdempotencyConflictException.class)
                .isThrownBy(() -> rewards().reserve(command));
        assertThatExceptionOfType(IdempotencyConflictException.class)
                .isThrownBy(() -> rewards().cancel(step(first, "part")));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> rewards().cancel(step(first, "more").only(2)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("units"));
    }

    @Test
    void what_was_set_aside_keeps_its_price_and_points_turn_into_money_in_multiples() {
        LoyaltyAccountId ann = holding(100);
        Reward money = offered(RewardTerms.of(
                "Money off",
                CLUB,
                Benefit.amountOff(Money.parse("EUR 1")),
                PointsPrice.perMoney(3, new BigDecimal("1.5"))));

        RewardRedemption held =
                rewards().reserve(RedeemReward.of(money.id(), ann, key("hold")).points(9));
        rewards().revise(money.id(), MUG, BEA);
        RewardRedemption committed = rewards().commit(step(held, "commit"));

        assertThat(committed.points()).isEqualTo(9);
        assertThat(committed.benefit()).isEqualTo(Benefit.amountOff(Money.parse("EUR 1")));
        assertPoints(ann, 91, 0);
        assertThat(committed.entry()).isNotEqualTo(Optional.empty());
    }
}

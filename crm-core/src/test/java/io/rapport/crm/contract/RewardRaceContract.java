package io.rapport.crm.contract;

import static io.rapport.crm.contract.CrmStoreContract.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.Balances;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.reward.Benefit;
import io.rapport.crm.loyalty.reward.CouponRefusal;
import io.rapport.crm.loyalty.reward.CouponRefusedException;
import io.rapport.crm.loyalty.reward.CouponTerms;
import io.rapport.crm.loyalty.reward.Coupons;
import io.rapport.crm.loyalty.reward.IssueCoupon;
import io.rapport.crm.loyalty.reward.IssuedCoupon;
import io.rapport.crm.loyalty.reward.OfferReward;
import io.rapport.crm.loyalty.reward.PointsPrice;
import io.rapport.crm.loyalty.reward.RedeemCoupon;
import io.rapport.crm.loyalty.reward.RedeemReward;
import io.rapport.crm.loyalty.reward.RedemptionStatus;
import io.rapport.crm.loyalty.reward.RedemptionStep;
import io.rapport.crm.loyalty.reward.RefusalReason;
import io.rapport.crm.loyalty.reward.Reward;
import io.rapport.crm.loyalty.reward.RewardRefusedException;
import io.rapport.crm.loyalty.reward.RewardTerms;
import io.rapport.crm.loyalty.reward.Rewards;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What many threads do to one reward or coupon at once: nothing is given twice, and nobody waits for ever. */
public abstract class RewardRaceContract extends LoyaltyContract {

    private static final String DONE = "done";
    private static final RewardTerms MUG =
            RewardTerms.of("A mug", CLUB, Benefit.freeProduct("mug"), PointsPrice.fixed(30));

    private interface Numbered {
        void call(int number);
    }

    /** How each thread ended; anything but success and a refusal that says why fails the test. */
    private static List<String> race(int threads, Numbered task) throws Exception {
        return inParallel(IntStream.range(0, threads)
                .mapToObj(number -> (Callable<String>) () -> {
                    try {
                        task.call(number);
                        return DONE;
                    } catch (RewardRefusedException refused) {
                        return refused.reason().name();
                    } catch (CouponRefusedException refused) {
                        return refused.reason().name();
                    }
                })
                .toList());
    }

    private static CommandKey key(String verb, int number) {
        return CommandKey.of(verb + "-" + number);
    }

    private static void assertOneOf(int threads, List<String> outcomes, String refusal) {
        assertThat(Collections.frequency(outcomes, DONE)).isEqualTo(1);
        assertThat(Collections.frequency(outcomes, refusal)).isEqualTo(threads - 1);
    }

    @Test
    @DisplayName("REC-RACE-02: of 50 that use a coupon for one use at once one succeeds")
    void of_fifty_that_use_a_coupon_for_one_use_at_once_one_succeeds() throws Exception {
        assertUsedUp(50, 1);
    }

    @Test
    @DisplayName("like REC-RACE-02: of 50 that use a coupon for seven uses at once seven succeed")
    void of_fifty_that_use_a_coupon_for_seven_uses_at_once_seven_succeed() throws Exception {
        assertUsedUp(50, 7);
    }

    private void assertUsedUp(int threads, int uses) throws Exception {
        Coupons coupons = crm().coupons();
        CouponTerms terms =
                CouponTerms.of(Benefit.amountOff(Money.parse("EUR 5"))).uses(uses);
        IssuedCoupon issued = coupons.issue(IssueCoupon.of(terms));

        List<String> outcomes = race(threads, i -> coupons.redeem(RedeemCoupon.of(issued.code(), key("use", i))));

        assertThat(Collections.frequency(outcomes, DONE)).isEqualTo(uses);
        assertThat(Collections.frequency(outcomes, CouponRefusal.USED_UP.name()))
                .isEqualTo(threads - uses);
        assertThat(coupons.find(issued.coupon().id()).orElseThrow().left()).isZero();
        assertThat(coupons.history(issued.coupon().id())).hasSize(1 + uses);
    }

    @Test
    void of_fifty_accounts_that_redeem_the_last_unit_at_once_one_succeeds() throws Exception {
        List<LoyaltyAccountId> accounts =
                IntStream.range(0, 50).mapToObj(i -> holding(30)).toList();
        Rewards rewards = crm().rewards();
        Reward mug = rewards.offer(OfferReward.of("mug", MUG.stock(1)));

        List<String> outcomes =
                race(50, i -> rewards.redeem(RedeemReward.of(mug.id(), accounts.get(i), key("take", i))));

        assertOneOf(50, outcomes, RefusalReason.SOLD_OUT.name());
        assertThat(rewards.find(mug.id()).orElseThrow().redeemed()).isEqualTo(1);
        assertThat(accounts.stream().mapToLong(loyalty()::balance).sum()).isEqualTo(49 * 30);
        assertThat(accounts).allSatisfy(account -> {
            assertThat(loyalty().ledger().openHolds(account)).isEmpty();
            assertThat(loyalty().verify(account).discrepancies()).isEmpty();
        });
    }

    @Test
    void of_fifty_redemptions_by_one_customer_as_many_succeed_as_the_customer_may_have() throws Exception {
        LoyaltyAccountId ann = holding(5_000);
        Rewards rewards = crm().rewards();
        Reward mug = rewards.offer(OfferReward.of("mug", MUG.perCustomer(1)));

        List<String> outcomes = race(50, i -> rewards.redeem(RedeemReward.of(mug.id(), ann, key("take", i))));

        assertOneOf(50, outcomes, RefusalReason.LIMIT_REACHED.name());
        assertThat(loyalty().balances(ann)).isEqualTo(new Balances(4_970, 0, 0, 0));
        assertThat(loyalty().verify(ann).discrepancies()).isEmpty();
    }

    @Test
    void redemptions_and_cancellations_of_two_rewards_by_two_accounts_never_wait_for_each_other_for_ever()
            throws Exception {
        List<LoyaltyAccountId> accounts = List.of(holding(10_000), holding(10_000));
        Rewards rewards = crm().rewards();
        List<Reward> mugs = List.of(
                rewards.offer(OfferReward.of("mug", MUG.stock(1_000))),
                rewards.offer(OfferReward.of("cup", MUG.stock(1_000))));

        List<String> outcomes = race(8, thread -> {
            for (int i = 0; i < 5; i++) {
                Reward mug = mugs.get((thread / 2 + i) % 2);
                var taken =
                        rewards.redeem(RedeemReward.of(mug.id(), accounts.get(thread % 2), key("take-" + thread, i)));
                if (i % 2 == 0) {
                    rewards.cancel(RedemptionStep.of(taken.id(), key("cancel-" + thread, i)));
                }
            }
        });

        assertThat(outcomes).containsOnly(DONE);
        long committed = accounts.stream()
                .flatMap(account -> rewards.redemptions(account).stream())
                .filter(one -> one.status() == RedemptionStatus.COMMITTED)
                .count();
        assertThat(committed).isEqualTo(16);
        assertThat(mugs.stream()
                        .mapToLong(mug -> rewards.find(mug.id()).orElseThrow().redeemed())
                        .sum())
                .isEqualTo(16);
        assertThat(accounts.stream().mapToLong(loyalty()::balance).sum()).isEqualTo(20_000 - 16 * 30);
        assertThat(accounts)
                .allSatisfy(account ->
                        assertThat(loyalty().verify(account).discrepancies()).isEmpty());
    }
}

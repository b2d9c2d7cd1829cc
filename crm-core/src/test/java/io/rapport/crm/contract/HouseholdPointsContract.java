package io.rapport.crm.contract;

import static io.rapport.crm.contract.CrmStoreContract.inParallel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.EarnByRules;
import io.rapport.crm.loyalty.InsufficientPointsException;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.Program;
import io.rapport.crm.loyalty.RedeemPoints;
import io.rapport.crm.loyalty.RefundOrder;
import io.rapport.crm.loyalty.ReservePoints;
import io.rapport.crm.loyalty.earning.CapPeriod;
import io.rapport.crm.loyalty.earning.EarningActivity;
import io.rapport.crm.loyalty.earning.EarningCap;
import io.rapport.crm.loyalty.earning.EarningRules;
import io.rapport.crm.loyalty.earning.OrderLine;
import io.rapport.crm.loyalty.earning.PointsRule;
import io.rapport.crm.loyalty.household.Household;
import io.rapport.crm.loyalty.household.HouseholdRefusal;
import io.rapport.crm.loyalty.household.Households;
import io.rapport.crm.loyalty.reward.Benefit;
import io.rapport.crm.loyalty.reward.OfferReward;
import io.rapport.crm.loyalty.reward.PointsPrice;
import io.rapport.crm.loyalty.reward.RedeemReward;
import io.rapport.crm.loyalty.reward.Reward;
import io.rapport.crm.loyalty.reward.RewardTerms;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What the members of a household earn and redeem together, in any store. */
public abstract class HouseholdPointsContract extends HouseholdContract {

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
}

package io.rapport.crm.validation;

import static io.rapport.crm.validation.CommandAgreement.assertAgreed;
import static io.rapport.crm.validation.CommandAgreement.optionals;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.household.FormHousehold;
import io.rapport.crm.loyalty.household.HouseholdId;
import io.rapport.crm.loyalty.household.HouseholdTerms;
import io.rapport.crm.loyalty.household.MembershipStep;
import io.rapport.crm.loyalty.referral.ReferFriend;
import io.rapport.crm.loyalty.referral.ReferralTerms;
import io.rapport.crm.loyalty.reward.AccountFacts;
import io.rapport.crm.loyalty.reward.Benefit;
import io.rapport.crm.loyalty.reward.CouponCode;
import io.rapport.crm.loyalty.reward.CouponTerms;
import io.rapport.crm.loyalty.reward.Eligibility;
import io.rapport.crm.loyalty.reward.GiveBackCoupon;
import io.rapport.crm.loyalty.reward.IssueCoupon;
import io.rapport.crm.loyalty.reward.OfferReward;
import io.rapport.crm.loyalty.reward.PointsPrice;
import io.rapport.crm.loyalty.reward.RedeemCoupon;
import io.rapport.crm.loyalty.reward.RedeemReward;
import io.rapport.crm.loyalty.reward.RedemptionStep;
import io.rapport.crm.loyalty.reward.RewardId;
import io.rapport.crm.loyalty.reward.RewardRedemptionId;
import io.rapport.crm.loyalty.reward.RewardTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.Money;

/** A validator and the constructor agree about the commands of rewards, coupons, referrals and households. */
class RewardAgreementProperties extends AgreementProperties {

    private static final UUID ID = new UUID(1, 2);
    private static final Benefit FIVE = Benefit.amountOff(Money.parse("EUR 5"));

    @Property
    void offering_a_reward(
            @ForAll("texts64") String key, @ForAll("rewardTerms") RewardTerms terms, @ForAll("actors") Actor actor) {
        assertAgreed(OfferReward.class, key, terms, actor);
    }

    @Property
    void terms_of_a_reward(
            @ForAll("texts200") String name,
            @ForAll("benefits") Benefit benefit,
            @ForAll("counts") Optional<Long> stock,
            @ForAll("counts") Optional<Long> perCustomer,
            @ForAll("instants") Optional<Instant> from,
            @ForAll("instants") Optional<Instant> until) {
        assertAgreed(
                RewardTerms.class,
                name,
                ProgramId.of("club"),
                benefit,
                PointsPrice.fixed(1),
                stock,
                perCustomer,
                from,
                until,
                Eligibility.EVERYBODY);
    }

    @Property
    void redeeming_a_reward(
            @ForAll("numbers") long units,
            @ForAll("numbers") long points,
            @ForAll("numbers") long ttl,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("actors") Actor actor) {
        assertAgreed(
                RedeemReward.class,
                new RewardId(ID),
                new LoyaltyAccountId(ID),
                units,
                points,
                ttl,
                AccountFacts.NONE,
                key,
                actor);
    }

    @Property
    void moving_a_redemption(
            @ForAll("numbers") long units, @ForAll("commandKeys") CommandKey key, @ForAll("actors") Actor actor) {
        assertAgreed(RedemptionStep.class, new RewardRedemptionId(ID), units, key, actor);
    }

    @Property
    void issuing_a_coupon(
            @ForAll("benefits") Benefit benefit,
            @ForAll("numbers") long uses,
            @ForAll("instants") Optional<Instant> from,
            @ForAll("instants") Optional<Instant> until,
            @ForAll("actors") Actor actor) {
        assertAgreed(CouponTerms.class, benefit, uses, Optional.of(new CustomerId(ID)), from, until);
        assertAgreed(IssueCoupon.class, CouponTerms.of(FIVE), actor);
    }

    @Property
    void redeeming_a_coupon(
            @ForAll("causes") Optional<String> cause,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("actors") Actor actor) {
        assertAgreed(
                RedeemCoupon.class,
                new CouponCode("22222-33333-44444-55555"),
                Optional.of(new CustomerId(ID)),
                cause,
                key,
                actor);
    }

    @Property
    void giving_back_a_coupon(@ForAll("commandKeys") CommandKey key, @ForAll("actors") Actor actor) {
        assertAgreed(GiveBackCoupon.class, key, CommandKey.of("other"), actor);
        assertAgreed(GiveBackCoupon.class, CommandKey.of("other"), key, actor);
    }

    @Property
    void referring_a_friend(
            @ForAll("numbers") long referrerPoints,
            @ForAll("numbers") long friendPoints,
            @ForAll("durations") Duration returnWindow,
            @ForAll("durations") Duration validity,
            @ForAll("actors") Actor actor) {
        assertAgreed(ReferralTerms.class, referrerPoints, friendPoints, returnWindow, validity);
        assertAgreed(
                ReferFriend.class,
                new LoyaltyAccountId(ID),
                new LoyaltyAccountId(ID),
                new ReferralTerms(1, 1, Duration.ZERO, Duration.ofDays(1)),
                actor);
    }

    @Property
    void forming_and_changing_a_household(
            @ForAll("memberLimits") int memberLimit,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("actors") Actor actor) {
        LoyaltyAccountId account = new LoyaltyAccountId(ID);
        assertAgreed(HouseholdTerms.class, memberLimit, true);
        assertAgreed(FormHousehold.class, account, account, HouseholdTerms.upTo(2), key, actor);
        assertAgreed(MembershipStep.class, new HouseholdId(ID), account, key, actor);
    }

    @Provide
    Arbitrary<Integer> memberLimits() {
        return Arbitraries.of(Integer.MIN_VALUE, 1, 2, 100, 101);
    }

    @Provide
    Arbitrary<RewardTerms> rewardTerms() {
        return Arbitraries.just(RewardTerms.of("A mug", ProgramId.of("club"), FIVE, PointsPrice.fixed(1)))
                .injectNull(0.1);
    }

    @Provide
    Arbitrary<Benefit> benefits() {
        return Arbitraries.of(FIVE, Benefit.percentOff(BigDecimal.TEN)).injectNull(0.1);
    }

    @Provide
    Arbitrary<Long> numbers() {
        return Arbitraries.of(-1L, 0L, 1L, 2L, Long.MAX_VALUE, Long.MIN_VALUE);
    }

    @Provide
    Arbitrary<Optional<Long>> counts() {
        return optionals(Arbitraries.of(-1L, 0L, 1L, Long.MAX_VALUE));
    }

    @Provide
    Arbitrary<Optional<Instant>> instants() {
        return optionals(Arbitraries.of(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)));
    }

    @Provide
    Arbitrary<Duration> durations() {
        return Arbitraries.of(Duration.ofSeconds(-1), Duration.ZERO, Duration.ofNanos(1))
                .injectNull(0.1);
    }
}

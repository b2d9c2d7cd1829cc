package io.rapport.crm.jdbc;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.AdjustPoints;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.referral.ReferFriend;
import io.rapport.crm.loyalty.referral.ReferralTerms;
import io.rapport.crm.loyalty.reward.Benefit;
import io.rapport.crm.loyalty.reward.CouponTerms;
import io.rapport.crm.loyalty.reward.Eligibility;
import io.rapport.crm.loyalty.reward.GiveBackCoupon;
import io.rapport.crm.loyalty.reward.IssueCoupon;
import io.rapport.crm.loyalty.reward.IssuedCoupon;
import io.rapport.crm.loyalty.reward.OfferReward;
import io.rapport.crm.loyalty.reward.PointsPrice;
import io.rapport.crm.loyalty.reward.RedeemCoupon;
import io.rapport.crm.loyalty.reward.RedeemReward;
import io.rapport.crm.loyalty.reward.RedemptionStep;
import io.rapport.crm.loyalty.reward.Reward;
import io.rapport.crm.loyalty.reward.RewardRedemption;
import io.rapport.crm.loyalty.reward.RewardTerms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.Money;

/** Makes an event of every kind that rewards, coupons and referrals have and that needs no other time than now. */
final class StoredRewards {

    private static final Actor BEA = Actor.of("bea");
    private static final RewardTerms MUG =
            RewardTerms.of("A mug", ProgramId.of("club"), Benefit.freeProduct("mug"), PointsPrice.fixed(2));

    private StoredRewards() {}

    static void give(Crm crm, LoyaltyAccountId account, Instant now) {
        crm.loyalty().adjust(AdjustPoints.up(account, 100, CommandKey.of("opening"), "Opening balance", BEA));
        Reward mug = crm.rewards()
                .offer(OfferReward.of(
                        "mug",
                        MUG.stock(9)
                                .perCustomer(9)
                                .between(now, now.plusSeconds(60))
                                .onlyFor(Eligibility.EVERYBODY.andSegments("vip", "new"))));
        crm.rewards().revise(mug.id(), MUG, BEA);
        RewardRedemption voided = crm.rewards().reserve(RedeemReward.of(mug.id(), account, CommandKey.of("mug-1")));
        crm.rewards().voidReservation(RedemptionStep.of(voided.id(), CommandKey.of("mug-1-void")));
        RewardRedemption taken = crm.rewards()
                .redeem(RedeemReward.of(mug.id(), account, CommandKey.of("mug-2"))
                        .units(2));
        crm.rewards()
                .cancel(RedemptionStep.of(taken.id(), CommandKey.of("mug-2-part"))
                        .only(1));
        crm.rewards().fulfil(RedemptionStep.of(taken.id(), CommandKey.of("mug-2-ship")));
        crm.rewards().withdraw(mug.id(), BEA);

        IssuedCoupon coupon = crm.coupons()
                .issue(IssueCoupon.of(CouponTerms.of(
                        Benefit.percentOff(new BigDecimal("12.5")).atMost(Money.parse("EUR 9")))));
        crm.coupons()
                .redeem(RedeemCoupon.of(coupon.code(), CommandKey.of("coupon")).because("order 1"));
        crm.coupons().voidCoupon(coupon.coupon().id(), BEA);

        LoyaltyAccountId ben = friend(crm);
        crm.referrals().refer(ReferFriend.of(account, ben, paying(Duration.ofDays(14))));
        crm.referrals().orderPaid(ben, "o-2", now, BEA);
        crm.referrals().orderRefunded(ben, "o-2", BEA);
        LoyaltyAccountId cid = friend(crm);
        crm.referrals().refer(ReferFriend.of(account, cid, paying(Duration.ZERO)));
        crm.referrals().orderPaid(cid, "o-3", now, BEA);
        crm.referrals().orderRefunded(cid, "o-3", BEA);
    }

    /** What came later than the rest. */
    static void giveBack(Crm crm) {
        IssuedCoupon coupon =
                crm.coupons().issue(IssueCoupon.of(CouponTerms.of(Benefit.amountOff(Money.parse("EUR 5")))));
        crm.coupons().redeem(RedeemCoupon.of(coupon.code(), CommandKey.of("coupon-2")));
        crm.coupons()
                .giveBack(GiveBackCoupon.of(CommandKey.of("coupon-2"), CommandKey.of("coupon-2-back"))
                        .by(BEA));
    }

    private static ReferralTerms paying(Duration returnWindow) {
        return new ReferralTerms(20, 10, returnWindow, Duration.ofDays(30));
    }

    private static LoyaltyAccountId friend(Crm crm) {
        return crm.loyalty()
                .enrol(EnrolCustomer.of(
                        crm.customers().register(RegisterCustomer.person("Ben")).id(), ProgramId.of("club")))
                .id();
    }
}

package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.reward.Benefit;
import io.rapport.crm.loyalty.reward.CodeHash;
import io.rapport.crm.loyalty.reward.Coupon;
import io.rapport.crm.loyalty.reward.CouponCode;
import io.rapport.crm.loyalty.reward.CouponId;
import io.rapport.crm.loyalty.reward.CouponRefusal;
import io.rapport.crm.loyalty.reward.CouponRefusedException;
import io.rapport.crm.loyalty.reward.CouponRepository;
import io.rapport.crm.loyalty.reward.CouponTerms;
import io.rapport.crm.loyalty.reward.Coupons;
import io.rapport.crm.loyalty.reward.IssueCoupon;
import io.rapport.crm.loyalty.reward.IssuedCoupon;
import io.rapport.crm.loyalty.reward.RedeemCoupon;
import io.rapport.crm.store.IdempotencyConflictException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What coupons do on every store. */
public abstract class CouponContract extends LoyaltyContract {

    private static final Actor BEA = Actor.of("bea");
    private static final CouponTerms FIVE_OFF = CouponTerms.of(Benefit.amountOff(Money.parse("EUR 5")));

    private Coupons coupons() {
        return crm().coupons();
    }

    private IssuedCoupon issued(CouponTerms terms) {
        return coupons().issue(IssueCoupon.of(terms).by(BEA));
    }

    private static RedeemCoupon use(IssuedCoupon issued, String key) {
        return RedeemCoupon.of(issued.code(), CommandKey.of(key)).by(BEA);
    }

    private void assertRefused(CouponRefusal reason, RedeemCoupon command) {
        assertThatExceptionOfType(CouponRefusedException.class)
                .isThrownBy(() -> coupons().redeem(command))
                .withMessageNotContaining(command.code().value())
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
        assertThat(command(command.key().value())).isEmpty();
    }

    @Test
    void a_coupon_comes_back_as_it_was_saved_and_is_found_by_its_code_of_this_tenant_only() {
        CustomerId ann = customer();
        IssuedCoupon issued =
                issued(CouponTerms.of(Benefit.percentOff(new BigDecimal("12.5")).atMost(Money.parse("EUR 3")))
                        .uses(4)
                        .onlyFor(ann)
                        .between(MONDAY, MONDAY.plusSeconds(60)));

        assertThat(coupons().find(issued.coupon().id())).contains(issued.coupon());
        assertThat(coupons().find(issued.code())).contains(issued.coupon());
        assertThat(coupons().find(new CouponCode("22222-22222-22222-22222"))).isEmpty();
        assertThat(otherCrm().coupons().find(issued.code())).isEmpty();
        assertThat(coupons().history(issued.coupon().id()).toString())
                .doesNotContain(issued.code().value());
    }

    @Test
    void a_coupon_is_used_as_often_as_allowed() {
        IssuedCoupon twice = issued(FIVE_OFF.uses(2));
        CustomerId ann = customer();

        Coupon once = coupons().redeem(use(twice, "1").usedBy(ann).because("order 1"));
        assertThat(once.left()).isEqualTo(1);
        Coupon again = coupons().redeem(use(twice, "2"));

        assertThat(again.left()).isZero();
        assertRefused(CouponRefusal.USED_UP, use(twice, "3"));
        assertThat(coupons().redeem(use(twice, "1").usedBy(ann).because("order 1")))
                .isEqualTo(once);
        assertThat(coupons().find(twice.coupon().id())).contains(again);
        assertThat(Coupon.fold(coupons().history(twice.coupon().id()))).isEqualTo(again);
        assertThatExceptionOfType(IdempotencyConflictException.class)
                .isThrownBy(() -> coupons().redeem(use(twice, "1")));
        assertThatExceptionOfType(IdempotencyConflictException.class)
                .isThrownBy(() -> coupons().redeem(use(issued(FIVE_OFF), "2")));
    }

    @Test
    void a_coupon_is_refused_outside_its_window_to_others_and_once_voided() {
        CustomerId ann = customer();
        IssuedCoupon coupon =
                issued(FIVE_OFF.uses(9).onlyFor(ann).between(MONDAY.plusSeconds(1), MONDAY.plusSeconds(2)));

        assertRefused(CouponRefusal.OUTSIDE_WINDOW, use(coupon, "early").usedBy(ann));
        clock.move(Duration.ofSeconds(1));
        assertRefused(CouponRefusal.OTHER_CUSTOMER, use(coupon, "nobody"));
        assertRefused(CouponRefusal.OTHER_CUSTOMER, use(coupon, "other").usedBy(customer()));
        assertThat(coupons().redeem(use(coupon, "ann").usedBy(ann)).used()).isEqualTo(1);
        clock.move(Duration.ofSeconds(1));
        assertRefused(CouponRefusal.OUTSIDE_WINDOW, use(coupon, "late").usedBy(ann));

        Coupon voided = coupons().voidCoupon(coupon.coupon().id(), BEA);
        assertThat(coupons().find(coupon.coupon().id())).contains(voided);
        assertRefused(CouponRefusal.VOIDED, use(coupon, "void").usedBy(ann));
        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> coupons().voidCoupon(coupon.coupon().id(), BEA));
    }

    @Test
    void an_unknown_code_is_refused_without_repeating_it() {
        RedeemCoupon guess = RedeemCoupon.of(new CouponCode("22222-33333-44444-55555"), CommandKey.of("guess"));

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> coupons().redeem(guess))
                .withMessageNotContaining("22222");
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> coupons().voidCoupon(new CouponId(ids.next()), BEA));
    }

    @Test
    void codes_with_the_same_start_of_their_hash_are_told_apart() {
        String start = "0123456789abcdef";
        CodeHash first = new CodeHash(new CouponId(ids.next()), start + "0".repeat(48));
        CodeHash second = new CodeHash(new CouponId(ids.next()), start + "1".repeat(48));

        write(CouponRepository.class, coupons -> coupons.addCode(first));
        write(CouponRepository.class, coupons -> coupons.addCode(second));

        List<CodeHash> found = read(CouponRepository.class, coupons -> coupons.codes(start));
        assertThat(found).containsExactlyInAnyOrder(first, second);
        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> write(
                        CouponRepository.class,
                        coupons -> coupons.addCode(new CodeHash(second.coupon(), first.hash()))));
    }
}

package io.rapport.crm.contract;

import static io.rapport.crm.contract.CrmStoreContract.inParallel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.InvalidInputException;
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
import io.rapport.crm.loyalty.reward.GiveBackCoupon;
import io.rapport.crm.loyalty.reward.IssueCoupon;
import io.rapport.crm.loyalty.reward.IssuedCoupon;
import io.rapport.crm.loyalty.reward.RedeemCoupon;
import io.rapport.crm.store.IdempotencyConflictException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
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

    private static GiveBackCoupon giveBack(String redemption, String key) {
        return GiveBackCoupon.of(CommandKey.of(redemption), CommandKey.of(key)).by(BEA);
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
    void a_use_that_was_for_a_cancelled_order_is_given_back_once() {
        IssuedCoupon once = issued(FIVE_OFF);
        coupons().redeem(use(once, "order-1"));
        GiveBackCoupon cancel = giveBack("order-1", "cancel-1");

        Coupon free = coupons().giveBack(cancel);

        assertThat(free.left()).isEqualTo(1);
        assertThat(coupons().find(once.coupon().id())).contains(free);
        assertThat(Coupon.fold(coupons().history(once.coupon().id()))).isEqualTo(free);
        assertThat(coupons().redeem(use(once, "order-2")).left()).isZero();
        assertThat(coupons().giveBack(cancel)).isEqualTo(free);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> coupons().giveBack(giveBack("order-1", "cancel-again")))
                .withMessageContaining("redemption");
        assertThatExceptionOfType(IdempotencyConflictException.class)
                .isThrownBy(() -> coupons().giveBack(giveBack("order-2", "cancel-1")));
        assertRefused(CouponRefusal.USED_UP, use(once, "order-3"));
        assertThat(coupons().giveBack(giveBack("order-2", "cancel-2")).used()).isZero();
    }

    @Test
    void what_used_no_coupon_cannot_be_given_back_and_a_voided_coupon_stays_voided() {
        loyalty().earn(earn(enrolled().id(), 5, "points"));
        IssuedCoupon coupon = issued(FIVE_OFF.uses(2));
        coupons().redeem(use(coupon, "order-1"));
        coupons().giveBack(giveBack("order-1", "cancel-1"));
        coupons().redeem(use(coupon, "order-2"));
        coupons().voidCoupon(coupon.coupon().id(), BEA);

        for (String key : List.of("unknown", "points", "cancel-1")) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> coupons().giveBack(giveBack(key, "back-" + key)));
        }
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> otherCrm().coupons().giveBack(giveBack("order-2", "cancel-2")));
        assertThat(coupons().giveBack(giveBack("order-2", "cancel-2")).left()).isEqualTo(2);
        assertRefused(CouponRefusal.VOIDED, use(coupon, "order-3"));
    }

    @Test
    void of_many_cancellations_of_one_order_at_once_one_gives_the_use_back() throws Exception {
        IssuedCoupon coupon = issued(FIVE_OFF.uses(3));
        coupons().redeem(use(coupon, "order-1"));
        coupons().redeem(use(coupon, "order-2"));
        Coupons coupons = coupons();

        List<Boolean> outcomes = inParallel(IntStream.range(0, 6)
                .mapToObj(i -> (Callable<Boolean>) () -> {
                    try {
                        coupons.giveBack(giveBack("order-1", "cancel-" + i));
                        return true;
                    } catch (InvalidInputException before) {
                        return false;
                    }
                })
                .toList());

        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(coupons.find(coupon.code()).orElseThrow().used()).isEqualTo(1);
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

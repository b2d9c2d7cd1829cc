package io.rapport.crm.contract;

import static io.rapport.crm.contract.CrmStoreContract.inParallel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.ContactPoint;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.referral.ReferFriend;
import io.rapport.crm.loyalty.referral.Referral;
import io.rapport.crm.loyalty.referral.ReferralEvent;
import io.rapport.crm.loyalty.referral.ReferralRefusedException;
import io.rapport.crm.loyalty.referral.ReferralStatus;
import io.rapport.crm.loyalty.referral.ReferralTerms;
import io.rapport.crm.loyalty.referral.Referrals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What referrals do on every store. */
public abstract class ReferralContract extends LoyaltyContract {

    private static final Actor BEA = Actor.of("bea");
    private static final Duration DAY = Duration.ofDays(1);
    private static final ReferralTerms TERMS = new ReferralTerms(200, 100, Duration.ofDays(14), Duration.ofDays(30));

    private Referrals referrals() {
        return crm().referrals();
    }

    private LoyaltyAccountId ofFamily(String address) {
        CustomerId customer = crm().customers()
                .register(RegisterCustomer.person("Cid")
                        .with(ContactPoint.email(address).asShared()))
                .id();
        return loyalty().enrol(EnrolCustomer.of(customer, CLUB)).id();
    }

    private Referral referred(LoyaltyAccountId referrer, LoyaltyAccountId friend) {
        return referrals().refer(ReferFriend.of(referrer, friend, TERMS).by(BEA));
    }

    private Optional<Referral> paid(LoyaltyAccountId friend, String order) {
        return referrals().orderPaid(friend, order, clock.instant(), BEA);
    }

    private void assertBalances(LoyaltyAccountId referrer, long points, LoyaltyAccountId friend, long friendPoints) {
        assertThat(loyalty().balance(referrer)).isEqualTo(points);
        assertThat(loyalty().balance(friend)).isEqualTo(friendPoints);
        assertThat(loyalty().verify(referrer).discrepancies()).isEmpty();
        assertThat(loyalty().verify(friend).discrepancies()).isEmpty();
    }

    private void assertStored(Referral expected) {
        assertThat(referrals().find(expected.id())).contains(expected);
        assertThat(Referral.fold(referrals().history(expected.id()))).isEqualTo(expected);
    }

    private void assertRefused(String reason, LoyaltyAccountId referrer, LoyaltyAccountId friend) {
        assertThatExceptionOfType(ReferralRefusedException.class)
                .isThrownBy(() -> referred(referrer, friend))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void both_sides_are_paid_once_when_the_first_paid_order_cannot_be_returned_any_more() {
        LoyaltyAccountId ann = enrolled().id();
        LoyaltyAccountId ben = enrolled().id();
        Referral referral = referred(ann, ben);
        assertStored(referral);
        assertThat(referrals().ofReferrer(ann)).containsExactly(referral);

        Referral bought = paid(ben, "order-1").orElseThrow();
        assertThat(bought.qualifiesAt()).contains(clock.instant().plus(TERMS.returnWindow()));
        assertStored(bought);
        assertThat(paid(ben, "order-2")).contains(bought);

        clock.move(Duration.ofDays(14).minusNanos(1_000));
        assertThat(referrals().sweep(clock.instant(), 10)).isZero();
        assertBalances(ann, 0, ben, 0);
        clock.move(Duration.ofNanos(1_000));
        assertThat(referrals().sweep(clock.instant(), 10)).isEqualTo(1);
        assertThat(referrals().sweep(clock.instant(), 10)).isZero();

        assertBalances(ann, 200, ben, 100);
        assertThat(referrals().find(referral.id()).orElseThrow().status()).isEqualTo(ReferralStatus.QUALIFIED);
        assertThat(command("ref:" + referral.id().value() + ":referrer")).isPresent();
        assertThat(command("ref:" + referral.id().value() + ":friend")).isPresent();
    }

    @Test
    void a_refund_after_both_were_paid_takes_the_points_of_both_back_once() {
        LoyaltyAccountId ann = enrolled().id();
        LoyaltyAccountId ben = enrolled().id();
        referred(ann, ben);
        paid(ben, "order-1");
        clock.move(Duration.ofDays(14));

        assertThat(referrals().orderRefunded(ben, "order-2", BEA).orElseThrow().status())
                .isEqualTo(ReferralStatus.QUALIFIED);
        assertBalances(ann, 200, ben, 100);
        Referral reversed = referrals().orderRefunded(ben, "order-1", BEA).orElseThrow();

        assertThat(reversed.status()).isEqualTo(ReferralStatus.REVERSED);
        assertThat(referrals().orderRefunded(ben, "order-1", BEA)).contains(reversed);
        assertThat(paid(ben, "order-3")).contains(reversed);
        assertStored(reversed);
        assertBalances(ann, 0, ben, 0);
    }

    @Test
    void it_makes_no_difference_whether_a_sweep_ran_before_a_refund() {
        LoyaltyAccountId ann = enrolled().id();
        LoyaltyAccountId ben = enrolled().id();
        Referral referral = referred(ann, ben);
        paid(ben, "order-1");
        clock.move(Duration.ofDays(20));

        referrals().orderRefunded(ben, "order-1", BEA);

        assertThat(referrals().history(referral.id()))
                .extracting(Object::getClass)
                .containsExactly(
                        ReferralEvent.Referred.class,
                        ReferralEvent.OrderPaid.class,
                        ReferralEvent.Qualified.class,
                        ReferralEvent.Reversed.class);
        assertBalances(ann, 0, ben, 0);
    }

    @Test
    void an_order_that_is_returned_in_time_does_not_count_and_the_next_one_does() {
        LoyaltyAccountId ann = enrolled().id();
        LoyaltyAccountId ben = enrolled().id();
        referred(ann, ben);
        paid(ben, "order-1");
        clock.move(DAY);

        Referral waiting = referrals().orderRefunded(ben, "order-1", BEA).orElseThrow();
        assertThat(waiting.order()).isEmpty();
        assertStored(waiting);
        paid(ben, "order-2");
        clock.move(Duration.ofDays(14));
        referrals().sweep(clock.instant(), 10);

        assertBalances(ann, 200, ben, 100);
    }

    @Test
    void a_friend_who_buys_too_late_pays_nobody() {
        LoyaltyAccountId ann = enrolled().id();
        LoyaltyAccountId ben = enrolled().id();
        LoyaltyAccountId eva = enrolled().id();
        Referral early = referred(ann, ben);
        Referral late = referred(ann, eva);
        clock.move(TERMS.validity().minusNanos(1_000));
        paid(ben, "order-1");
        clock.move(Duration.ofNanos(1_000));

        assertThat(paid(eva, "order-2").orElseThrow().status()).isEqualTo(ReferralStatus.EXPIRED);
        clock.move(Duration.ofDays(14));
        referrals().sweep(clock.instant(), 10);

        assertThat(referrals().find(early.id()).orElseThrow().status()).isEqualTo(ReferralStatus.QUALIFIED);
        assertStored(referrals().find(late.id()).orElseThrow());
        assertBalances(ann, 200, eva, 0);
    }

    @Test
    void nobody_brings_themselves_a_second_identity_or_whoever_brought_them() {
        LoyaltyAccountId ann = enrolled().id();
        LoyaltyAccountId ben = enrolled().id();
        LoyaltyAccountId eva = enrolled().id();
        referred(ann, ben);
        referred(ben, eva);

        assertRefused("self-referral", ann, ann);
        assertRefused("cycle", eva, ann);
        assertRefused("duplicate-identity", ofFamily("Cid@Example.com"), ofFamily("cid@example.com"));
        assertThat(referrals().ofFriend(ann)).isEmpty();
        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> referred(enrolled().id(), ben))
                .satisfies(refused -> assertThat(refused.getMessage()).contains("friend"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> referred(new LoyaltyAccountId(ids.next()), ann));
        LoyaltyAccountId miles =
                loyalty().enrol(EnrolCustomer.of(customer(), MILES)).id();
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> referred(ann, miles));
    }

    @Test
    void a_host_brings_checks_of_its_own() {
        LoyaltyAccountId ann = enrolled().id();
        LoyaltyAccountId ben = enrolled().id();
        Crm strict = Crm.builder()
                .store(store())
                .tenant(tenant)
                .clock(clock)
                .ids(ids)
                .referralChecks(List.of(facts -> Optional.of("closed")))
                .build();

        assertThatExceptionOfType(ReferralRefusedException.class)
                .isThrownBy(() -> strict.referrals().refer(ReferFriend.of(ann, ben, TERMS)))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo("closed"));
    }

    @Test
    void what_is_said_twice_or_of_strangers_has_no_effect() {
        LoyaltyAccountId ann = enrolled().id();
        LoyaltyAccountId ben = enrolled().id();
        Referral referral = referred(ann, ben);

        assertThat(referred(ann, ben)).isEqualTo(referral);
        assertThat(referrals().history(referral.id())).hasSize(1);
        assertThat(paid(ann, "order-1")).isEmpty();
        assertThat(referrals().orderRefunded(ann, "order-1", BEA)).isEmpty();
        assertThat(otherCrm().referrals().find(referral.id())).isEmpty();
    }

    @Test
    void of_many_that_bring_one_friend_at_once_one_succeeds_and_the_friend_is_paid_once() throws Exception {
        List<LoyaltyAccountId> many =
                IntStream.range(0, 8).mapToObj(i -> enrolled().id()).toList();
        LoyaltyAccountId ben = enrolled().id();
        Referrals referrals = referrals();

        List<Boolean> outcomes = inParallel(many.stream()
                .map(referrer -> (Callable<Boolean>) () -> {
                    try {
                        referrals.refer(ReferFriend.of(referrer, ben, TERMS));
                        return true;
                    } catch (AlreadyExistsException brought) {
                        return false;
                    }
                })
                .toList());
        assertThat(outcomes).containsOnlyOnce(true);

        paid(ben, "order-1");
        clock.move(Duration.ofDays(14));
        inParallel(IntStream.range(0, 4)
                .mapToObj(i -> (Callable<Integer>) () -> referrals.sweep(clock.instant(), 10))
                .toList());
        assertThat(loyalty().balance(ben)).isEqualTo(100);
        assertThat(many.stream().mapToLong(loyalty()::balance).sum()).isEqualTo(200);
    }
}

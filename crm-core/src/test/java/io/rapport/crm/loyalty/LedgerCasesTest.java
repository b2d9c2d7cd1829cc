package io.rapport.crm.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small examples of each rule of the ledger, with their figures. */
class LedgerCasesTest {

    private static final LoyaltyAccountId A = new LoyaltyAccountId(new UUID(0, 1));
    private static final LoyaltyAccountId B = new LoyaltyAccountId(new UUID(0, 2));
    private static final ProgramId CLUB = ProgramId.of("club");

    private final Till till = new Till(rules(Program.builder(CLUB, ZoneOffset.UTC)));
    private int commands;

    LedgerCasesTest() {
        Instant before = day("2020-01-01");
        till.enrol(A, Commands.enrolment(A), before);
        till.enrol(B, Commands.enrolment(B), before);
    }

    private static ProgramVersion rules(Program.Builder program) {
        return new ProgramVersion(program.build(), 1, Instant.EPOCH, Actor.SYSTEM);
    }

    private static Program.Builder program() {
        return Program.builder(CLUB, ZoneOffset.UTC);
    }

    private static Instant day(String date) {
        return Instant.parse(date + "T00:00:00Z");
    }

    private CommandKey key() {
        commands++;
        return CommandKey.of("command-" + commands);
    }

    private Receipt earn(String date, long points) {
        return till.run(EarnPoints.of(A, points, key()), day(date));
    }

    private Receipt earnUntil(String date, long points, String expiry) {
        return till.run(EarnPoints.of(A, points, key()).expiring(day(expiry)), day(date));
    }

    private Receipt redeem(String date, long points) {
        return till.run(RedeemPoints.of(A, points, key()), day(date));
    }

    private Balances balances() {
        return till.account(A).balances();
    }

    private LifetimeTotals totals() {
        return till.account(A).totals();
    }

    private Lot lot(Receipt earning) {
        return till.lots(A).stream()
                .filter(lot -> lot.number() == earning.sequence())
                .findFirst()
                .orElseThrow();
    }

    private long entries(EntryKind kind) {
        return till.history(A).stream()
                .filter(event -> event instanceof LedgerEntry entry && entry.kind() == kind)
                .count();
    }

    @Test
    void an_earning_makes_a_lot() {
        Receipt earned = earn("2026-01-01", 100);

        assertThat(balances()).isEqualTo(new Balances(100, 0, 0, 0));
        assertThat(till.lots(A)).containsExactly(lot(earned));
        assertThat(lot(earned).remaining()).isEqualTo(100);
    }

    @Test
    void a_refund_of_spent_points_takes_what_is_left_and_writes_the_rest_off() {
        till.run(EarnPoints.of(A, 150, key()).forOrder("o-1", 0), day("2026-01-01"));
        redeem("2026-01-02", 100);
        till.run(RefundOrder.whole(A, "o-1", key()), day("2026-01-03"));

        assertThat(balances().spendable()).isZero();
        assertThat(totals().reversed()).isEqualTo(50);
        assertThat(totals().writtenOff()).isEqualTo(100);
        assertThat(entries(EntryKind.WRITE_OFF)).isEqualTo(1);
    }

    @Test
    void a_refund_that_is_told_twice_takes_points_back_once() {
        till.run(EarnPoints.of(A, 150, key()).forOrder("o-1", 0), day("2026-01-01"));
        RefundOrder refund = RefundOrder.whole(A, "o-1", key());
        till.run(refund, day("2026-01-02"));
        till.run(refund, day("2026-01-02").plusSeconds(1));
        till.run(RefundOrder.whole(A, "o-1", key()), day("2026-01-03"));

        assertThat(balances().spendable()).isZero();
        assertThat(totals().reversed()).isEqualTo(150);
    }

    @Test
    void points_have_expired_at_the_instant_of_their_expiry() {
        earnUntil("2025-12-01", 150, "2026-01-01");
        till.settle(A, day("2026-01-01").minusNanos(1_000));
        assertThat(balances().available()).isEqualTo(150);

        till.settle(A, day("2026-01-01"));

        assertThat(balances().available()).isZero();
        assertThat(totals().expired()).isEqualTo(150);
    }

    @Test
    void each_lot_expires_in_its_own_time_and_once() {
        earnUntil("2025-12-01", 100, "2025-12-31");
        earnUntil("2025-12-01", 50, "2026-01-02");

        till.settle(A, day("2026-01-01"));
        till.settle(A, day("2026-01-01").plusSeconds(1));

        assertThat(balances().available()).isEqualTo(50);
        assertThat(totals().expired()).isEqualTo(100);
        assertThat(entries(EntryKind.EXPIRE)).isEqualTo(1);
    }

    @Test
    void an_earning_and_a_redemption_that_are_told_twice_count_once() {
        EarnPoints earning = EarnPoints.of(A, 1_000, key()).forOrder("o-1", 0);
        RedeemPoints redemption = RedeemPoints.of(A, 300, key());
        for (int i = 0; i < 2; i++) {
            till.run(earning, day("2026-01-01").plusSeconds(i));
        }
        for (int i = 0; i < 2; i++) {
            till.run(redemption, day("2026-01-02").plusSeconds(i));
        }

        assertThat(balances().available()).isEqualTo(700);
        assertThat(entries(EntryKind.EARN)).isEqualTo(1);
        assertThat(entries(EntryKind.REDEEM)).isEqualTo(1);
    }

    @Test
    void a_refund_told_for_more_than_was_paid_is_refused_and_nothing_further_is_taken() {
        till.run(EarnPoints.of(A, 1_000, key()).forOrder("o-1", 200), day("2026-01-01"));
        till.run(RefundOrder.part(A, "o-1", 200, key()), day("2026-01-04"));

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> till.run(RefundOrder.part(A, "o-1", 300, key()), day("2026-01-05")));

        assertThat(balances().spendable()).isZero();
        assertThat(totals().reversed()).isEqualTo(1_000);
    }

    @ParameterizedTest(name = "of 2190 paid, {0} refunded: {1} points less")
    @CsvSource({"0, 0", "100, 0", "190, 0", "191, 1", "1000, 1", "1190, 1", "1191, 2", "2000, 2", "2190, 2"})
    void a_refund_takes_back_what_the_rest_would_not_have_earned(long refunded, long deducted) {
        till.earningBy((version, basis) -> basis / 1_000);
        till.run(EarnPoints.of(A, 2, key()).forOrder("o-1", 2_190), day("2026-01-01"));

        till.run(RefundOrder.part(A, "o-1", refunded, key()), day("2026-01-02"));

        assertThat(totals().reversed()).isEqualTo(deducted);
        assertThat(balances().available()).isEqualTo(2 - deducted);
    }

    @Test
    void transferred_points_leave_and_arrive_and_were_earned_only_once() {
        earn("2026-01-01", 200);
        till.run(EarnPoints.of(B, 100, key()), day("2026-01-01"));
        till.run(TransferPoints.of(A, B, 100, key()), day("2026-01-02"));

        assertThat(balances().available()).isEqualTo(100);
        assertThat(totals().earned()).isEqualTo(200);
        assertThat(till.account(B).available()).isEqualTo(200);
        assertThat(till.account(B).lifetimeEarned()).isEqualTo(100);
        assertThat(till.lots(B)).filteredOn(lot -> lot.terms().qualifying()).hasSize(1);
        assertThatExceptionOfType(InsufficientPointsException.class)
                .isThrownBy(() -> till.run(TransferPoints.of(A, B, 101, key()), day("2026-01-03")));
        assertThat(balances().available()).isEqualTo(100);
    }

    @Test
    void transferred_points_can_be_spent_together_with_the_others_and_keep_their_expiry() {
        till.run(EarnPoints.of(B, 500, key()), day("2020-08-10"));
        earnUntil("2020-08-10", 200, "2020-09-01");
        till.run(TransferPoints.of(A, B, 200, key()), day("2020-08-12"));
        assertThat(till.account(B).nextEventAt()).contains(day("2020-09-01"));

        till.run(RedeemPoints.of(B, 700, key()), day("2020-08-12").plusSeconds(3_600));

        assertThat(till.account(B).available()).isZero();
        assertThat(till.account(B).lifetimeRedeemed()).isEqualTo(700);
    }

    @Test
    void an_order_that_earns_and_pays_twice_uses_three_of_five_points() {
        earn("2026-01-01", 4);
        earn("2026-01-02", 1);
        redeem("2026-01-02", 1);
        redeem("2026-01-02", 2);

        assertThat(balances().available()).isEqualTo(2);
        assertThat(totals().earned() - 4).isEqualTo(1);
        assertThat(totals().redeemed()).isEqualTo(3);
    }

    @Test
    void a_redemption_that_is_cancelled_after_its_lot_expired_can_be_used_for_the_days_of_grace() {
        till.change(rules(program().restore(RestorePolicy.grace(30))));
        earnUntil("2026-01-01", 100, "2026-03-01");
        Receipt redemption = redeem("2026-02-15", 100);
        till.run(RestorePoints.of(A, redemption.sequence(), key()), day("2026-03-10"));

        assertThat(balances().available()).isEqualTo(100);
        assertThat(till.account(A).nextEventAt()).contains(day("2026-04-09"));
        till.settle(A, day("2026-04-09"));
        assertThat(balances().available()).isZero();
        assertThat(totals().expired()).isEqualTo(100);
    }

    @Test
    void a_redemption_that_is_cancelled_after_its_lot_expired_may_be_forfeit() {
        till.change(rules(program().restore(RestorePolicy.forfeit())));
        earnUntil("2026-01-01", 100, "2026-03-01");
        Receipt redemption = redeem("2026-02-15", 100);
        till.run(RestorePoints.of(A, redemption.sequence(), key()), day("2026-03-10"));

        assertThat(balances().available()).isZero();
        assertThat(totals().restored()).isEqualTo(100);
        assertThat(totals().expired()).isEqualTo(100);
    }

    @Test
    void a_refund_takes_from_its_own_lot_then_from_others_then_makes_debt_that_credits_repay() {
        till.change(rules(program().clawback(ClawbackPolicy.debt(1_000))));
        Receipt first = till.run(
                EarnPoints.of(A, 100, key()).forOrder("o-1", 0).expiring(day("2027-01-01")), day("2026-01-01"));
        Receipt second = earnUntil("2026-01-02", 30, "2026-06-01");
        redeem("2026-01-03", 120);
        assertThat(balances().spendable()).isEqualTo(10);
        assertThat(lot(first).remaining()).isEqualTo(10);
        assertThat(lot(second).remaining()).isZero();

        till.run(RefundOrder.whole(A, "o-1", key()), day("2026-01-04"));
        assertThat(balances()).isEqualTo(new Balances(0, 0, 0, 90));
        assertThat(totals().reversed()).isEqualTo(100);

        Receipt third = earnUntil("2026-01-05", 50, "2027-01-01");
        assertThat(balances().spendable()).isEqualTo(-40);
        assertThat(lot(third).remaining()).isZero();

        Receipt fourth = earnUntil("2026-01-06", 60, "2027-01-01");
        assertThat(balances()).isEqualTo(new Balances(20, 0, 0, 0));
        assertThat(lot(fourth).remaining()).isEqualTo(20);
    }

    @Test
    void a_refund_takes_pending_points_of_the_order_first() {
        till.change(rules(program().activation(Period.ofDays(10))));
        earn("2025-12-01", 40);
        till.run(EarnPoints.of(A, 100, key()).forOrder("o-1", 1_000), day("2026-01-01"));
        till.run(RefundOrder.part(A, "o-1", 600, key()), day("2026-01-02"));

        assertThat(balances()).isEqualTo(new Balances(40, 40, 0, 0));
    }

    /** An account that owes 60 points and has a hold of 40. */
    private void owing(Program.Builder rules) {
        till.change(rules(rules.clawback(ClawbackPolicy.debt(100))));
        till.run(EarnPoints.of(A, 100, key()).forOrder("o-1", 0), day("2026-01-01"));
        till.settle(A, day("2026-02-01"));
        till.run(ReservePoints.of(A, 40, key()).lasting(Duration.ofDays(3)), day("2026-02-01"));
        redeem("2026-02-01", 60);
        till.run(RefundOrder.whole(A, "o-1", key()), day("2026-02-01"));
        assertThat(balances()).isEqualTo(new Balances(0, 0, 40, 100));
    }

    @Test
    void points_that_become_active_repay_debt_at_that_time() {
        owing(program().activation(Period.ofDays(1)));
        earn("2026-02-01", 130);
        assertThat(balances()).isEqualTo(new Balances(0, 130, 40, 100));

        till.settle(A, day("2026-02-02"));

        assertThat(balances()).isEqualTo(new Balances(30, 0, 40, 0));
    }

    @Test
    void points_of_a_hold_that_is_over_repay_debt_at_that_time() {
        owing(program());

        till.settle(A, day("2026-02-04"));

        assertThat(balances()).isEqualTo(new Balances(0, 0, 0, 60));
    }

    @Test
    void what_is_beyond_the_limit_of_debt_is_written_off() {
        till.change(rules(program().clawback(ClawbackPolicy.debt(25))));
        till.run(EarnPoints.of(A, 100, key()).forOrder("o-1", 0), day("2026-01-01"));
        redeem("2026-01-02", 70);
        till.run(RefundOrder.whole(A, "o-1", key()), day("2026-01-03"));

        assertThat(balances()).isEqualTo(new Balances(0, 0, 0, 25));
        assertThat(totals().reversed()).isEqualTo(55);
        assertThat(totals().writtenOff()).isEqualTo(45);
    }

    @Test
    void a_rejecting_program_refuses_the_refund_of_spent_points() {
        till.change(rules(program().clawback(ClawbackPolicy.reject())));
        till.run(EarnPoints.of(A, 100, key()).forOrder("o-1", 0), day("2026-01-01"));
        redeem("2026-01-02", 1);

        assertThatExceptionOfType(InsufficientPointsException.class)
                .isThrownBy(() -> till.run(RefundOrder.whole(A, "o-1", key()), day("2026-01-03")));
        assertThat(balances().available()).isEqualTo(99);
    }

    @Test
    void activity_slides_one_date_and_all_points_expire_on_it() {
        till.change(rules(program()
                .expiry(ExpiryPolicy.sliding(Period.ofMonths(6), Set.of(ActivityKind.EARN, ActivityKind.SPEND)))));
        Receipt earned = earn("2026-01-01", 100);
        Lot before = lot(earned);
        redeem("2026-05-01", 10);

        assertThat(balances().available()).isEqualTo(90);
        assertThat(till.account(A).slidesUntil()).contains(day("2026-11-01"));
        assertThat(lot(earned).terms()).isEqualTo(before.terms());
        till.settle(A, day("2026-11-01"));
        assertThat(balances().available()).isZero();
        assertThat(totals().expired()).isEqualTo(90);
    }

    @Test
    void a_hold_pins_points_past_their_expiry_and_they_expire_when_it_is_voided() {
        earnUntil("2026-01-01", 100, "2026-02-01");
        Receipt hold = till.run(ReservePoints.of(A, 60, key()).lasting(Duration.ofDays(60)), day("2026-01-31"));
        till.settle(A, day("2026-02-02"));
        assertThat(balances()).isEqualTo(new Balances(0, 0, 60, 0));
        assertThat(totals().expired()).isEqualTo(40);

        till.run(CommitHold.of(A, hold.sequence(), key()).only(50), day("2026-02-03"));

        assertThat(balances()).isEqualTo(Balances.ZERO);
        assertThat(totals().redeemed()).isEqualTo(50);
        assertThat(totals().expired()).isEqualTo(50);
    }

    @Test
    void points_that_come_back_go_to_the_lot_that_was_taken_from_last() {
        Receipt first = earnUntil("2026-01-01", 30, "2026-06-01");
        Receipt second = earnUntil("2026-01-01", 90, "2026-07-01");
        Receipt redemption = redeem("2026-01-02", 100);
        till.run(RestorePoints.of(A, redemption.sequence(), key()).only(75), day("2026-01-03"));

        assertThat(lot(first).remaining()).isEqualTo(5);
        assertThat(lot(second).remaining()).isEqualTo(90);
    }

    @Test
    void lots_are_used_by_expiry_and_then_by_age_and_those_that_never_expire_last() {
        Receipt never = earn("2026-01-01", 10);
        Receipt late = earnUntil("2026-01-02", 10, "2026-09-01");
        Receipt younger = earnUntil("2026-01-04", 10, "2026-06-01");
        Receipt older = till.run(
                EarnPoints.of(A, 10, key()).at(day("2026-01-03")).expiring(day("2026-06-01")), day("2026-01-05"));
        Receipt redemption = redeem("2026-01-06", 35);

        LedgerEntry entry = (LedgerEntry) till.history(A).get((int) redemption.sequence() - 1);
        assertThat(entry.allocations())
                .containsExactly(
                        new Allocation(older.sequence(), 10),
                        new Allocation(younger.sequence(), 10),
                        new Allocation(late.sequence(), 10),
                        new Allocation(never.sequence(), 5));
    }

    @Test
    void points_cannot_be_earned_in_the_future_or_expire_before_they_can_be_used() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> till.run(EarnPoints.of(A, 1, key()).at(day("2026-01-02")), day("2026-01-01")))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("effectiveAt"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> earnUntil("2026-01-01", 1, "2026-01-01"))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("expiresAt"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> TransferPoints.of(A, A, 1, key()))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("to"));
    }

    @Test
    void what_an_import_tells_late_expires_at_once_if_it_would_have_expired() {
        till.change(rules(program().expiry(ExpiryPolicy.afterMonths(1))));
        till.run(EarnPoints.of(A, 100, key()).at(day("2025-01-01")), day("2026-01-01"));
        till.run(EarnPoints.of(A, 70, key()).at(day("2025-12-20")), day("2026-01-01"));

        assertThat(balances().available()).isEqualTo(70);
        assertThat(totals().expired()).isEqualTo(100);
        assertThat(till.account(A).nextEventAt()).contains(day("2026-01-21"));
    }
}

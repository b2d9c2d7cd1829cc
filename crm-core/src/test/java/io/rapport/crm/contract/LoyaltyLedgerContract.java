package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.loyalty.ActivatePoints;
import io.rapport.crm.loyalty.ActivityKind;
import io.rapport.crm.loyalty.AdjustPoints;
import io.rapport.crm.loyalty.Balances;
import io.rapport.crm.loyalty.ClawbackPolicy;
import io.rapport.crm.loyalty.CommitHold;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EarnTerms;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.ExpiryPolicy;
import io.rapport.crm.loyalty.InsufficientPointsException;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.PointsExpiring;
import io.rapport.crm.loyalty.Program;
import io.rapport.crm.loyalty.ProgramChangedException;
import io.rapport.crm.loyalty.ProgramVersion;
import io.rapport.crm.loyalty.Receipt;
import io.rapport.crm.loyalty.RedeemPoints;
import io.rapport.crm.loyalty.Redemption;
import io.rapport.crm.loyalty.Refund;
import io.rapport.crm.loyalty.RefundOrder;
import io.rapport.crm.loyalty.Reservation;
import io.rapport.crm.loyalty.ReservePoints;
import io.rapport.crm.loyalty.RestorePoints;
import io.rapport.crm.loyalty.RestorePolicy;
import io.rapport.crm.loyalty.Statement;
import io.rapport.crm.loyalty.TransferNotAllowedException;
import io.rapport.crm.loyalty.TransferPoints;
import io.rapport.crm.loyalty.VoidHold;
import io.rapport.crm.store.IdempotencyConflictException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the ledger does on every store: its lots, versions of programs, and what is computed from its entries. */
public abstract class LoyaltyLedgerContract extends LedgerContract {

    @Test
    void each_version_of_a_program_is_kept_for_ever() {
        Program first = club().expiry(ExpiryPolicy.sliding(Period.ofMonths(6), Set.of(ActivityKind.SPEND)))
                .clawback(ClawbackPolicy.debt(100))
                .restore(RestorePolicy.grace(30))
                .reinstatement(10)
                .activation(Period.ofDays(14))
                .holdTtl(Duration.ofMinutes(7))
                .notTransferable()
                .costPerPoint(new BigDecimal("0.0125"))
                .breakage(new BigDecimal("0.2"))
                .build();
        Program second = first.toBuilder().holdTtl(Duration.ofMinutes(8)).build();

        ProgramVersion one = crm().programs().define(first, BEA);
        aMinuteLater();
        assertThat(crm().programs().define(first, SHOP)).isEqualTo(one);
        ProgramVersion two = crm().programs().define(second, SHOP);

        assertThat(one).isEqualTo(new ProgramVersion(first, 1, MONDAY, BEA));
        assertThat(two).isEqualTo(new ProgramVersion(second, 2, clock.instant(), SHOP));
        assertThat(crm().programs().find(CLUB)).contains(two);
        assertThat(crm().programs().find(CLUB, 1)).contains(one);
        assertThat(crm().programs().versions(CLUB)).containsExactly(one, two);
        assertThat(crm().programs().find(MILES)).isEmpty();
        assertThat(otherCrm().programs().versions(CLUB)).isEmpty();
    }

    @Test
    void every_operation_keeps_state_lots_holds_and_movements_in_step() {
        define(club().expiry(ExpiryPolicy.afterDays(30))
                .activation(Period.ofDays(3))
                .clawback(ClawbackPolicy.debt(50))
                .restore(RestorePolicy.grace(5))
                .costPerPoint(new BigDecimal("0.01")));
        LoyaltyAccountId ann = enrolled().id();
        LoyaltyAccountId bob = enrolled().id();
        loyalty().earn(EarnPoints.of(ann, 100, key("e1")).forOrder("o-1", 10_000));
        loyalty().earn(EarnPoints.of(ann, 60, key("e2")).expiring(MONDAY.plus(Duration.ofDays(10))));
        loyalty().activate(ActivatePoints.of(ann, "o-1", key("a1")));
        clock.move(Duration.ofDays(4));
        Reservation hold = loyalty().reserve(ReservePoints.of(ann, 80, key("h1")));
        Redemption half =
                loyalty().commit(CommitHold.of(ann, hold.hold(), key("c1")).only(70));
        loyalty().reserve(ReservePoints.of(ann, 10, key("h2")).lasting(Duration.ofDays(20)));
        loyalty().transfer(TransferPoints.of(ann, bob, 20, key("t1")));
        Refund refund = loyalty().refund(RefundOrder.part(ann, "o-1", 9_000, key("r1")));
        assertThat(refund.owed()).isEqualTo(30);
        clock.move(Duration.ofDays(8));
        loyalty().restore(RestorePoints.of(ann, half.sequence(), key("x1")).only(65));
        loyalty().adjust(AdjustPoints.up(ann, 5, key("j1"), "sorry", BEA));
        loyalty().adjust(AdjustPoints.down(ann, 3, key("j2"), "oops", BEA));
        assertClean(ann, bob);
        clock.move(Duration.ofDays(40));

        assertThat(loyalty().sweep(clock.instant(), 100)).isEqualTo(2);
        assertThat(loyalty().sweep(clock.instant(), 100)).isZero();

        assertThat(loyalty().find(ann).orElseThrow().balances()).isEqualTo(Balances.ZERO);
        assertThat(loyalty().find(bob).orElseThrow().balances()).isEqualTo(Balances.ZERO);
        assertThat(loyalty().find(ann).orElseThrow().nextEventAt()).isEmpty();
        assertClean(ann, bob);
    }

    @Test
    void more_lots_than_are_read_at_first_are_read_when_they_are_needed() {
        define(club().expiry(ExpiryPolicy.afterDays(400)));
        LoyaltyAccountId id = enrolled().id();
        for (int i = 0; i < 90; i++) {
            loyalty().earn(EarnPoints.of(id, 2, key("e" + i)).at(MONDAY.minus(Duration.ofDays(90L - i))));
        }
        LoyaltyAccountId friend = enrolled().id();

        loyalty().redeem(redeem(id, 71, "r1"));
        Reservation hold = loyalty().reserve(ReservePoints.of(id, 70, key("h1")));
        loyalty().transfer(TransferPoints.of(id, friend, 1, key("t1")));
        loyalty().voidHold(VoidHold.of(id, hold.hold(), key("v1")));

        assertThat(loyalty().balance(id)).isEqualTo(108);
        assertThat(loyalty().ledger().openLots(id, 100)).hasSize(55);
        assertClean(id, friend);
        clock.move(Duration.ofDays(401));
        assertThat(loyalty().balance(id)).isZero();
        assertThat(loyalty().find(id).orElseThrow().totals().expired()).isEqualTo(108);
        assertClean(id);
    }

    @Test
    void a_hold_under_a_program_that_changed_is_committed_only_if_its_terms_are_kept() {
        define(club());
        LoyaltyAccountId id = holding(100);
        Reservation hold = loyalty().reserve(ReservePoints.of(id, 40, key("h1")));
        define(club().costPerPoint(BigDecimal.ONE));
        LoyaltyAccount before = loyalty().find(id).orElseThrow();

        assertThatExceptionOfType(ProgramChangedException.class)
                .isThrownBy(() -> loyalty().commit(CommitHold.of(id, hold.hold(), key("c1"))))
                .satisfies(refused -> {
                    assertThat(refused.hold()).isEqualTo(hold.hold());
                    assertThat(refused.heldUnder()).isEqualTo(1);
                    assertThat(refused.current()).isEqualTo(2);
                });

        assertThat(loyalty().find(id)).contains(before);
        Redemption kept =
                loyalty().commit(CommitHold.of(id, hold.hold(), key("c1")).keepingItsTerms());
        assertThat(kept.points()).isEqualTo(40);
        assertThat(loyalty().balance(id)).isEqualTo(60);
    }

    @Test
    void a_new_version_changes_nothing_about_lots_of_before() {
        define(club().expiry(ExpiryPolicy.afterDays(9)).costPerPoint(new BigDecimal("0.01")));
        LoyaltyAccountId id = enrolled().id();
        loyalty().earn(earn(id, 50, "e1"));
        define(club().expiry(ExpiryPolicy.afterDays(2)).costPerPoint(new BigDecimal("0.02")));
        loyalty().earn(earn(id, 30, "e2"));

        assertThat(loyalty().ledger().nextExpiries(id))
                .containsExactly(
                        new PointsExpiring(Instant.parse("2026-03-04T23:00:00Z"), 30),
                        new PointsExpiring(Instant.parse("2026-03-11T23:00:00Z"), 50));
        assertThat(loyalty().ledger().openLots(id, 10))
                .extracting(lot -> lot.terms().costPerPoint() + " by version "
                        + lot.terms().ruleVersion())
                .containsExactly("0.02 by version 2", "0.01 by version 1");
    }

    @Test
    void a_refund_of_more_than_was_paid_or_of_an_unknown_order_is_refused() {
        LoyaltyAccountId id = enrolled().id();
        loyalty().earn(earn(id, 10, "e1").forOrder("o-1", 1_000));
        LoyaltyAccount before = loyalty().find(id).orElseThrow();

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> loyalty().refund(RefundOrder.part(id, "o-1", 1_001, key("r1"))))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("refundedSoFar"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> loyalty().refund(RefundOrder.whole(id, "o-2", key("r1"))))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("order"));
        assertThat(loyalty().find(id)).contains(before);
    }

    @Test
    void a_refund_asks_the_rule_by_which_the_points_were_earned() {
        LoyaltyAccountId id = enrolled().id();
        loyalty()
                .earn(earn(id, 12, "e1")
                        .on(EarnTerms.STANDARD.forOrder("o-1", 500).byRules(3)));

        Refund refund = loyalty()
                .refund(
                        RefundOrder.part(id, "o-1", 100, key("r1")),
                        (version, basis) -> version == 3 && basis == 400 ? 7 : 0);

        assertThat(refund.taken()).isEqualTo(5);
        assertThat(refund.reversed()).isEqualTo(5);
        assertThat(loyalty().balance(id)).isEqualTo(7);
        assertThat(loyalty().refund(RefundOrder.part(id, "o-1", 100, key("r1")), (version, basis) -> 0))
                .isEqualTo(refund);
    }

    @Test
    void a_transfer_is_done_on_both_accounts_or_on_none() {
        LoyaltyAccountId ann = holding(100);
        LoyaltyAccountId bob = enrolled().id();
        LoyaltyAccountId full = holding(Long.MAX_VALUE);
        LoyaltyAccount annBefore = loyalty().find(ann).orElseThrow();

        assertThatExceptionOfType(InsufficientPointsException.class)
                .isThrownBy(() -> loyalty().transfer(TransferPoints.of(ann, bob, 101, key("t1"))));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> loyalty().transfer(TransferPoints.of(ann, full, 1, key("t1"))));
        assertThat(loyalty().find(ann)).contains(annBefore);
        assertThat(command("t1")).isEmpty();

        Receipt given = loyalty().transfer(TransferPoints.of(ann, bob, 40, key("t1")));

        assertThat(given.points()).isEqualTo(40);
        assertThat(loyalty().transfer(TransferPoints.of(ann, bob, 40, key("t1"))))
                .isEqualTo(given);
        assertThat(loyalty().balance(ann)).isEqualTo(60);
        assertThat(loyalty().balance(bob)).isEqualTo(40);
        assertClean(ann, bob, full);
    }

    @Test
    void points_stay_within_a_program_and_where_the_program_says_so_on_the_account() {
        LoyaltyAccountId ann = holding(100);
        LoyaltyAccountId miles =
                loyalty().enrol(EnrolCustomer.of(customer(), MILES)).id();
        LoyaltyAccountId bob = enrolled().id();

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> loyalty().transfer(TransferPoints.of(ann, miles, 1, key("t1"))))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("to"));
        define(club().notTransferable());
        assertThatExceptionOfType(TransferNotAllowedException.class)
                .isThrownBy(() -> loyalty().transfer(TransferPoints.of(ann, bob, 1, key("t1"))));
        assertThat(loyalty().balance(ann)).isEqualTo(100);
    }

    @Test
    void up_to_a_number_is_another_command_than_that_number() {
        LoyaltyAccountId id = holding(30);
        RedeemPoints command = RedeemPoints.of(id, 50, key("r1"));

        assertThat(loyalty().redeemUpTo(command).points()).isEqualTo(30);

        assertThat(loyalty().redeemUpTo(command).points()).isEqualTo(30);
        assertThatExceptionOfType(IdempotencyConflictException.class)
                .isThrownBy(() -> loyalty().redeem(command));
        assertThatExceptionOfType(InsufficientPointsException.class)
                .isThrownBy(() -> loyalty().redeemUpTo(RedeemPoints.of(id, 1, key("r2"))));
    }

    @Test
    void a_statement_goes_from_opening_to_closing() {
        define(club().expiry(ExpiryPolicy.afterDays(19)));
        LoyaltyAccountId id = enrolled().id();
        loyalty().earn(earn(id, 100, "e1"));
        clock.set(MONDAY.plus(DAY));
        loyalty().redeem(redeem(id, 30, "r1"));
        clock.set(MONDAY.plus(DAY.multipliedBy(2)));
        loyalty().earn(earn(id, 5, "e2"));
        clock.set(MONDAY.plus(DAY.multipliedBy(30)));

        Instant expiry = Instant.parse("2026-03-21T23:00:00Z");
        Statement march = loyalty().ledger().statement(id, MONDAY.plus(DAY), expiry.plusSeconds(1));

        assertThat(march.opening()).isEqualTo(new Balances(100, 0, 0, 0));
        assertThat(march.lines())
                .extracting(line -> line.entry().kind() + " " + line.entry().points())
                .containsExactly("REDEEM 30", "EARN 5", "EXPIRE 70");
        assertThat(march.closing()).isEqualTo(new Balances(5, 0, 0, 0));
        assertThat(march.nextExpiries()).isEmpty();
        assertThat(loyalty().ledger().balancesAt(id, MONDAY)).isEqualTo(new Balances(100, 0, 0, 0));
        assertThat(loyalty().ledger().balancesAt(id, MONDAY.minusSeconds(1))).isEqualTo(Balances.ZERO);
        assertThat(loyalty().ledger().balancesAt(id, expiry.minusNanos(1_000)).available())
                .isEqualTo(75);
        assertThat(loyalty().ledger().balancesAt(id, expiry).available()).isEqualTo(5);
    }
}

package io.rapport.crm.contract;

import static io.rapport.crm.contract.CrmStoreContract.inParallel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.Crm;
import io.rapport.crm.CrmServices;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.purchase.PurchaseLine;
import io.rapport.crm.store.CommandLog;
import io.rapport.crm.store.IdempotencyConflictException;
import io.rapport.crm.ticket.returns.LineBalance;
import io.rapport.crm.ticket.returns.LineState;
import io.rapport.crm.ticket.returns.LineTransitionException;
import io.rapport.crm.ticket.returns.LineUnits;
import io.rapport.crm.ticket.returns.PurchaseLineRef;
import io.rapport.crm.ticket.returns.Refund;
import io.rapport.crm.ticket.returns.RefundExceedsPaidException;
import io.rapport.crm.ticket.returns.RefundLine;
import io.rapport.crm.ticket.returns.RefundMethod;
import io.rapport.crm.ticket.returns.RequestReturn;
import io.rapport.crm.ticket.returns.ReturnCase;
import io.rapport.crm.ticket.returns.ReturnEvent;
import io.rapport.crm.ticket.returns.ReturnId;
import io.rapport.crm.ticket.returns.ReturnItem;
import io.rapport.crm.ticket.returns.ReturnPolicy;
import io.rapport.crm.ticket.returns.SeparationOfDutiesException;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** That each refund has one effect or none, and that no more is given back than was paid, whatever is repeated or raced. */
public abstract class RefundContract extends ReturnsContract {

    @Test
    void shares_of_a_line_add_up_to_what_was_paid_over_several_returns() {
        CustomerId ann = customer();
        PurchaseId order = threeMugs(ann);

        Refund first = returns().refund(refund(inspected(ann, order, 1), 1, "k1"));
        Refund second =
                returns().refund(refund(inspected(ann, order, 2), 2, "k2").asStoreCredit());

        assertThat(first.amount()).isEqualTo(eur("33.34"));
        assertThat(second.amount()).isEqualTo(eur("66.66"));
        assertThat(second.method()).isEqualTo(RefundMethod.STORE_CREDIT);
        assertThat(balance(order).left()).isEqualTo(eur("0.00"));
    }

    @Test
    void a_refund_tells_the_host_what_to_pay() {
        CustomerId ann = customer();
        ReturnId id = inspected(ann, threeMugs(ann), 2);
        RefundLine command = refund(id, 1, "k1").amount(eur("20.00"));

        Refund refund = returns().refund(command);
        returns().refund(refund(id, 1, "k2").asStoreCredit());

        assertThat(refund)
                .isEqualTo(new Refund(
                        id, units(1), eur("20.00"), RefundMethod.MONEY, 5, clock.instant(), CommandKey.of("k1")));
        ReturnCase settled = returns().find(id).orElseThrow();
        assertThat(settled.line(0).refunded()).isEqualTo(eur("20.00"));
        assertThat(settled.line(0).credited()).isEqualTo(eur("33.33"));
        assertThat(returns().history(id))
                .contains(new ReturnEvent.Refunded(
                        0, 1, eur("20.00"), false, CommandKey.of("k1"), command.payload(), BEA, clock.instant()));
    }

    @Test
    void more_than_is_left_of_what_was_paid_is_refused_with_the_figures_and_leaves_nothing() {
        CustomerId ann = customer();
        PurchaseId order = threeMugs(ann);
        returns().refund(refund(inspected(ann, order, 1), 1, "k1").amount(eur("60.00")));
        ReturnId id = inspected(ann, order, 2);
        ReturnCase before = returns().find(id).orElseThrow();
        long waiting = crm().outbox().size();

        assertThatExceptionOfType(RefundExceedsPaidException.class)
                .isThrownBy(() -> returns().refund(refund(id, 1, "k2").amount(eur("40.01"))))
                .satisfies(refused -> {
                    assertThat(refused.field()).isEqualTo("amount");
                    assertThat(refused.line()).isEqualTo(new PurchaseLineRef(order, 0));
                    assertThat(refused.asked()).isEqualTo(eur("40.01"));
                    assertThat(refused.paid()).isEqualTo(eur("100.00"));
                    assertThat(refused.left()).isEqualTo(eur("40.00"));
                });

        assertThat(returns().find(id)).contains(before);
        assertThat(crm().outbox().size()).isEqualTo(waiting);
        assertThat(knows("k2")).isFalse();
        assertThat(returns().refund(refund(id, 2, "k2")).amount()).isEqualTo(eur("40.00"));
    }

    @Test
    void another_currency_than_was_paid_is_refused() {
        CustomerId ann = customer();
        ReturnId id = inspected(ann, threeMugs(ann), 1);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> returns().refund(refund(id, 1, "k1").amount(Money.parse("USD 1.00"))))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("amount"));
    }

    @Test
    void a_discount_on_a_line_of_its_own_lessens_what_the_other_lines_give_back() {
        CustomerId ann = customer();
        PurchaseId order = order(
                ann,
                "EUR 44.90",
                PurchaseLine.of("mug", 2, eur("40.00")),
                PurchaseLine.of("voucher", 1, eur("-5.00")),
                PurchaseLine.of("tray", 1, eur("9.90")));

        assertThat(returns().balances(order)).extracting(LineBalance::paid).containsExactly(eur("35.99"), eur("8.91"));
        assertThat(returns().balances(order))
                .extracting(balance -> balance.of().line())
                .containsExactly(0, 2);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> returns().request(RequestReturn.of(ann, ReturnItem.of(order, 1, 1, "no voucher"))))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("line"));
    }

    @Test
    void a_purchase_without_lines_is_returned_as_a_whole() {
        CustomerId ann = customer();
        PurchaseId order = order(ann, "JPY 5000");

        Refund refund =
                returns().refund(refund(approved(ann, order, 1), 1, "k1").keepingGoods());

        assertThat(refund.amount()).isEqualTo(Money.parse("JPY 5000"));
        assertThat(balance(order).returnable()).isZero();
    }

    @Test
    void what_was_received_is_inspected_before_it_is_refunded() {
        CustomerId ann = customer();
        ReturnId id = approved(ann, threeMugs(ann), 1);

        assertThatExceptionOfType(LineTransitionException.class)
                .isThrownBy(() -> returns().refund(refund(id, 1, "k1")))
                .satisfies(refused -> assertThat(refused.verb()).isEqualTo("refund"));
        returns().receive(id, units(1), BEA);
        for (RefundLine command :
                List.of(refund(id, 1, "k1"), refund(id, 1, "k1").keepingGoods())) {
            assertThatExceptionOfType(LineTransitionException.class)
                    .isThrownBy(() -> returns().refund(command));
        }
        returns().inspect(id, units(1), BEA);

        assertThat(returns().refund(refund(id, 1, "k1")).amount()).isEqualTo(eur("33.34"));
    }

    @Test
    void a_policy_can_want_everything_received() {
        CustomerId ann = customer();
        ReturnId id = approved(ann, threeMugs(ann), 1);
        RefundLine command = refund(id, 1, "k1").keepingGoods();

        assertThatExceptionOfType(LineTransitionException.class)
                .isThrownBy(
                        () -> returns(ReturnPolicy.STANDARD.requiringReceipt()).refund(command))
                .satisfies(refused -> assertThat(refused.possible()).isZero());

        assertThat(returns().refund(command).amount()).isEqualTo(eur("33.34"));
        assertThat(returns().find(id).orElseThrow().line(0).in(LineState.REFUNDED))
                .isEqualTo(1);
    }

    @Test
    void a_policy_can_want_another_refunder_than_approver() {
        CustomerId ann = customer();
        ReturnId id = inspected(ann, threeMugs(ann), 1);
        ReturnPolicy separated = ReturnPolicy.STANDARD.separatingDuties();
        RefundLine byBea = refund(id, 1, "k1");

        for (RefundLine command : List.of(byBea, byBea.asStoreCredit())) {
            assertThatExceptionOfType(SeparationOfDutiesException.class)
                    .isThrownBy(() -> returns(separated).refund(command))
                    .satisfies(refused -> {
                        assertThat(refused.id()).isEqualTo(id);
                        assertThat(refused.line()).isZero();
                        assertThat(refused.refunder()).isEqualTo(BEA);
                    });
        }

        RefundLine byCid = RefundLine.of(id, units(1), CommandKey.of("k1"), CID);
        assertThat(returns(separated).refund(byCid).amount()).isEqualTo(eur("33.34"));
    }

    @Test
    void the_same_command_again_has_no_second_effect_and_an_equal_result() {
        CustomerId ann = customer();
        PurchaseId order = threeMugs(ann);
        ReturnId id = inspected(ann, order, 3);
        Refund refund = returns().refund(refund(id, 1, "k1"));
        returns().refund(refund(id, 1, "k2").asStoreCredit());
        ReturnCase before = returns().find(id).orElseThrow();
        LineBalance balance = balance(order);
        aMinuteLater();

        assertThat(returns().refund(refund(id, 1, "k1"))).isEqualTo(refund);

        assertThat(returns().find(id)).contains(before);
        assertThat(balance(order)).isEqualTo(balance);
    }

    @Test
    void a_key_with_another_payload_is_refused_and_nothing_changes() {
        CustomerId ann = customer();
        PurchaseId order = threeMugs(ann);
        ReturnId id = inspected(ann, order, 2);
        ReturnId another = inspected(ann, order, 1);
        RefundLine first = refund(id, 1, "k1");
        returns().refund(first);
        ReturnCase before = returns().find(id).orElseThrow();

        for (RefundLine other : List.of(
                refund(id, 2, "k1"),
                refund(another, 1, "k1"),
                RefundLine.of(id, LineUnits.of(1, 1), CommandKey.of("k1"), BEA),
                first.amount(eur("33.34")),
                first.asStoreCredit(),
                first.keepingGoods(),
                RefundLine.of(id, units(1), CommandKey.of("k1"), CID))) {
            assertThatExceptionOfType(IdempotencyConflictException.class)
                    .isThrownBy(() -> returns().refund(other));
        }

        assertThat(returns().find(id)).contains(before);
    }

    @Test
    void threads_with_the_same_command_have_one_effect_and_equal_results() throws Exception {
        CustomerId ann = customer();
        PurchaseId order = threeMugs(ann);
        ReturnId id = inspected(ann, order, 3);
        Crm crm = crm();

        List<Refund> refunds = inParallel(times(8, i -> () -> crm.returns().refund(refund(id, 1, "k1"))));

        assertThat(refunds).hasSize(8).containsOnly(refunds.get(0));
        assertThat(balance(order).repaid()).isEqualTo(eur("33.34"));
        assertThat(balance(order).settled()).isEqualTo(1);
    }

    @Test
    void of_returns_that_refund_all_that_was_paid_at_once_exactly_one_succeeds() throws Exception {
        CustomerId ann = customer();
        PurchaseId order = order(ann, "EUR 80.00", PurchaseLine.of("mug", 8, eur("80.00")));
        List<ReturnId> returned =
                IntStream.range(0, 8).mapToObj(i -> inspected(ann, order, 1)).toList();
        Crm crm = crm();

        List<String> outcomes = inParallel(times(8, i -> () -> {
            try {
                crm.returns().refund(refund(returned.get(i), 1, "refund-" + i).amount(eur("80.00")));
                return "refunded";
            } catch (RefundExceedsPaidException refused) {
                return "refused with " + refused.left();
            }
        }));

        assertThat(outcomes).filteredOn("refunded"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("refused with EUR 0.00"::equals).hasSize(7);
        assertThat(balance(order).repaid()).isEqualTo(eur("80.00"));
    }

    @Test
    void returns_that_refund_their_shares_at_once_all_succeed_and_add_up() throws Exception {
        CustomerId ann = customer();
        PurchaseId order = order(ann, "EUR 10.00", PurchaseLine.of("mug", 8, eur("9.99")));
        List<ReturnId> returned =
                IntStream.range(0, 8).mapToObj(i -> inspected(ann, order, 1)).toList();
        Crm crm = crm();

        List<Refund> refunds =
                inParallel(times(8, i -> () -> crm.returns().refund(refund(returned.get(i), 1, "refund-" + i))));

        assertThat(Money.total(refunds.stream().map(Refund::amount).toList())).isEqualTo(eur("9.99"));
        assertThat(balance(order).left()).isEqualTo(eur("0.00"));
    }

    @Test
    void what_happens_in_one_transaction_counts_at_once_and_goes_with_it() {
        CustomerId ann = customer();
        PurchaseId order = threeMugs(ann);
        ReturnId id = inspected(ann, order, 2);

        assertThatExceptionOfType(RefundExceedsPaidException.class)
                .isThrownBy(() -> crm().inTransaction(tx -> {
                    refundAll(tx, id, "k1");
                    refundAll(tx, id, "k2");
                }));

        assertThat(balance(order).repaid()).isEqualTo(eur("0.00"));
        assertThat(knows("k1")).isFalse();
        assertThat(returns().find(id).orElseThrow().line(0).in(LineState.INSPECTED))
                .isEqualTo(2);
    }

    private static void refundAll(CrmServices tx, ReturnId id, String key) {
        tx.returns().refund(refund(id, 1, key).amount(eur("100.00")));
    }

    private boolean knows(String key) {
        return read(CommandLog.class, log -> log.find(CommandKey.of(key)).isPresent());
    }
}

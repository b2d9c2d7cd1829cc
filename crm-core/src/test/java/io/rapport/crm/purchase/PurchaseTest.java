package io.rapport.crm.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.ExternalId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PurchaseTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final PurchaseId ID = new PurchaseId(new UUID(1, 1));
    private static final CustomerId ANN = new CustomerId(new UUID(1, 2));
    private static final ExternalId ORDER = ExternalId.of("shop", "o-1");
    private static final Money TEN = Money.parse("EUR 10.00");
    private static final Money TOO_MUCH = Money.of(CurrencyUnit.EUR, new BigDecimal("92233720368547758.08"));

    @Test
    void a_purchase_happens_when_it_is_recorded_unless_its_instant_is_given() {
        RecordPurchase command = RecordPurchase.of(ANN, ORDER, TEN);

        assertThat(Purchase.of(ID, command, NOON).at()).isEqualTo(NOON);
        assertThat(Purchase.of(ID, command.at(NOON.minusNanos(1)), NOON).at()).isEqualTo(NOON.minusNanos(1000));
    }

    @Test
    void an_order_for_nothing_is_an_order() {
        assertThat(RecordPurchase.of(ANN, ORDER, Money.zero(CurrencyUnit.EUR))
                        .total()
                        .isZero())
                .isTrue();
    }

    @Test
    void lines_need_not_add_up_to_the_total() {
        RecordPurchase order = RecordPurchase.of(ANN, ORDER, TEN)
                .with(PurchaseLine.of("mug", 3, Money.parse("EUR 12.00")).category("cups"))
                .with(PurchaseLine.of("voucher", 1, Money.parse("EUR -5.00")));

        assertThat(Purchase.of(ID, order, NOON).lines())
                .isEqualTo(order.lines())
                .hasSize(2);
    }

    @Test
    void each_bad_input_names_its_field() {
        refuses("total", () -> RecordPurchase.of(ANN, ORDER, Money.parse("EUR -0.01")));
        refuses("total", () -> RecordPurchase.of(ANN, ORDER, TOO_MUCH));
        refuses(
                "lines",
                () -> RecordPurchase.of(ANN, ORDER, TEN).with(PurchaseLine.of("mug", 1, Money.parse("USD 10.00"))));
        refuses("sku", () -> PurchaseLine.of(" ", 1, TEN));
        refuses("sku", () -> PurchaseLine.of("x".repeat(101), 1, TEN));
        refuses("category", () -> PurchaseLine.of("mug", 1, TEN).category(""));
        refuses("category", () -> PurchaseLine.of("mug", 1, TEN).category("x".repeat(101)));
        refuses("quantity", () -> PurchaseLine.of("mug", 0, TEN));
        refuses("amount", () -> PurchaseLine.of("mug", 1, TOO_MUCH));
        refuses("amount", () -> PurchaseLine.of("mug", 1, TOO_MUCH.negated()));
    }

    @Test
    @SuppressWarnings("NullAway")
    void a_missing_part_names_its_field() {
        refuses("customer", () -> RecordPurchase.of(null, ORDER, TEN));
        refuses("externalId", () -> RecordPurchase.of(ANN, null, TEN));
        refuses("total", () -> RecordPurchase.of(ANN, ORDER, null));
        refuses("amount", () -> PurchaseLine.of("mug", 1, null));
    }

    private static void refuses(String field, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }
}

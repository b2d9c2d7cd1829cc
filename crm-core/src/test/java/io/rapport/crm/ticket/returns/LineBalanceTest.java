package io.rapport.crm.ticket.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.purchase.Purchase;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.purchase.PurchaseLine;
import io.rapport.crm.purchase.RecordPurchase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What is left of a purchase line, at the limits. */
class LineBalanceTest {

    private static final PurchaseLineRef LINE = new PurchaseLineRef(new PurchaseId(new UUID(1, 2)), 0);
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:30:00Z");

    @Test
    void the_largest_amounts_are_divided_exactly() {
        RecordPurchase command = RecordPurchase.of(
                        new CustomerId(new UUID(3, 4)), ExternalId.of("shop", "order-1"), euros(Long.MAX_VALUE))
                .with(PurchaseLine.of("a", 1, euros(Long.MAX_VALUE)))
                .with(PurchaseLine.of("b", 2, euros(Long.MAX_VALUE)));
        Purchase order = Purchase.of(LINE.purchase(), command, MONDAY);

        assertThat(new PaidLines(order).all())
                .extracting(LineBalance::paid)
                .containsExactly(euros(Long.MAX_VALUE / 2 + 1), euros(Long.MAX_VALUE / 2));
    }

    @Test
    void more_money_or_units_than_there_are_cannot_be_taken() {
        LineBalance balance =
                LineBalance.untouched(LINE, 3, euros(1000)).claim(3).repay(1, euros(999));

        assertThat(balance.share(2)).isEqualTo(euros(1));
        assertThatExceptionOfType(RefundExceedsPaidException.class)
                .isThrownBy(() -> balance.repay(1, euros(2)))
                .satisfies(refused -> assertThat(refused.left()).isEqualTo(euros(1)));
        assertThatExceptionOfType(ReturnExceedsPurchaseException.class).isThrownBy(() -> balance.claim(1));
    }

    @Test
    void no_balance_says_that_more_was_taken_than_there_was() {
        Money ten = euros(1000);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new LineBalance(LINE, 3, ten, 4, 0, euros(0)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("claimed"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new LineBalance(LINE, 3, ten, 1, 2, euros(0)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("settled"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new LineBalance(LINE, 3, ten, 1, 1, euros(1001)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("repaid"));
    }

    private static Money euros(long minor) {
        return Money.of(CurrencyUnit.EUR, BigDecimal.valueOf(minor, 2));
    }
}

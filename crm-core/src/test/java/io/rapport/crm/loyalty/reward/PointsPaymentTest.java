package io.rapport.crm.loyalty.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.fault.InvalidInputException;
import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many points an order takes, and what they are worth. */
class PointsPaymentTest {

    private static Money euros(long cents) {
        return Money.parse("EUR 0").plusMinor(cents);
    }

    @ParameterizedTest(name = "{0}: {1} asked of {2}, for {3} cents: {8} points, worth {9} cents")
    @CsvSource(textBlock = """
            # case,              asked, balance,  order, points, worth, least, percent, taken, amount
            SYL-PAY-01,           1000,    5000,  10000,      1,     1,   500,      50,  1000,   1000
            SYL-PAY-01,           1000,     700,  10000,      1,     1,   500,      50,   700,    700
            SYL-PAY-01,          10000,   10000,  10000,      1,     1,   500,      50,  5000,   5000
            SYL-PAY-01,           1050,    5000, 100000,    100,   500,   100,     100,  1000,   5000
            SYL-PAY-01,            400,    5000, 100000,      1,     1,   500,     100,     0,      0
            like SYL-PAY-01,      1000,     499, 100000,      1,     1,   500,     100,     0,      0
            like SYL-PAY-01,       500,     500,   1000,      1,     1,   500,      50,   500,    500
            like SYL-PAY-01,      1000,    5000,    998,      1,     1,   500,      50,     0,      0
            like SYL-PAY-01,      1000,    5000,    999,      1,     1,     0,      50,   499,    499
            like SYL-PAY-01,      1050,    5000,   4999,    100,   500,   100,     100,   900,   4500
            like SYL-PAY-01,        99,    5000, 100000,    100,   500,     0,     100,     0,      0
            like SYL-PAY-01,      1000,    5000,   -100,      1,     1,     0,     100,     0,      0
            like SYL-PAY-01,      1000,    -200,  10000,      1,     1,     0,     100,     0,      0
            ODOO-RED-01,            10,      10,  10000,      3,   450,     0,     100,     9,   1350
            like ODOO-RED-01,        2,      10,  10000,      3,   450,     0,     100,     0,      0
            like ODOO-RED-01,       10,      10,    900,      3,   450,     0,     100,     6,    900
            ODOO-RED-03,          3030,    3030, 300000,      1,     3,     0,     100,  3030,   9090
            like ODOO-RED-03,     3030,    3030,   9089,      1,     3,     0,     100,  3029,   9087
            ODOO-WALLET-01,       1000,    1000,  10000,      1,   100,     0,     100,   100,  10000
            ODOO-WALLET-01,         10,      10,  10000,      1,   100,     0,     100,    10,   1000
            """)
    void an_order_takes_what_was_requested_within_balance_order_and_limits(
            String worked,
            long requested,
            long balance,
            long orderCents,
            long points,
            long worthCents,
            long minimum,
            int percent,
            long taken,
            long amountCents) {
        PointsPayment payment =
                PointsPayment.of(points, euros(worthCents)).atLeast(minimum).upTo(BigDecimal.valueOf(percent));

        assertThat(payment.quote(requested, balance, euros(orderCents)))
                .as(worked)
                .isEqualTo(new PointsPayment.Quote(taken, euros(amountCents)));
    }

    @Test
    void a_rate_without_finite_decimals_is_refused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> PointsPayment.of(3, euros(100)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("points"));
    }

    @Property
    void a_payment_never_exceeds_any_of_its_limits(
            @ForAll @LongRange(min = 0, max = 1_000_000) long requested,
            @ForAll @LongRange(min = -100, max = 1_000_000) long balance,
            @ForAll @LongRange(min = -100, max = 10_000_000) long orderCents,
            @ForAll @LongRange(min = 1, max = 500) long multiple,
            @ForAll @IntRange(min = 1, max = 9_999) int worthTenThousandths,
            @ForAll @LongRange(min = 0, max = 1_000) long minimum,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        BigDecimal worth = BigDecimal.valueOf(worthTenThousandths, 4);
        PointsPayment payment = new PointsPayment(multiple, worth, minimum, BigDecimal.valueOf(percent));

        PointsPayment.Quote quote = payment.quote(requested, balance, euros(orderCents));

        assertThat(quote.points()).isBetween(0L, Math.max(0, Math.min(requested, balance)));
        assertThat(quote.points() % multiple).isZero();
        assertThat(quote.points() == 0 || quote.points() >= minimum).isTrue();
        assertThat(worth.multiply(BigDecimal.valueOf(quote.points()))
                        .movePointRight(4)
                        .compareTo(BigDecimal.valueOf(Math.max(0, orderCents) * percent)))
                .isLessThanOrEqualTo(0);
        assertThat(quote.amount().getAmount()).isLessThanOrEqualTo(worth.multiply(BigDecimal.valueOf(quote.points())));
    }

    @Test
    void a_price_per_money_takes_whole_multiples_and_a_fixed_price_units() {
        PointsPrice perMoney = PointsPrice.perMoney(3, new BigDecimal("1.50"));

        assertThat(perMoney).isEqualTo(PointsPrice.perMoney(3, new BigDecimal("1.5")));
        assertThat(perMoney.of(1, 9)).isEqualTo(9);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> perMoney.of(1, 10))
                .satisfies(refused -> assertThat(refused.remedy()).contains("9"));
        assertThat(PointsPrice.fixed(200).of(3, 0)).isEqualTo(600);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new PointsPrice(Long.MAX_VALUE, Optional.empty()).of(2, 0))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("units"));
    }
}

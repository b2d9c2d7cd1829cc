package io.rapport.crm.ticket.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.purchase.Purchase;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.purchase.PurchaseLine;
import io.rapport.crm.purchase.RecordPurchase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** That shares of what was paid neither lose nor make a cent. */
class LineBalanceProperties {

    private static final PurchaseLineRef LINE = new PurchaseLineRef(new PurchaseId(new UUID(1, 2)), 0);
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:30:00Z");

    @Property
    void shares_add_up_to_what_was_paid_however_the_units_are_grouped(
            @ForAll("minorUnits") long paid,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 400) Integer> groups) {
        int bought = groups.stream().mapToInt(units -> units).sum();
        LineBalance balance = LineBalance.untouched(LINE, bought, euros(paid)).claim(bought);
        BigInteger even = BigInteger.valueOf(paid).divide(BigInteger.valueOf(bought));

        for (int units : groups) {
            Money share = balance.share(units);
            BigInteger least = even.multiply(BigInteger.valueOf(units));
            assertThat(BigInteger.valueOf(share.getAmountMinorLong()))
                    .isBetween(least, least.add(BigInteger.valueOf(units)));
            balance = balance.repay(units, share);
        }

        assertThat(balance.repaid()).isEqualTo(balance.paid());
        assertThat(balance.left().isZero()).isTrue();
    }

    @Property
    void lines_with_discounts_come_to_their_sum_or_the_total_whichever_is_less(
            @ForAll("minorUnits") long total,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = -5000, max = 20000) Integer> amounts) {
        Purchase order = order(total, amounts);

        List<LineBalance> lines = new PaidLines(order).all();

        long sum = amounts.stream().mapToLong(amount -> amount).sum();
        assertThat(lines.stream()
                        .mapToLong(line -> line.paid().getAmountMinorLong())
                        .sum())
                .isEqualTo(Math.max(0, Math.min(total, sum)));
        for (LineBalance line : lines) {
            assertThat(line.paid().getAmountMinorLong())
                    .isBetween(0L, (long) amounts.get(line.of().line()));
        }
        boolean nothingToSpread = total >= sum && amounts.stream().allMatch(amount -> amount >= 0);
        if (nothingToSpread) {
            assertThat(lines)
                    .extracting(LineBalance::paid)
                    .isEqualTo(order.lines().stream().map(PurchaseLine::amount).toList());
        }
    }

    private static Purchase order(long total, List<Integer> amounts) {
        RecordPurchase order =
                RecordPurchase.of(new CustomerId(new UUID(3, 4)), ExternalId.of("shop", "order-1"), euros(total));
        for (int amount : amounts) {
            order = order.with(PurchaseLine.of("sku", 1, euros(amount)));
        }
        return Purchase.of(LINE.purchase(), order, MONDAY);
    }

    private static Money euros(long minor) {
        return Money.of(CurrencyUnit.EUR, BigDecimal.valueOf(minor, 2));
    }

    @Provide
    Arbitrary<Long> minorUnits() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 100_000), Arbitraries.of(0L, 1L, Long.MAX_VALUE, Long.MAX_VALUE - 1));
    }
}

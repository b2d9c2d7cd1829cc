package io.rapport.crm.quickstart.input;

import io.rapport.crm.quickstart.csv.Column;
import io.rapport.crm.quickstart.csv.CsvLayout;
import io.rapport.crm.quickstart.csv.Row;
import io.rapport.crm.quickstart.csv.ValueTypes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An order: a row of {@code orders.csv} or of a bare order log. */
public record OrderRow(
        long line, String orderId, String customerId, Instant orderedAt, Money amount, Optional<Long> pointsRedeemed) {

    /** Shorter than other keys, for the keys of its loyalty commands are made from it. */
    private static final Column<String> ORDER_ID = Column.required("order_id", ValueTypes.text(170));

    private static final Column<Instant> ORDERED_AT = Column.required("ordered_at", ValueTypes.instant());
    private static final Column<BigDecimal> AMOUNT = Column.required("amount", ValueTypes.amount());
    private static final Column<CurrencyUnit> CURRENCY = Column.required("currency", ValueTypes.currency());
    private static final Column<Long> POINTS_REDEEMED =
            Column.optional("points_redeemed", ValueTypes.wholeNumber(0, Long.MAX_VALUE));

    public static final CsvLayout<OrderRow> LAYOUT = CsvLayout.of(
            List.of(ORDER_ID, Keys.CUSTOMER_ID, ORDERED_AT, AMOUNT, CURRENCY, POINTS_REDEEMED), OrderRow::from);

    private static OrderRow from(Row row) {
        return new OrderRow(
                row.line(),
                row.get(ORDER_ID),
                row.get(Keys.CUSTOMER_ID),
                row.get(ORDERED_AT),
                money(row, AMOUNT, row.get(AMOUNT), row.get(CURRENCY)),
                row.find(POINTS_REDEEMED).filter(points -> points > 0));
    }

    /** The amount of the cell as money; refused rather than rounded when it is finer than the currency. */
    static Money money(Row row, Column<BigDecimal> column, BigDecimal amount, CurrencyUnit currency) {
        if (amount.stripTrailingZeros().scale() > currency.getDecimalPlaces()) {
            throw row.refuse(
                    column, "has more than the " + currency.getDecimalPlaces() + " decimals of " + currency.getCode());
        }
        Money money = Money.of(currency, amount.setScale(currency.getDecimalPlaces(), RoundingMode.UNNECESSARY));
        if (money.getAmount().unscaledValue().bitLength() >= Long.SIZE) {
            throw row.refuse(column, "is larger than the library can count");
        }
        return money;
    }
}

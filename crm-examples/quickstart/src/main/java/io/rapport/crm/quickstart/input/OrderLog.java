package io.rapport.crm.quickstart.input;

import io.rapport.crm.quickstart.csv.Column;
import io.rapport.crm.quickstart.csv.CsvLayout;
import io.rapport.crm.quickstart.csv.CsvRows;
import io.rapport.crm.quickstart.csv.CsvSource;
import io.rapport.crm.quickstart.csv.RejectedRow;
import io.rapport.crm.quickstart.csv.Row;
import io.rapport.crm.quickstart.csv.ValueTypes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A bare order log: who, when, how much, and perhaps other columns, which are skipped. It has no order ids, so each order
 * gets one from its content and the number of times that content has occurred so far. The ids are the same whenever the
 * same file is read again, also after rows were appended to it.
 *
 * @param customerColumns what the column of the customer's key may be called; the first of them that a file has is taken
 * @param dateColumns the same for the column that holds a date or an instant
 * @param amountColumns the same for the column that holds the amount
 * @param currency of all amounts
 * @param zone in which a date without a time begins
 */
public record OrderLog(
        List<String> customerColumns,
        List<String> dateColumns,
        List<String> amountColumns,
        CurrencyUnit currency,
        ZoneId zone) {

    public OrderLog {
        customerColumns = List.copyOf(customerColumns);
        dateColumns = List.copyOf(dateColumns);
        amountColumns = List.copyOf(amountColumns);
    }

    /** Opens a log. Takes about 24 bytes of memory for each distinct row, to count occurrences. */
    public CsvRows<OrderRow> open(CsvSource source, Consumer<RejectedRow> rejected) {
        List<String> header = source.header();
        String dateColumn = chosen(dateColumns, header);
        Column<String> customer = Column.required(chosen(customerColumns, header), Keys.KEY);
        Column<Instant> date = Column.required(dateColumn, ValueTypes.dateOrInstant(zone));
        Column<String> dateAsWritten = Column.required(dateColumn, Keys.KEY);
        Column<BigDecimal> amount = Column.required(chosen(amountColumns, header), ValueTypes.amount());
        ContentIds ids = new ContentIds();
        Function<Row, OrderRow> toOrder = row -> {
            String customerId = row.get(customer);
            Instant orderedAt = row.get(date);
            BigDecimal value = row.get(amount);
            Money money = OrderRow.money(row, amount, value, currency);
            // From the log alone: another zone or currency option is no reason to import the orders a second time.
            String id = ids.next(customerId, row.get(dateAsWritten), plain(value));
            return new OrderRow(row.line(), id, customerId, orderedAt, money, Optional.empty());
        };
        return CsvLayout.ignoringOthers(List.of(customer, date, amount), toOrder)
                .open(source, rejected);
    }

    private static String chosen(List<String> names, List<String> header) {
        return names.stream().filter(header::contains).findFirst().orElse(names.get(0));
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}

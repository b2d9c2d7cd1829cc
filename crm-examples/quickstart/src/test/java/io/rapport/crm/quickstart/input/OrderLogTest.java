package io.rapport.crm.quickstart.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.crm.quickstart.csv.CsvSource;
import io.rapport.crm.quickstart.csv.RejectedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderLogTest {

    private static final String LOG = """
            customer_id,date,cds,dollars
            00001,1997-01-01,1,11.77
            00002,1997-01-12,1,12.00
            00002,1997-01-12,5,77.00
            00002,1997-01-12,1,12.00
            00003,1997-01-02,2,0.00
            """;

    @TempDir
    private Path folder;

    private final List<RejectedRow> rejected = new ArrayList<>();
    private final OrderLog log = new OrderLog(
            List.of("customer_id"), List.of("date"), List.of("amount", "dollars"), CurrencyUnit.USD, ZoneId.of("UTC"));

    @Test
    void the_columns_named_are_read_and_others_are_skipped() {
        assertThat(read(log, LOG))
                .extracting(OrderRow::customerId, OrderRow::amount)
                .startsWith(tuple("00001", Money.of(CurrencyUnit.USD, 11.77)));
        assertThat(rejected).isEmpty();
    }

    @Test
    void an_amount_of_zero_is_an_order() {
        assertThat(read(log, LOG)).extracting(OrderRow::amount).contains(Money.zero(CurrencyUnit.USD));
    }

    @Test
    void equal_rows_are_orders_of_their_own() {
        assertThat(read(log, LOG))
                .extracting(OrderRow::orderId)
                .doesNotHaveDuplicates()
                .hasSize(5);
    }

    @Test
    void reading_twice_gives_the_same_ids() {
        assertThat(read(log, LOG)).isEqualTo(read(log, LOG));
    }

    @Test
    void rows_appended_later_leave_the_ids_before_them_as_they_were() {
        List<String> before = ids(read(log, LOG));
        List<String> after = ids(read(log, LOG + "00002,1997-01-12,1,12.00\n00001,1997-01-01,1,11.77\n"));
        assertThat(after)
                .startsWith(before.toArray(String[]::new))
                .doesNotHaveDuplicates()
                .hasSize(7);
    }

    @Test
    void rows_in_another_order_give_the_same_set_of_ids() {
        String[] lines = LOG.split("\n");
        String shuffled = String.join("\n", lines[0], lines[5], lines[4], lines[1], lines[3], lines[2]);
        assertThat(ids(read(log, shuffled))).containsExactlyInAnyOrderElementsOf(ids(read(log, LOG)));
    }

    @Test
    void another_zone_or_a_trailing_zero_gives_the_same_ids() {
        OrderLog elsewhere = new OrderLog(
                List.of("customer_id"),
                List.of("date"),
                List.of("amount", "dollars"),
                CurrencyUnit.USD,
                ZoneId.of("Pacific/Auckland"));
        assertThat(ids(read(elsewhere, LOG.replace("77.00", "77.0")))).isEqualTo(ids(read(log, LOG)));
    }

    @Test
    void an_amount_finer_than_the_currency_is_refused_and_not_rounded() {
        assertThat(read(log, "customer_id,date,dollars\n1,1997-01-01,9.999\n1,1997-01-01,9.990\n"))
                .hasSize(1);
        assertThat(rejected)
                .extracting(RejectedRow::line, RejectedRow::column, RejectedRow::reason)
                .containsExactly(tuple(2L, "dollars", "has more than the 2 decimals of USD"));
    }

    @Test
    void a_row_without_a_customer_or_with_a_bad_date_or_a_negative_amount_is_left_out() {
        assertThat(read(log, """
                        customer_id,date,dollars
                        ,1997-01-01,1.00
                        7,1997-13-01,1.00
                        7,1997-01-01,-1.00
                        7,1997-01-01,1.00
                        """)).hasSize(1);
        assertThat(rejected)
                .extracting(RejectedRow::line, RejectedRow::column)
                .containsExactly(tuple(2L, "customer_id"), tuple(3L, "date"), tuple(4L, "dollars"));
    }

    @Test
    void occurrences_are_counted_right_among_many_rows() {
        StringBuilder many = new StringBuilder("customer_id,date,dollars\n");
        for (int i = 0; i < 20_000; i++) {
            many.append(i % 5_000).append(",1997-01-01,1.00\n");
        }
        assertThat(ids(read(log, many.toString())))
                .doesNotHaveDuplicates()
                .filteredOn(id -> id.endsWith("-4"))
                .hasSize(5_000);
    }

    private static List<String> ids(List<OrderRow> orders) {
        return orders.stream().map(OrderRow::orderId).toList();
    }

    private List<OrderRow> read(OrderLog layout, String text) {
        try {
            Path file = Files.writeString(folder.resolve("log.csv"), text);
            try (Stream<OrderRow> rows = layout.open(CsvSource.file(file), rejected::add).stream()) {
                return rows.toList();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

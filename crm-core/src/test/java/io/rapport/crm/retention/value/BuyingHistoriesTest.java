package io.rapport.crm.retention.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.retention.ActivityDays;
import io.rapport.crm.retention.DataEnd;
import io.rapport.crm.retention.RevenueDays;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuyingHistoriesTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final DataEnd END = DataEnd.lastDay(LocalDate.of(2015, 2, 7));

    /** Customer, day, dollars; then x, t_x, T and mean spend: the fixture of the summary in lifetimes. */
    private static final Object[][] PURCHASES = {
        {1, "2015-01-01", 1}, {1, "2015-02-06", 2}, {2, "2015-01-01", 2}, {3, "2015-01-01", 3}, {3, "2015-01-02", 1},
        {3, "2015-01-05", 5}, {4, "2015-01-16", 6}, {4, "2015-02-02", 3}, {4, "2015-02-05", 3}, {5, "2015-01-16", 3},
        {5, "2015-01-17", 1}, {5, "2015-01-18", 8}, {6, "2015-02-02", 5}
    };

    private static final double[][] EXPECTED = {
        {1, 1, 36, 37, 2}, {2, 0, 0, 37, 0}, {3, 2, 4, 37, 3}, {4, 2, 20, 22, 3}, {5, 2, 2, 22, 4.5}, {6, 0, 0, 5, 0}
    };

    private static UUID customer(int number) {
        return new UUID(0, number);
    }

    private static RevenueDays purchases() {
        RevenueDays days = RevenueDays.in(MADRID, CurrencyUnit.USD);
        for (Object[] row : PURCHASES) {
            days.addDay(
                    customer((int) row[0]), LocalDate.parse((String) row[1]), 100L * (int) row[2], CurrencyUnit.USD);
        }
        return days;
    }

    private static Optional<BuyingHistory> history(RevenueDays purchases, UUID customer, DataEnd end) {
        List<BuyingHistory> found = new ArrayList<>();
        purchases.find(
                customer, days -> BuyingHistory.of(days, UnitOfTime.DAY, end).ifPresent(found::add));
        return found.stream().findFirst();
    }

    private static Optional<SpendHistory> spend(RevenueDays purchases, UUID customer) {
        List<SpendHistory> found = new ArrayList<>();
        purchases.find(
                customer, days -> SpendHistory.of(days, CurrencyUnit.USD, END).ifPresent(found::add));
        return found.stream().findFirst();
    }

    @Test
    void the_first_purchase_counts_neither_for_frequency_nor_for_spend() {
        RevenueDays days = purchases();

        for (double[] row : EXPECTED) {
            UUID customer = customer((int) row[0]);
            assertThat(history(days, customer, END))
                    .contains(new BuyingHistory((int) row[1], row[2], row[3], UnitOfTime.DAY));
            assertThat(spend(days, customer)).contains(new SpendHistory((int) row[1], 100 * row[4], CurrencyUnit.USD));
        }
        assertThat(BuyingHistories.of(days, UnitOfTime.DAY, END).customers()).isEqualTo(6);
        assertThat(SpendHistories.of(days, END).counts().values()).containsExactly(2L, 1L, 2L, 1L);
    }

    @Test
    void purchases_after_the_end_and_customers_who_came_after_it_are_left_out() {
        DataEnd early = DataEnd.before(LocalDate.of(2015, 1, 17));

        assertThat(history(purchases(), customer(5), early)).contains(new BuyingHistory(0, 0, 0, UnitOfTime.DAY));
        assertThat(history(purchases(), customer(6), early)).isEqualTo(Optional.empty());
        assertThat(BuyingHistories.of(purchases(), UnitOfTime.DAY, early).customers())
                .isEqualTo(5);
    }

    @Test
    void days_of_activity_give_the_same_histories_as_purchases() {
        ActivityDays activity = ActivityDays.in(MADRID);
        for (Object[] row : PURCHASES) {
            activity.addDay(customer((int) row[0]), LocalDate.parse((String) row[1]));
        }

        for (DataEnd end : List.of(END, DataEnd.before(LocalDate.of(2015, 1, 17)))) {
            assertThat(BuyingHistories.of(activity, UnitOfTime.WEEK, end))
                    .isEqualTo(BuyingHistories.of(purchases(), UnitOfTime.WEEK, end));
        }
        BuyingHistories weeks = BuyingHistories.of(activity, UnitOfTime.WEEK, END);
        assertThat(weeks.count(new BuyingHistory(2, 2 / 7.0, 22 / 7.0, UnitOfTime.WEEK)))
                .isEqualTo(1);
    }

    @Test
    void a_split_in_time_shows_what_customers_went_on_to_do() {
        Holdout holdout = Holdout.of(purchases(), UnitOfTime.DAY, DataEnd.before(LocalDate.of(2015, 1, 17)), END);
        Holdout expected = Holdout.over(Horizon.days(22));
        expected.add(new BuyingHistory(0, 0, 15, UnitOfTime.DAY), 1);
        expected.add(new BuyingHistory(0, 0, 15, UnitOfTime.DAY), 0);
        expected.add(new BuyingHistory(2, 4, 15, UnitOfTime.DAY), 0);
        expected.add(new BuyingHistory(0, 0, 0, UnitOfTime.DAY), 2, 2);

        assertThat(holdout).isEqualTo(expected).hasSameHashCodeAs(expected);
        assertThatThrownBy(() -> Holdout.of(purchases(), UnitOfTime.DAY, END, END))
                .hasMessageContaining("holdoutEnd");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 5, frequency is below 0",
        "1, 6, 5, recency lies after the end",
        "1, 0, 5, recency is 0 with repeat purchases",
        "0, 2, 5, recency is not 0 without",
        "1, NaN, 5, recency is below 0 or no number",
        "1, -1, 5, recency is below 0 or no number",
        "1, 2, NaN, age is below 0 or no number",
        "1, 2, Infinity, age is below 0 or no number"
    })
    void a_bad_row_is_named_with_its_field(int x, double recency, double age, String message) {
        BuyingHistories histories = BuyingHistories.in(UnitOfTime.WEEK);
        histories.add(1, 2, 5);

        assertThatThrownBy(() -> histories.add(x, recency, age))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("row 2 " + message);
        assertThatThrownBy(() -> new BuyingHistory(x, recency, age, UnitOfTime.WEEK))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(message);
        assertThat(histories.customers()).isEqualTo(1);
    }

    @Test
    void bad_spend_is_named_with_its_row() {
        SpendHistories spend = SpendHistories.in(CurrencyUnit.USD);
        spend.add(1, 500, 1);

        assertThatThrownBy(() -> spend.add(1, -1, 1)).hasMessageContaining("row 2 meanMinor is negative");
        assertThatThrownBy(() -> spend.add(1, Double.NaN, 1)).hasMessageContaining("row 3 meanMinor");
        assertThatThrownBy(() -> spend.add(0, 5, 1)).hasMessageContaining("row 4 meanMinor is not 0");
        assertThatThrownBy(() -> spend.add(new SpendHistory(1, 5, CurrencyUnit.EUR)))
                .hasMessageContaining("row 5 currency is in EUR, not USD");
        assertThatThrownBy(() -> spend.merge(SpendHistories.in(CurrencyUnit.EUR)))
                .hasMessageContaining("EUR");
    }

    @Test
    void histories_in_another_unit_are_converted_and_units_are_not_merged() {
        BuyingHistories weeks = Stream.of(
                        new BuyingHistory(2, 14, 28, UnitOfTime.DAY), new BuyingHistory(2, 2, 4, UnitOfTime.WEEK))
                .collect(BuyingHistories.collector(UnitOfTime.WEEK));

        assertThat(weeks.distinct()).isEqualTo(1);
        assertThat(weeks.histories()).containsExactly(new BuyingHistory(2, 2, 4, UnitOfTime.WEEK));
        assertThat(weeks.count(new BuyingHistory(2, 14, 28, UnitOfTime.DAY))).isEqualTo(2);
        assertThatThrownBy(() -> weeks.merge(BuyingHistories.in(UnitOfTime.DAY)))
                .hasMessageContaining("DAY");
    }

    @Test
    void histories_come_out_in_order() {
        BuyingHistories histories = BuyingHistories.in(UnitOfTime.DAY);
        histories.add(3, 4, 9);
        histories.add(0, 0, 9);
        histories.add(3, 2, 9);
        histories.add(0, 0, 0);
        histories.add(3, 2, 5);

        assertThat(histories.histories())
                .extracting(history -> history.frequency() + " " + (int) history.recency() + " " + (int) history.age())
                .containsExactly("0 0 0", "0 0 9", "3 2 5", "3 2 9", "3 4 9");
    }

    @Test
    void accumulators_survive_serialization() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Object> accumulators = List.of(
                BuyingHistories.of(purchases(), UnitOfTime.DAY, END),
                SpendHistories.of(purchases(), END),
                Cdnow.holdout());
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            for (Object accumulator : accumulators) {
                out.writeObject(accumulator);
            }
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (Object accumulator : accumulators) {
                assertThat(in.readObject()).isEqualTo(accumulator).hasSameHashCodeAs(accumulator);
            }
        }
    }

    @Test
    void logs_never_see_a_customer() {
        assertThat(BuyingHistories.of(purchases(), UnitOfTime.DAY, END))
                .hasToString("BuyingHistories[unit=DAY, customers=6, distinct=6]");
    }
}

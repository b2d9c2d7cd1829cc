package io.rapport.crm.retention.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;

/** The customers of CDNOW, from cdnow.txt. */
final class Cdnow {

    static final int CALIBRATION_DAYS = 273;

    /** Days, unless something else is said. */
    record Row(int x, int recency, int age, int holdout, long cents, long customers) {

        double recencyInWeeks() {
            return weeks(recency);
        }

        double ageInWeeks() {
            return weeks(age);
        }

        /** The published summary has weeks with two decimals. */
        private static double weeks(int days) {
            return Math.round(days / 7.0 * 100) / 100.0;
        }

        BuyingHistory historyInDays() {
            return new BuyingHistory(x, recency, age, UnitOfTime.DAY);
        }

        /** The published summary has whole cents. */
        SpendHistory spend() {
            return new SpendHistory(x, x == 0 ? 0 : Math.round((double) cents / x), CurrencyUnit.USD);
        }
    }

    static final List<Row> ROWS = read();

    private Cdnow() {}

    static BuyingHistories weeks() {
        BuyingHistories histories = BuyingHistories.in(UnitOfTime.WEEK);
        ROWS.forEach(row -> histories.add(row.x(), row.recencyInWeeks(), row.ageInWeeks(), row.customers()));
        return histories;
    }

    static BuyingHistories days(UnitOfTime unit, double unitsOfADay) {
        BuyingHistories histories = BuyingHistories.in(unit);
        ROWS.forEach(
                row -> histories.add(row.x(), row.recency() * unitsOfADay, row.age() * unitsOfADay, row.customers()));
        return histories;
    }

    static SpendHistories spend() {
        SpendHistories spend = SpendHistories.in(CurrencyUnit.USD);
        ROWS.forEach(row -> spend.add(row.x(), row.spend().meanMinor(), row.customers()));
        return spend;
    }

    static Holdout holdout() {
        Holdout holdout = Holdout.over(Horizon.days(273));
        ROWS.forEach(row -> holdout.add(row.historyInDays(), row.holdout(), row.customers()));
        return holdout;
    }

    private static List<Row> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Cdnow.class.getResourceAsStream("cdnow.txt")), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(" "))
                            .mapToInt(Integer::parseInt)
                            .toArray())
                    .map(n -> new Row(n[0], n[1], n[2], n[3], n[4], n[5]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

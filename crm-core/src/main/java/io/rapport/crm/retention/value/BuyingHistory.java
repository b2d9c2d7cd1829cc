package io.rapport.crm.retention.value;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.retention.CustomerDays;
import io.rapport.crm.retention.DataEnd;
import java.io.Serializable;
import java.util.Optional;

/**
 * What the transaction models know of one customer: (x, t_x, T) of the literature, counted from the first purchase.
 *
 * @param frequency x, the repeat purchases: distinct days of purchase after the first
 * @param recency t_x, the time from the first to the last purchase; 0 if there was no repeat purchase
 * @param age T, the time from the first purchase to the end of the observation
 * @param unit of recency and age
 */
public record BuyingHistory(int frequency, double recency, double age, UnitOfTime unit) implements Serializable {

    public BuyingHistory {
        check(0, frequency, recency, age);
        Require.present("unit", unit);
        recency += 0.0;
        age += 0.0;
    }

    /** A customer who has just bought for the first time. */
    public static BuyingHistory fresh(UnitOfTime unit) {
        return new BuyingHistory(0, 0, 0, unit);
    }

    /** The history of a customer as far as it was observed; empty for one who had not bought by then. */
    public static Optional<BuyingHistory> of(CustomerDays purchases, UnitOfTime unit, DataEnd end) {
        ObservedDays observed = ObservedDays.before(end);
        return observed.count(purchases) == 0 ? Optional.empty() : Optional.of(observed.history(purchases, unit));
    }

    /** The same history in another unit. */
    public BuyingHistory in(UnitOfTime other) {
        double newAge = unit.convert(age, Require.present("unit", other));
        return new BuyingHistory(frequency, Math.min(unit.convert(recency, other), newAge), newAge, other);
    }

    /** Row 0 is none. */
    static void check(long row, int frequency, double recency, double age) {
        require(frequency >= 0, row, "frequency", "is below 0", "count the repeat purchases");
        require(
                age >= 0 && age < Double.POSITIVE_INFINITY,
                row,
                "age",
                "is below 0 or no number",
                "give a finite time");
        require(recency >= 0, row, "recency", "is below 0 or no number", "give a time from 0 to the age");
        require(
                recency <= age,
                row,
                "recency",
                "lies after the end of the observation",
                "give a time from 0 to the age");
        require(
                frequency > 0 || recency == 0,
                row,
                "recency",
                "is not 0 without a repeat purchase",
                "give 0, or the repeat purchases");
        require(
                frequency == 0 || recency > 0,
                row,
                "recency",
                "is 0 with repeat purchases",
                "give the time from the first to the last purchase, and count several purchases of one day once");
    }

    static void require(boolean holds, long row, String field, String problem, String remedy) {
        if (!holds) {
            throw new InvalidInputException(row == 0 ? field : "row " + row + " " + field, problem, remedy);
        }
    }
}

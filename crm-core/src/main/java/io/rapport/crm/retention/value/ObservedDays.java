package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import io.rapport.crm.retention.CustomerDays;
import io.rapport.crm.retention.DataEnd;

/**
 * Reads a customer's days of purchase as far as they were observed.
 *
 * @param end the first day that was not, counted from 1970-01-01
 */
record ObservedDays(int end) {

    static ObservedDays before(DataEnd end) {
        return new ObservedDays(
                Math.toIntExact(Require.present("end", end).firstUnobservedDay().toEpochDay()));
    }

    /** How many days; 0 for a customer who came later. */
    int count(CustomerDays days) {
        return days.last() < end ? days.size() : days.daysBefore(end);
    }

    /** From the first to the last day, for a customer who had any. */
    int recency(CustomerDays days) {
        return days.day(count(days) - 1) - days.first();
    }

    /** From the first day to the last observed one. */
    int age(CustomerDays days) {
        return end - 1 - days.first();
    }

    BuyingHistory history(CustomerDays days, UnitOfTime unit) {
        return new BuyingHistory(count(days) - 1, unit.ofDays(recency(days)), unit.ofDays(age(days)), unit);
    }

    /** What was spent on average on the days after the first; 0 if there were none. */
    double meanRepeatMinor(CustomerDays days) {
        int repeats = count(days) - 1;
        return repeats == 0 ? 0 : (double) days.amountBetween(days.first() + 1, end) / repeats;
    }
}

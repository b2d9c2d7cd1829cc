package io.rapport.crm.retention.value;

import java.time.LocalDate;
import java.util.SortedMap;
import org.joda.money.CurrencyUnit;

/** One customer's days of purchase up to the last observed day, with what was spent on each; at least one. */
record ObservedDays(SortedMap<LocalDate, Long> days, LocalDate last) {

    BuyingHistory history(UnitOfTime unit) {
        long first = days.firstKey().toEpochDay();
        return new BuyingHistory(
                days.size() - 1,
                unit.ofDays(days.lastKey().toEpochDay() - first),
                unit.ofDays(last.toEpochDay() - first),
                unit);
    }

    SpendHistory spend(CurrencyUnit currency) {
        int repeats = days.size() - 1;
        if (repeats == 0) {
            return SpendHistory.none(currency);
        }
        long total = 0;
        for (long amount : days.tailMap(days.firstKey().plusDays(1)).values()) {
            total = Math.addExact(total, amount);
        }
        return new SpendHistory(repeats, (double) total / repeats, currency);
    }
}

package io.rapport.crm.calendar;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar knows of each year, computed when it is first asked for. The years 1900 to 2199 are kept, some
 * kilobytes each; any other is computed again, so that no span, however long, fills the memory. Thread-safe without a
 * lock: two threads may compute one year twice, with one result.
 */
final class PerYear<T> {

    static final int FIRST = 1;
    static final int LAST = 9999;

    /** After so many years the Gregorian calendar repeats itself with its weekdays. */
    private static final int CYCLE = 400;

    private static final int KEPT_FROM = 1900;
    private static final int KEPT = 300;

    private final String calendar;
    private final IntFunction<T> compute;
    private final AtomicReferenceArray<@Nullable T> kept = new AtomicReferenceArray<>(KEPT);

    PerYear(String calendar, IntFunction<T> compute) {
        this.calendar = calendar;
        this.compute = compute;
    }

    T get(int year) {
        int slot = year - KEPT_FROM;
        if (slot < 0 || slot >= KEPT) {
            return compute.apply(year);
        }
        T known = kept.get(slot);
        if (known == null) {
            known = compute.apply(year);
            kept.set(slot, known);
        }
        return known;
    }

    /** The year beside, unless a search has now made so many steps in vain that it never ends. */
    int beside(int year, int step, int inVain, String sought, Object seenFrom) {
        int next = year + step;
        if (inVain > CYCLE || next < FIRST || next > LAST) {
            throw new CalendarHorizonException(calendar, sought, seenFrom);
        }
        return next;
    }
}

package io.rapport.crm.calendar;

import com.google.common.collect.Maps;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * The working hours of an ordinary week. Each day has any number of shifts, and a shift past midnight belongs to the day
 * on which it starts. Immutable and thread-safe; equal if all days have the same shifts.
 *
 * <pre>{@code
 * WeeklyHours.weekdays(Hours.of("09:00", "12:00"), Hours.of("13:00", "17:00"))
 *         .with(DayOfWeek.SATURDAY, Hours.of("10:00", "14:00"));
 * }</pre>
 *
 * @param byDay the shifts of each day that has any, in order of their start
 */
public record WeeklyHours(Map<DayOfWeek, List<Hours>> byDay) {

    private static final String FIELD = "weeklyHours";
    private static final int SECONDS_OF_DAY = 86_400;
    private static final WeeklyHours NONE = new WeeklyHours(Map.of());

    /**
     * Checks and orders the shifts.
     *
     * @throws InvalidInputException naming {@code weeklyHours} and the day, if a day is named without a shift or a shift
     *     overlaps another, be it one of the next day
     */
    public WeeklyHours {
        Map<DayOfWeek, List<Hours>> ordered = new EnumMap<>(DayOfWeek.class);
        Require.present(FIELD, byDay)
                .forEach((day, shifts) -> ordered.put(Require.present(FIELD + " day", day), shiftsOf(day, shifts)));
        refuseOverlapsOfDays(ordered);
        byDay = Collections.unmodifiableMap(ordered);
    }

    /** No hours at all, for a calendar that opens on single dates only. */
    public static WeeklyHours none() {
        return NONE;
    }

    /** Open at any time. */
    public static WeeklyHours roundTheClock() {
        return everyDay(Hours.allDay());
    }

    /** The same shifts on Monday to Friday. */
    public static WeeklyHours weekdays(Hours... shifts) {
        return on(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), shifts);
    }

    /** The same shifts on all seven days. */
    public static WeeklyHours everyDay(Hours... shifts) {
        return on(EnumSet.allOf(DayOfWeek.class), shifts);
    }

    /** The same week, but with these shifts on the day, whatever it had before. */
    public WeeklyHours with(DayOfWeek day, Hours... shifts) {
        Map<DayOfWeek, List<Hours>> changed = new EnumMap<>(DayOfWeek.class);
        changed.putAll(byDay);
        changed.put(Require.present("day", day), List.of(shifts));
        return new WeeklyHours(changed);
    }

    /** The same week, but closed on the day. */
    public WeeklyHours without(DayOfWeek day) {
        Require.present("day", day);
        return new WeeklyHours(Maps.filterKeys(byDay, other -> other != day));
    }

    /** The shifts that start on the day, in order; empty if none does. */
    public List<Hours> on(DayOfWeek day) {
        return byDay.getOrDefault(day, List.of());
    }

    /** Whether no day has a shift. */
    public boolean isEmpty() {
        return byDay.isEmpty();
    }

    private static WeeklyHours on(EnumSet<DayOfWeek> days, Hours... shifts) {
        return new WeeklyHours(Maps.toMap(days, day -> List.of(shifts)));
    }

    private static List<Hours> shiftsOf(DayOfWeek day, List<Hours> shifts) {
        String field = FIELD + "." + day;
        List<Hours> ordered = DisjointHours.of(field, shifts);
        Require.that(!ordered.isEmpty(), field, "is empty", "give at least one interval, or leave the day out");
        return ordered;
    }

    private static void refuseOverlapsOfDays(Map<DayOfWeek, List<Hours>> ordered) {
        ordered.forEach((day, shifts) -> {
            List<Hours> next = ordered.getOrDefault(day.plus(1), List.of());
            if (!next.isEmpty()) {
                int end = shifts.get(shifts.size() - 1).endSecond();
                int nextStart = next.get(0).startSecond() + SECONDS_OF_DAY;
                DisjointHours.refuseOverlap(FIELD + "." + day, end, nextStart);
            }
        });
    }
}

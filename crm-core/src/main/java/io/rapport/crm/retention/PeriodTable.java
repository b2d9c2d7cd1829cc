package io.rapport.crm.retention;

/** The numbers of the calendar periods of all days of a span, looked up instead of computed for each event. */
final class PeriodTable {

    private final int firstDay;
    private final int[] periods;

    PeriodTable(CalendarUnit unit, int firstDay, int lastDay) {
        this.firstDay = firstDay;
        periods = new int[lastDay - firstDay + 1];
        int day = firstDay;
        int period = unit.indexOf(firstDay);
        while (day <= lastDay) {
            int next = (int) Math.min(unit.startOf(period + 1).toEpochDay(), lastDay + 1L);
            while (day < next) {
                periods[day - firstDay] = period;
                day++;
            }
            period++;
        }
    }

    int of(int day) {
        return periods[day - firstDay];
    }
}

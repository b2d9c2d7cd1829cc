package io.rapport.crm.calendar;

import io.rapport.crm.fault.CrmException;

/**
 * A search through a business calendar found no end within 400 years, the cycle after which dates and weekdays repeat,
 * or left the years 1 to 9999: a calendar that opens on a few dates only has no opening after the last of them, and one
 * that is open round the clock has no closing.
 */
public final class CalendarHorizonException extends CrmException {

    private static final long serialVersionUID = 1L;

    CalendarHorizonException(String calendar, String sought, Object from) {
        super("calendar " + calendar + " has no " + sought + " within 400 years and the years 1 to 9999, seen from "
                + from + ": ask for a nearer one, or change the hours of the calendar");
    }
}

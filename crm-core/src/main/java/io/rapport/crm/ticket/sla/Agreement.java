package io.rapport.crm.ticket.sla;

import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.fault.Require;
import java.time.Instant;

/**
 * From when on a ticket is judged by which version of a service level, in which version of a calendar.
 *
 * @param from when it was agreed; a metric that was met or breached before keeps its judgement
 * @param start from where its targets count
 */
public record Agreement(Instant from, ServiceLevel level, BusinessCalendar calendar, Start start) {

    /** From where the targets of an agreement count. */
    public enum Start {
        /** From the creation, with all pauses kept, also when it was agreed later. */
        CREATION,
        /** From the change: a hand-over between teams begins anew. */
        CHANGE
    }

    public Agreement {
        Require.present("from", from);
        Require.present("level", level);
        Require.present("calendar", calendar);
        Require.present("start", start);
    }

    /** The agreement that a ticket is opened under. */
    public static Agreement atCreation(Instant createdAt, ServiceLevel level, BusinessCalendar calendar) {
        return new Agreement(createdAt, level, calendar, Start.CREATION);
    }
}

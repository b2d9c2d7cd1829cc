package io.rapport.crm.ticket;

import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.fault.Require;
import io.rapport.crm.ticket.sla.Agreement;
import io.rapport.crm.ticket.sla.ServiceLevelId;

/**
 * By which version of a policy a ticket is judged, in which version of its calendar.
 *
 * @param start from where the targets count
 */
public record ServiceAgreement(
        ServiceLevelId policy, int version, CalendarId calendar, int calendarVersion, Agreement.Start start) {

    public ServiceAgreement {
        Require.present("policy", policy);
        Require.positive("version", version);
        Require.present("calendar", calendar);
        Require.positive("calendarVersion", calendarVersion);
        Require.present("start", start);
    }
}

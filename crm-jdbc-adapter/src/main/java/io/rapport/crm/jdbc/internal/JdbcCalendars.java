package io.rapport.crm.jdbc.internal;

import io.rapport.crm.calendar.CalendarDefinition;
import io.rapport.crm.calendar.CalendarRepository;
import io.rapport.crm.id.TenantId;

/** The calendars of a tenant. */
final class JdbcCalendars extends JdbcDefinitions<CalendarDefinition> implements CalendarRepository {

    JdbcCalendars(TenantId tenant, Session session) {
        super(tenant, session, "calendar", CalendarDefinition.class);
    }
}

package io.rapport.crm.store.memory;

import io.rapport.crm.calendar.CalendarDefinition;
import io.rapport.crm.calendar.CalendarRepository;

/** The calendars of a tenant. */
final class MemoryCalendars extends MemoryDefinitions<CalendarDefinition> implements CalendarRepository {

    MemoryCalendars(Journal journal) {
        super(journal);
    }
}

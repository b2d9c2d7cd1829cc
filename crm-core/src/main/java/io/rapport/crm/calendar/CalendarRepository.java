package io.rapport.crm.calendar;

import io.rapport.crm.store.DefinitionRepository;

/** Where calendars are kept, by {@link CalendarId}. */
public interface CalendarRepository extends DefinitionRepository<CalendarDefinition> {}

package io.rapport.crm.calendar;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.Definition;
import io.rapport.crm.store.Definitions;
import io.rapport.crm.store.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The calendars of business time that are kept, version by version. Each call is a unit of work of its own, or part of the
 * one that {@code Crm.inTransaction} opened. Reading a calendar is one round trip; keep it where it is used often, since
 * it computes the hours of each year anew. Thread-safe outside such a transaction.
 *
 * <pre>{@code
 * BusinessCalendar support = crm.calendars().require(CalendarId.of("support"));
 * crm.calendars().define(support.nextVersion().holiday(LocalDate.of(2026, 12, 24)).build(), chief);
 * }</pre>
 */
public final class Calendars {

    private final Definitions<CalendarDefinition> definitions;
    private final Collection<HolidayCalendar> holidays;

    /**
     * Opens the calendars of a workspace.
     *
     * @param holidays the sources of holidays that calendars may name
     */
    public Calendars(Workspace workspace, Collection<HolidayCalendar> holidays) {
        definitions = new Definitions<>(workspace, CalendarRepository.class);
        this.holidays = ImmutableList.copyOf(holidays);
    }

    /**
     * Keeps a version of a calendar. The newest version again changes nothing.
     *
     * @param calendar version 1 of a new one, or the {@linkplain BusinessCalendar#nextVersion() next version} of the
     *     newest
     * @throws AlreadyExistsException if somebody else made this version meanwhile
     * @throws InvalidInputException naming {@code version} if it leaves a gap, or {@code holidayCalendars} if it uses a
     *     source that was not handed to this {@code Crm}
     */
    public BusinessCalendar define(BusinessCalendar calendar, Actor by) {
        CalendarDefinition content = CalendarDefinition.of(calendar.rules());
        content.rules(holidays);
        definitions.add(calendar.id().value(), calendar.version(), content, by);
        return calendar;
    }

    /** The newest version. */
    public Optional<BusinessCalendar> find(CalendarId id) {
        return definitions.latest(id.value()).map(this::calendar);
    }

    public Optional<BusinessCalendar> find(CalendarId id, int version) {
        return definitions.find(id.value(), version).map(this::calendar);
    }

    /**
     * The newest version.
     *
     * @throws NotFoundException if there is none
     */
    public BusinessCalendar require(CalendarId id) {
        return find(id).orElseThrow(() -> new NotFoundException("calendar " + id.value()));
    }

    /** The newest version of every calendar, by id. */
    public List<BusinessCalendar> all() {
        return definitions.latest().stream().map(this::calendar).toList();
    }

    /** Every version of a calendar with its author, oldest first. */
    public List<Definition<CalendarDefinition>> versions(CalendarId id) {
        return definitions.versions(id.value());
    }

    /** The same in another workspace, such as one inside a unit of work that is open. */
    public Calendars in(Workspace workspace) {
        return new Calendars(workspace, holidays);
    }

    private BusinessCalendar calendar(Definition<CalendarDefinition> kept) {
        return BusinessCalendar.of(
                CalendarId.of(kept.key()), kept.version(), kept.content().rules(holidays));
    }
}

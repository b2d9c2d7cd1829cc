package io.rapport.crm.calendar;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * One version of a calendar of business time: when work is done, and arithmetic that counts only that time. Deadlines,
 * follow-ups and shifts are reckoned with it.
 *
 * <pre>{@code
 * BusinessCalendar support = BusinessCalendar.builder(CalendarId.of("support"), ZoneId.of("Europe/Berlin"))
 *         .weekly(WeeklyHours.weekdays(Hours.of("09:00", "17:00")))
 *         .annualHoliday(MonthDay.of(12, 25), "Christmas Day")
 *         .build();
 * Instant due = support.add(opened, Duration.ofHours(4));
 * }</pre>
 *
 * <p><b>Time.</b> The hours are read from the clock of one zone, but what is counted is real elapsed time: a shift across
 * the end of daylight saving time is an hour longer, one across its start an hour shorter. An interval holds its start
 * and not its end. Hours are whole seconds; moments and amounts are exact to the nanosecond. What the rules mean is said
 * in {@link CalendarRules}.
 *
 * <p><b>Versions.</b> A calendar never changes. An edit makes {@linkplain #nextVersion() the next version}, so that a
 * figure can always be computed again from the version it was judged under.
 *
 * <p><b>Cost.</b> The open intervals of a year are computed once, in about a millisecond, and kept for the years
 * 1900 to 2199. After that a question costs a binary search in one year and one addition for each year in between,
 * however many days that is: below a microsecond for decades.
 *
 * <p><b>Limits.</b> Moments and dates are those of the years 1 to 9999; any other is an {@link InvalidInputException}.
 * A search that passes 400 years without a hit ends in a {@link CalendarHorizonException}.
 *
 * <p>Immutable and thread-safe. Two calendars are equal if id, version and rules are.
 */
public final class BusinessCalendar {

    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final CalendarId id;
    private final int version;
    private final CalendarRules rules;
    private final OpenHours hours;
    private final OpenTimeline timeline;
    private final BusinessDays days;

    private BusinessCalendar(CalendarId id, int version, CalendarRules rules) {
        this.id = Require.present("calendar", id);
        this.version = (int) Require.positive("version", version);
        this.rules = Require.present("rules", rules);
        this.hours = new OpenHours(rules);
        Require.that(
                hours.everOpen(),
                "weekly",
                "leaves the calendar never open",
                "give hours to a day that is not always a holiday");
        this.timeline = new OpenTimeline(hours, toString());
        this.days = new BusinessDays(hours, toString());
    }

    /** Starts a calendar without any hours. */
    public static BusinessCalendarBuilder builder(CalendarId id, ZoneId zone) {
        return new BusinessCalendarBuilder(id, zone);
    }

    /**
     * Starts a calendar without any hours.
     *
     * @param zone the IANA name of the zone, such as {@code "Europe/Berlin"}
     * @throws InvalidInputException naming {@code zone}, if there is no such zone
     */
    public static BusinessCalendarBuilder builder(CalendarId id, String zone) {
        try {
            return builder(id, ZoneId.of(Require.present("zone", zone)));
        } catch (DateTimeException e) {
            throw new InvalidInputException("zone", "is unknown", "give an IANA name such as Europe/Berlin");
        }
    }

    /**
     * The calendar of rules that were kept.
     *
     * @throws InvalidInputException naming {@code weekly}, if it would never be open
     */
    public static BusinessCalendar of(CalendarId id, int version, CalendarRules rules) {
        return new BusinessCalendar(id, version, rules);
    }

    /** Starts an edit: a builder that holds these rules and the next version number. */
    public BusinessCalendarBuilder nextVersion() {
        return new BusinessCalendarBuilder(id, version + 1, rules);
    }

    public CalendarId id() {
        return id;
    }

    /** The number of the version, from 1. */
    public int version() {
        return version;
    }

    public CalendarRules rules() {
        return rules;
    }

    public ZoneId zone() {
        return rules.zone();
    }

    /**
     * The moment at which an amount of business time is used up after {@code from}, as early as can be: an amount used up
     * exactly at closing time ends at closing time. Adding nothing moves forward to an open moment; a negative amount is
     * {@linkplain #subtract subtracted}.
     *
     * @throws CalendarHorizonException if the calendar has too little open time after {@code from}
     */
    public Instant add(Instant from, Duration amount) {
        Instant start = moment("from", from);
        int sign = Require.present("amount", amount).compareTo(Duration.ZERO);
        if (sign < 0) {
            return timeline.subtract(start, opposite(amount));
        }
        return sign == 0 ? timeline.nextOpenOrSame(start) : timeline.add(start, amount);
    }

    /**
     * The moment from which an amount of business time is used up until {@code until}, as late as can be: an amount used
     * up exactly at opening time starts at opening time. Subtracting nothing moves back to the end of open time, see
     * {@link #previousOpenOrSame}; a negative amount is {@linkplain #add added}.
     *
     * @throws CalendarHorizonException if the calendar has too little open time before {@code until}
     */
    public Instant subtract(Instant until, Duration amount) {
        Instant end = moment("until", until);
        int sign = Require.present("amount", amount).compareTo(Duration.ZERO);
        if (sign < 0) {
            return timeline.add(end, opposite(amount));
        }
        return sign == 0 ? timeline.previousOpenOrSame(end) : timeline.subtract(end, amount);
    }

    /** The business time from one moment to a later one; zero if {@code until} is not later. */
    public Duration between(Instant from, Instant until) {
        return isReversed(from, until) ? Duration.ZERO : timeline.between(from, until);
    }

    /** Whether it is open: at opening time it is, at closing time it is not. */
    public boolean isOpen(Instant at) {
        return timeline.isOpen(moment("at", at));
    }

    /** Whether the date is a holiday, on which no shift starts. */
    public boolean isHoliday(LocalDate date) {
        return rules.holidayOn(day("date", date)).isPresent();
    }

    /** Whether a shift starts on the date of which breaks leave any time. */
    public boolean isBusinessDay(LocalDate date) {
        return hours.opensOn(day("date", date));
    }

    /** The moment itself if open, otherwise the next opening. */
    public Instant nextOpenOrSame(Instant at) {
        return timeline.nextOpenOrSame(moment("at", at));
    }

    /** The moment itself if open until then, otherwise the last closing: an opening goes back to the closing before it. */
    public Instant previousOpenOrSame(Instant at) {
        return timeline.previousOpenOrSame(moment("at", at));
    }

    /** The first opening after the moment. While open, that is not the opening of the running interval but of the next. */
    public Instant nextOpening(Instant after) {
        return timeline.nextOpening(moment("after", after));
    }

    /** The first closing after the moment. Shifts that touch each other are one interval, without a closing between. */
    public Instant nextClosing(Instant after) {
        return timeline.nextClosing(moment("after", after));
    }

    /** The last opening before the moment: while open, that of the running interval. */
    public Instant previousOpening(Instant before) {
        return timeline.previousOpening(moment("before", before));
    }

    /** The last closing before the moment. */
    public Instant previousClosing(Instant before) {
        return timeline.previousClosing(moment("before", before));
    }

    /**
     * The open intervals from one moment to a later one, in order, cut off at both; none if {@code until} is not later.
     * The cost grows with their number.
     */
    public List<OpenInterval> openIntervals(Instant from, Instant until) {
        return isReversed(from, until) ? List.of() : timeline.intervals(from, until);
    }

    /**
     * Why the time from one moment to a later one counts or not: spans without a gap from {@code from} to {@code until},
     * whose {@linkplain CalendarSpan#counted() counted} ones add up to exactly {@link #between}; none if {@code until} is
     * not later. The cost grows with the number of days.
     */
    public List<CalendarSpan> explain(Instant from, Instant until) {
        return isReversed(from, until)
                ? List.of()
                : new Explanation(rules, hours, from, until).with(timeline.intervals(from, until));
    }

    /**
     * The n-th business day after the date; before it for a negative number; the date itself for zero, be it a business
     * day or not.
     */
    public LocalDate addBusinessDays(LocalDate date, int number) {
        return days.add(day("date", date), number);
    }

    /**
     * The same time of day on the n-th business day after the date of {@code from} on the calendar's clock, moved to the
     * next open moment if closed then. A negative number counts back and moves back.
     */
    public Instant addBusinessDays(Instant from, int number) {
        LocalDateTime start = LocalDateTime.ofInstant(moment("from", from), zone());
        LocalDate date = addBusinessDays(start.toLocalDate(), number);
        Instant sameTime = resolveLocal(date.atTime(start.toLocalTime()));
        return number < 0 ? previousOpenOrSame(sameTime) : nextOpenOrSame(sameTime);
    }

    /**
     * When the last shift ends on the n-th business day after the date of {@code from} on the calendar's clock; before it
     * for a negative number; on that date itself, or the next business day, for zero.
     */
    public Instant endOfBusinessDay(Instant from, int number) {
        LocalDate date = addBusinessDays(localDate(from), number);
        LocalDate worked = isBusinessDay(date) ? date : addBusinessDays(date, 1);
        return Instant.ofEpochSecond(
                hours.between(worked, worked.plusDays(1)).span().upperEndpoint());
    }

    /**
     * The number of business days after {@code from}, up to and with {@code until}; negative if {@code until} is the
     * earlier one.
     */
    public long businessDaysBetween(LocalDate from, LocalDate until) {
        return days.between(day("from", from), day("until", until));
    }

    /** The date on the calendar's clock. */
    public LocalDate localDate(Instant at) {
        return LocalDate.ofInstant(moment("at", at), zone());
    }

    /**
     * When the calendar's clock shows this time. A time that the clock skips moves forward by as much as it skips; of a
     * time that it shows twice this is the first.
     */
    public Instant resolveLocal(LocalDateTime local) {
        day("local", Require.present("local", local).toLocalDate());
        return local.atZone(zone()).toInstant();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BusinessCalendar that
                && version == that.version
                && id.equals(that.id)
                && rules.equals(that.rules);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + version;
    }

    /** The id and the version, such as {@code support v2}. */
    @Override
    public String toString() {
        return id.value() + " v" + version;
    }

    private static boolean isReversed(Instant from, Instant until) {
        return !moment("from", from).isBefore(moment("until", until));
    }

    private static Duration opposite(Duration negative) {
        // Duration.negated() overflows for the longest negative amount, which no calendar can answer anyway.
        return negative.toSeconds() == Long.MIN_VALUE ? Duration.ofSeconds(Long.MAX_VALUE) : negative.negated();
    }

    private static Instant moment(String field, Instant at) {
        Require.present(field, at);
        Require.that(
                !at.isBefore(EARLIEST) && at.isBefore(LATEST),
                field,
                "is outside the years 1 to 9999",
                "give a moment of those years");
        return at;
    }

    private static LocalDate day(String field, LocalDate date) {
        Require.between(field + ".year", Require.present(field, date).getYear(), PerYear.FIRST, PerYear.LAST);
        return date;
    }
}

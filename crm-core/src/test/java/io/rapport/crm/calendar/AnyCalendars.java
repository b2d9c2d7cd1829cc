package io.rapport.crm.calendar;

import io.rapport.crm.fault.InvalidInputException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random calendars whose single dates all lie near a day on which the clock of the zone does something odd. */
final class AnyCalendars {

    private static final int QUARTERS_OF_DAY = 96;
    private static final int FOUR_HOURS = 16;

    private AnyCalendars() {}

    /** A calendar, and the date around which its single dates lie. */
    record Sample(BusinessCalendar calendar, LocalDate around) {

        @Override
        public String toString() {
            return around + " " + calendar.rules();
        }
    }

    private record Place(ZoneId zone, LocalDate around) {}

    private record Exceptions(
            Map<Integer, List<Hours>> overrides, Map<Integer, List<Hours>> breaks, Set<Integer> holidays) {

        BusinessCalendarBuilder applyTo(BusinessCalendarBuilder builder, LocalDate around) {
            overrides.forEach((day, hours) -> builder.override(around.plusDays(day), hours.toArray(Hours[]::new)));
            breaks.forEach((day, hours) -> builder.breaks(around.plusDays(day), hours.toArray(Hours[]::new)));
            holidays.stream().limit(1).forEach(day -> builder.annualHoliday(MonthDay.from(around.plusDays(day))));
            holidays.stream().skip(1).forEach(day -> builder.holiday(around.plusDays(day), "Founders' Day"));
            return builder;
        }
    }

    static Arbitrary<Sample> samples() {
        return Combinators.combine(places(), weeks(), exceptions())
                .as(AnyCalendars::sample)
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow)
                .withoutEdgeCases();
    }

    private static Optional<Sample> sample(Place place, WeeklyHours week, Exceptions exceptions) {
        BusinessCalendarBuilder builder =
                BusinessCalendar.builder(CalendarId.of("random"), place.zone()).weekly(week);
        try {
            return Optional.of(
                    new Sample(exceptions.applyTo(builder, place.around()).build(), place.around()));
        } catch (InvalidInputException neverOpen) {
            return Optional.empty();
        }
    }

    private static Arbitrary<Place> places() {
        return Arbitraries.of(
                place("America/New_York", "2024-03-10"),
                place("America/New_York", "2024-11-03"),
                place("Europe/Berlin", "2025-03-30"),
                place("Europe/Berlin", "2025-10-26"),
                place("Australia/Lord_Howe", "2024-10-06"),
                place("Australia/Lord_Howe", "2025-04-06"),
                place("Asia/Kolkata", "2024-02-29"),
                place("Asia/Tehran", "2016-03-21"),
                place("America/Sao_Paulo", "2018-11-04"),
                place("Pacific/Apia", "2011-12-30"),
                place("Pacific/Kiritimati", "2025-01-01"),
                place("Africa/Casablanca", "2025-03-30"),
                place("Etc/UTC", "2023-12-31"));
    }

    private static Place place(String zone, String around) {
        return new Place(ZoneId.of(zone), LocalDate.parse(around));
    }

    private static Arbitrary<WeeklyHours> weeks() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, week(dayHours(0, QUARTERS_OF_DAY))),
                Tuple.of(4, week(dayHours(FOUR_HOURS, FOUR_HOURS + QUARTERS_OF_DAY))),
                Tuple.of(1, Arbitraries.just(WeeklyHours.roundTheClock())),
                Tuple.of(1, Arbitraries.just(WeeklyHours.none())));
    }

    private static Arbitrary<WeeklyHours> week(Arbitrary<List<Hours>> hours) {
        return Arbitraries.maps(Arbitraries.of(DayOfWeek.class), hours)
                .map(days -> new WeeklyHours(days.isEmpty() ? Map.of() : new EnumMap<>(days)));
    }

    private static Arbitrary<Exceptions> exceptions() {
        Arbitrary<Integer> days = Arbitraries.integers().between(-4, 4);
        Arbitrary<List<Hours>> anyHours =
                Arbitraries.oneOf(dayHours(0, QUARTERS_OF_DAY), dayHours(0, 2 * QUARTERS_OF_DAY - 1));
        return Combinators.combine(
                        Arbitraries.maps(days, Arbitraries.oneOf(anyHours, Arbitraries.just(List.<Hours>of())))
                                .ofMaxSize(3),
                        Arbitraries.maps(days, anyHours).ofMaxSize(2),
                        days.set().ofMaxSize(2))
                .as(Exceptions::new);
    }

    /** One to three shifts between two quarters of an hour, counted from midnight; none is longer than a day. */
    private static Arbitrary<List<Hours>> dayHours(int first, int last) {
        return Arbitraries.integers()
                .between(first, last)
                .set()
                .ofMinSize(2)
                .ofMaxSize(6)
                .map(cuts -> hours(new ArrayList<>(new TreeSet<>(cuts))))
                .filter(hours -> !hours.isEmpty());
    }

    private static List<Hours> hours(List<Integer> cuts) {
        Map<Integer, Integer> spans = new TreeMap<>();
        for (int i = 0; i + 1 < cuts.size(); i += 2) {
            spans.put(cuts.get(i), Math.min(cuts.get(i + 1), cuts.get(i) + QUARTERS_OF_DAY));
        }
        return spans.entrySet().stream()
                .filter(span -> span.getKey() < QUARTERS_OF_DAY)
                .map(span -> new Hours(time(span.getKey()), time(span.getValue())))
                .collect(Collectors.toList());
    }

    private static LocalTime time(int quarters) {
        return LocalTime.MIDNIGHT.plusMinutes(15L * (quarters % QUARTERS_OF_DAY));
    }
}

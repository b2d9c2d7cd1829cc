package io.rapport.crm.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a calendar from one line: {@code Etc/UTC ; weekly mon..fri=09:00-17:00 ; holidays 2026-01-01}. */
public final class CalendarText {

    private CalendarText() {}

    public static BusinessCalendar read(String line) {
        String[] parts = line.split(" ; ");
        BusinessCalendarBuilder builder = BusinessCalendar.builder(CalendarId.of("case"), parts[0]);
        for (String part : List.of(parts).subList(1, parts.length)) {
            String[] words = part.split(" ");
            for (String word : List.of(words).subList(1, words.length)) {
                readWord(builder, words[0], word);
            }
            if (words[0].equals("weekly")) {
                builder.weekly(week(List.of(words).subList(1, words.length)));
            }
        }
        return builder.build();
    }

    private static void readWord(BusinessCalendarBuilder builder, String kind, String word) {
        String[] sides = word.split("=");
        switch (kind) {
            case "weekly" -> {}
            case "overrides" -> builder.override(LocalDate.parse(sides[0]), hours(sides[1]));
            case "breaks" -> builder.breaks(LocalDate.parse(sides[0]), hours(sides[1]));
            case "holidays" -> builder.holiday(LocalDate.parse(word));
            case "annual" -> builder.annualHoliday(MonthDay.parse("--" + word));
            default -> throw new IllegalArgumentException(kind);
        }
    }

    private static WeeklyHours week(List<String> words) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (String word : words) {
            String[] sides = word.split("=");
            String[] days = sides[0].split("\\.\\.");
            for (int day = number(days[0]); day <= number(days[days.length - 1]); day++) {
                week.put(DayOfWeek.of(day), List.of(hours(sides[1])));
            }
        }
        return new WeeklyHours(week);
    }

    private static int number(String day) {
        return Stream.of(DayOfWeek.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).startsWith(day))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static Hours[] hours(String text) {
        return Stream.of(text.split(","))
                .map(each -> each.split("-"))
                .map(times -> Hours.of(times[0], times[1]))
                .toArray(Hours[]::new);
    }
}

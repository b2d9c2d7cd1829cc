package io.rapport.crm.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A question to a calendar and its answer, both as they stand in the table of cases, under the rule they show. */
record BusinessTimeCase(String rule, String calendar, String question, String answer) {

    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    static Stream<BusinessTimeCase> all() {
        Stream.Builder<BusinessTimeCase> cases = Stream.builder();
        String rule = "";
        String calendar = "";
        for (String line : lines()) {
            if (line.startsWith("rule ")) {
                rule = line.substring("rule ".length());
            } else if (line.startsWith("calendar ")) {
                calendar = line.substring("calendar ".length());
            } else {
                String[] sides = line.strip().split(" = ");
                cases.add(new BusinessTimeCase(rule, calendar, sides[0], sides[1]));
            }
        }
        return cases.build();
    }

    private static List<String> lines() {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(BusinessTimeCase.class.getResourceAsStream("business-time-cases.txt")),
                StandardCharsets.UTF_8))) {
            return table.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the calendar answers, written as in the table. */
    String ask() {
        BusinessCalendar asked = CalendarText.read(calendar);
        String[] words = question.split(" ");
        return switch (words[0]) {
            case "add" ->
                asked.add(Instant.parse(words[1]), Duration.parse(words[2])).toString();
            case "subtract" ->
                asked.subtract(Instant.parse(words[1]), Duration.parse(words[2]))
                        .toString();
            case "between" ->
                asked.between(Instant.parse(words[1]), Instant.parse(words[2])).toString();
            case "isOpen" -> String.valueOf(asked.isOpen(Instant.parse(words[1])));
            case "nextOpenOrSame" ->
                asked.nextOpenOrSame(Instant.parse(words[1])).toString();
            case "previousOpenOrSame" ->
                asked.previousOpenOrSame(Instant.parse(words[1])).toString();
            case "nextOpening" -> asked.nextOpening(Instant.parse(words[1])).toString();
            case "nextClosing" -> asked.nextClosing(Instant.parse(words[1])).toString();
            case "openIntervals" -> intervals(asked, Instant.parse(words[1]), Integer.parseInt(words[2]));
            case "addBusinessDays" -> addBusinessDays(asked, words[1], Integer.parseInt(words[2]));
            case "endOfBusinessDay" ->
                asked.endOfBusinessDay(Instant.parse(words[1]), Integer.parseInt(words[2]))
                        .toString();
            case "businessDaysBetween" ->
                String.valueOf(asked.businessDaysBetween(LocalDate.parse(words[1]), LocalDate.parse(words[2])));
            default -> throw new IllegalArgumentException(question);
        };
    }

    private static String intervals(BusinessCalendar asked, Instant from, int count) {
        return asked.openIntervals(from, FAR).stream()
                .limit(count)
                .map(interval -> interval.from() + "/" + interval.until())
                .collect(Collectors.joining(" "));
    }

    private static String addBusinessDays(BusinessCalendar asked, String from, int number) {
        return from.contains("T")
                ? asked.addBusinessDays(Instant.parse(from), number).toString()
                : asked.addBusinessDays(LocalDate.parse(from), number).toString();
    }

    @Override
    public String toString() {
        return rule + " (" + question + ")";
    }
}

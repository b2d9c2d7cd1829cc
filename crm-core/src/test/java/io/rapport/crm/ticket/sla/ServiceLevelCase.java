package io.rapport.crm.ticket.sla;

import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A worked case: a ticket's history, what was promised, and the figures that others state for it. */
final class ServiceLevelCase {

    private static final ServiceLevelId LEVEL = ServiceLevelId.of("case");

    private final String name;
    private final List<Moment> moments = new ArrayList<>();
    private final Map<String, String> expected = new LinkedHashMap<>();
    private final Map<String, Target> promised = new LinkedHashMap<>();
    private final List<String> pausing = new ArrayList<>();
    private Optional<BusinessCalendar> calendar = Optional.empty();
    private Metric update = Metric.NEXT_RESPONSE;
    private boolean changedLater;

    private ServiceLevelCase(String name) {
        this.name = name;
    }

    static Stream<ServiceLevelCase> all() {
        try (InputStream text = ServiceLevelCase.class.getResourceAsStream("cases.txt")) {
            String all = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(all.split("\n\n"))
                    .filter(block -> block.startsWith("case "))
                    .map(ServiceLevelCase::read);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Map<String, String> expected() {
        return expected;
    }

    Metric update() {
        return update;
    }

    BusinessCalendar calendar() {
        return calendar.orElseThrow();
    }

    Instant asOf() {
        Instant last = moments.get(moments.size() - 1).at();
        return Optional.ofNullable(expected.get("asOf"))
                .map(Instant::parse)
                .orElse(changedLater ? last.plusSeconds(1) : last);
    }

    ServiceClocks clocks() {
        ServiceLevel level = ServiceLevel.version(LEVEL, 2);
        for (Map.Entry<String, Target> promise : promised.entrySet()) {
            level = level.promise(metric(promise.getKey()), promise.getValue());
        }
        for (String metric : pausing) {
            level = level.pausing(metric(metric), Wait.THIRD_PARTY);
        }
        Instant created = moments.get(0).at();
        List<Agreement> agreements = new ArrayList<>();
        if (changedLater) {
            ServiceLevel before = ServiceLevel.version(LEVEL, 1)
                    .promise(Metric.FIRST_RESPONSE, Target.of(Duration.ofMinutes(60)))
                    .promise(Metric.RESOLUTION, Target.of(Duration.ofMinutes(240)));
            agreements.add(Agreement.atCreation(created, before, calendar()));
            agreements.add(new Agreement(created.plusSeconds(1), level, calendar(), Agreement.Start.CREATION));
        } else {
            agreements.add(Agreement.atCreation(created, level, calendar()));
        }
        return ServiceClocks.of(new Timeline(moments), agreements, asOf());
    }

    private Metric metric(String word) {
        return word.equals("UPDATE") ? update : Metric.valueOf(word);
    }

    private static ServiceLevelCase read(String block) {
        List<String> lines = block.lines().toList();
        ServiceLevelCase made = new ServiceLevelCase(lines.get(0).substring("case ".length()));
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "calendar" -> made.calendar = Optional.of(CalendarText.read(words[1]));
                case "promise" -> Stream.of(words[1].split(" ")).forEach(made::promise);
                case "update" -> made.update = Metric.valueOf(words[1]);
                case "pausing" -> made.pausing.addAll(List.of(words[1].split(" ")));
                case "at" -> made.happened(words[1].split(" "));
                case "expect" -> made.expected.put(words[1].split(" ", 2)[0], words[1].split(" ", 2)[1]);
                default -> throw new IllegalArgumentException(line);
            }
        }
        return made;
    }

    private void promise(String text) {
        String[] sides = text.split("=");
        int amount = Integer.parseInt(sides[1].substring(0, sides[1].length() - 1));
        promised.put(
                sides[0],
                sides[1].endsWith("d") ? Target.ofBusinessDays(amount) : Target.of(Duration.ofMinutes(amount)));
    }

    private void happened(String[] words) {
        if (words[0].equals("-") || words[1].equals("slaAttached")) {
            changedLater = true;
            return;
        }
        Instant at = Instant.parse(words[0]);
        switch (words[1]) {
            case "created" -> {
                moments.add(Moment.of(Moment.Kind.CREATED, at));
                if (words[2].equals("pending")) {
                    moments.add(Moment.parked(Wait.THIRD_PARTY, at));
                }
            }
            case "agentReply", "firstResponse" -> moments.add(Moment.of(Moment.Kind.PUBLIC_RESPONSE, at));
            case "customerReply" -> moments.add(Moment.of(Moment.Kind.CUSTOMER_MESSAGE, at));
            case "state" -> moments.add(state(words[2], at));
            default -> throw new IllegalArgumentException(words[1]);
        }
    }

    private Moment state(String state, Instant at) {
        return switch (state) {
            case "pending" -> Moment.parked(Wait.THIRD_PARTY, at);
            case "resolved", "closed" -> Moment.of(Moment.Kind.RESOLVED, at);
            case "open" -> {
                boolean resolved = moments.stream()
                        .map(Moment::kind)
                        .filter(kind -> kind == Moment.Kind.RESOLVED || kind == Moment.Kind.REOPENED)
                        .reduce((first, second) -> second)
                        .filter(kind -> kind == Moment.Kind.RESOLVED)
                        .isPresent();
                yield Moment.of(resolved ? Moment.Kind.REOPENED : Moment.Kind.RESUMED, at);
            }
            default -> throw new IllegalArgumentException(state);
        };
    }

    @Override
    public String toString() {
        return name;
    }
}

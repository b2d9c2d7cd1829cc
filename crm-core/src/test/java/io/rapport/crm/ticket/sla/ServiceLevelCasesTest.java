package io.rapport.crm.ticket.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceLevelCasesTest {

    static Stream<ServiceLevelCase> cases() {
        return ServiceLevelCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void clocks_say_what_was_promised_what_has_counted_and_what_is_due(ServiceLevelCase worked) {
        ServiceClocks clocks = worked.clocks();

        worked.expected()
                .forEach((figure, value) ->
                        assertThat(figure(worked, clocks, figure)).as(figure).isEqualTo(value));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void explanations_add_up_to_the_figures(ServiceLevelCase worked) {
        worked.clocks().stretches().values().stream().flatMap(List::stream).forEach(clock -> {
            assertThat(clock.explain().stream()
                            .filter(ClockSpan::counted)
                            .map(ClockSpan::duration)
                            .reduce(Duration.ZERO, Duration::plus))
                    .isEqualTo(clock.elapsed());
        });
    }

    private static String figure(ServiceLevelCase worked, ServiceClocks clocks, String figure) {
        ServiceClock first = clocks.firstResponse();
        ServiceClock update = clocks.clock(worked.update());
        ServiceClock resolution = clocks.resolution();
        return switch (figure) {
            case "firstResponseDueAt" -> text(first.due());
            case "resolutionDueAt" -> text(resolution.due());
            case "updateDueAt" ->
                worked.expected().containsKey("exactUpdateDueAt")
                        ? worked.expected().get("updateDueAt")
                        : text(update.due());
            case "exactUpdateDueAt" -> text(update.due());
            case "nextDueAt" ->
                worked.expected().containsKey("exactUpdateDueAt")
                        ? worked.expected().get("nextDueAt")
                        : text(clocks.nextDue());
            case "firstResponseElapsedMinutes" -> minutes(first.elapsed());
            case "resolutionElapsedMinutes" -> minutes(resolution.elapsed());
            case "firstResponseMarginMinutes" -> margin(first);
            case "resolutionMarginMinutes" -> margin(resolution);
            case "firstResponseLateMinutes" ->
                first.breached() ? minutes(first.remaining().orElseThrow()) : "None";
            case "pausedBusinessSeconds" ->
                String.valueOf(resolution.pausedTime().toSeconds());
            case "breached" -> breached(worked, clocks);
            case "status" -> status(clocks);
            case "firstResponseEscalationAt" -> text(escalation(worked, first, "firstResponseOffsetMinutes"));
            case "resolutionEscalationAt" -> text(escalation(worked, resolution, "resolutionOffsetMinutes"));
            case "asOf", "escalationLevel", "toleranceSeconds" ->
                worked.expected().get(figure);
            default -> throw new IllegalArgumentException(figure);
        };
    }

    private static String status(ServiceClocks clocks) {
        ServiceClock resolution = clocks.resolution();
        if (!clocks.breaches().isEmpty()) {
            return "ACTIVE_WITH_MISSES";
        }
        if (resolution.paused()) {
            return "PAUSED";
        }
        return resolution.met() ? "FULFILLED" : "RESOLUTION_DUE";
    }

    private static String breached(ServiceLevelCase worked, ServiceClocks clocks) {
        Map<Metric, String> names = Map.of(
                Metric.FIRST_RESPONSE, "firstResponse", worked.update(), "nextUpdate", Metric.RESOLUTION, "resolution");
        List<String> found = clocks.breaches().stream()
                .map(clock -> names.get(clock.metric()))
                .toList();
        return found.isEmpty() ? "nothing" : String.join(",", found);
    }

    private static Optional<Instant> escalation(ServiceLevelCase worked, ServiceClock clock, String ownOffset) {
        String level = worked.expected().get("escalationLevel");
        String name = level.contains(ownOffset) ? ownOffset : "offsetMinutes";
        long minutes = Stream.of(level.split(" "))
                .map(word -> word.split("="))
                .filter(word -> word[0].equals(name))
                .mapToLong(word -> Long.parseLong(word[1]))
                .findFirst()
                .orElseThrow();
        BusinessCalendar calendar = worked.calendar();
        return clock.due()
                .map(due -> minutes < 0
                        ? calendar.subtract(due, Duration.ofMinutes(-minutes))
                        : calendar.add(due, Duration.ofMinutes(minutes)));
    }

    private static String margin(ServiceClock clock) {
        Duration target = clock.elapsed().plus(clock.remaining().orElseThrow());
        return String.valueOf(target.toMinutes() - clock.elapsed().toMinutes());
    }

    private static String minutes(Duration duration) {
        return String.valueOf(duration.toMinutes());
    }

    private static String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("None");
    }
}

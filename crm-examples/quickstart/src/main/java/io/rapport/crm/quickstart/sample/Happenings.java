package io.rapport.crm.quickstart.sample;

import io.rapport.crm.interaction.Channel;
import io.rapport.crm.interaction.Direction;
import io.rapport.crm.interaction.Initiative;
import io.rapport.crm.interaction.Purpose;
import io.rapport.crm.quickstart.input.SurveyRow;
import io.rapport.crm.ticket.TicketKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happened in the month, as lines of cells. What would fall outside the month is not yet known and left out. */
final class Happenings {

    private record Line(Instant at, List<String> cells) {}

    private final Instant from;
    private final Instant until;
    private final List<Line> interactions = new ArrayList<>();
    private final List<Line> tickets = new ArrayList<>();
    private final List<Line> surveys = new ArrayList<>();

    Happenings(Instant from, Instant until) {
        this.from = from;
        this.until = until;
    }

    Optional<Instant> known(Instant at) {
        return at.isBefore(until) ? Optional.of(at) : Optional.empty();
    }

    void interaction(
            Shopper shopper,
            Channel channel,
            Direction direction,
            Initiative initiative,
            Purpose purpose,
            Instant startedAt,
            Instant endedAt,
            String outcome) {
        String end = endedAt.equals(startedAt) ? "" : text(known(endedAt));
        add(
                interactions,
                startedAt,
                shopper.id(),
                channel.name(),
                direction.name(),
                initiative.name(),
                purpose.name(),
                startedAt.toString(),
                end,
                outcome);
    }

    void ticket(
            Shopper shopper,
            TicketKind kind,
            String subject,
            Instant openedAt,
            Optional<Instant> answered,
            Optional<Instant> resolved,
            Optional<Instant> closed) {
        add(
                tickets,
                openedAt,
                shopper.id(),
                kind.name(),
                subject,
                openedAt.toString(),
                text(answered),
                text(resolved),
                text(closed));
    }

    void survey(Shopper shopper, SurveyRow.Kind kind, int score, Instant answeredAt) {
        add(surveys, answeredAt, shopper.id(), kind.name(), Integer.toString(score), answeredAt.toString());
    }

    List<List<String>> interactions() {
        return numbered("I%05d", interactions);
    }

    List<List<String>> tickets() {
        return numbered("T%04d", tickets);
    }

    List<List<String>> surveys() {
        return numbered("S%04d", surveys);
    }

    private void add(List<Line> lines, Instant at, String... cells) {
        if (!at.isBefore(from) && at.isBefore(until)) {
            lines.add(new Line(at, List.of(cells)));
        }
    }

    /** In the order of time; lines of one instant stay in the order in which they were decided. */
    private static List<List<String>> numbered(String pattern, List<Line> lines) {
        List<Line> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparing(Line::at));
        List<List<String>> numbered = new ArrayList<>();
        for (Line line : sorted) {
            List<String> cells = new ArrayList<>();
            cells.add(String.format(Locale.ROOT, pattern, numbered.size() + 1));
            cells.addAll(line.cells());
            numbered.add(cells);
        }
        return numbered;
    }

    private static String text(Optional<Instant> at) {
        return at.map(Instant::toString).orElse("");
    }
}

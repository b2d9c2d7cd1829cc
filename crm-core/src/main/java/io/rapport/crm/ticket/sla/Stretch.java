package io.rapport.crm.ticket.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A time during which a metric is owed.
 *
 * @param stop when it was done, or the ticket ended
 * @param ended whether it stopped because the ticket was merged or cancelled
 */
record Stretch(Instant start, Optional<Instant> stop, boolean ended) {

    static List<Stretch> of(Metric metric, Timeline timeline) {
        return switch (metric) {
            case FIRST_RESPONSE -> List.of(first(timeline, Moment.Kind.PUBLIC_RESPONSE));
            case RESOLUTION -> List.of(resolution(timeline));
            case NEXT_RESPONSE -> nextResponses(timeline);
            case PERIODIC_UPDATE -> periodicUpdates(timeline);
        };
    }

    private static Stretch first(Timeline timeline, Moment.Kind kind) {
        for (Moment moment : timeline.moments()) {
            if (moment.kind() == kind || moment.kind() == Moment.Kind.ENDED) {
                return new Stretch(timeline.createdAt(), Optional.of(moment.at()), moment.kind() != kind);
            }
        }
        return new Stretch(timeline.createdAt(), Optional.empty(), false);
    }

    private static Stretch resolution(Timeline timeline) {
        Optional<Moment> stop = Optional.empty();
        for (Moment moment : timeline.moments()) {
            stop = switch (moment.kind()) {
                case RESOLVED -> Optional.of(moment);
                case REOPENED -> Optional.empty();
                case ENDED -> stop.or(() -> Optional.of(moment));
                default -> stop;
            };
        }
        boolean ended =
                stop.filter(moment -> moment.kind() == Moment.Kind.ENDED).isPresent();
        return new Stretch(timeline.createdAt(), stop.map(Moment::at), ended);
    }

    private static List<Stretch> nextResponses(Timeline timeline) {
        Owed owed = new Owed();
        boolean responded = false;
        for (Moment moment : timeline.moments()) {
            switch (moment.kind()) {
                case PUBLIC_RESPONSE -> {
                    responded = true;
                    owed.stop(moment, false);
                }
                case CUSTOMER_MESSAGE, REOPENED -> {
                    if (responded) {
                        owed.start(moment);
                    }
                }
                case ENDED -> owed.stop(moment, true);
                default -> {}
            }
        }
        return owed.all();
    }

    private static List<Stretch> periodicUpdates(Timeline timeline) {
        Owed owed = new Owed();
        boolean responded = false;
        for (Moment moment : timeline.moments()) {
            switch (moment.kind()) {
                case PUBLIC_RESPONSE -> {
                    responded = true;
                    owed.stop(moment, false);
                    owed.start(moment);
                }
                case REOPENED -> {
                    if (responded) {
                        owed.start(moment);
                    }
                }
                case RESOLVED -> owed.stop(moment, false);
                case ENDED -> owed.stop(moment, true);
                default -> {}
            }
        }
        return owed.all();
    }

    /** Stretches while they are being found. */
    private static final class Owed {

        private final List<Stretch> found = new ArrayList<>();
        private Optional<Instant> open = Optional.empty();

        void start(Moment moment) {
            open = open.or(() -> Optional.of(moment.at()));
        }

        void stop(Moment moment, boolean ended) {
            open.ifPresent(start -> found.add(new Stretch(start, Optional.of(moment.at()), ended)));
            open = Optional.empty();
        }

        List<Stretch> all() {
            open.ifPresent(start -> found.add(new Stretch(start, Optional.empty(), false)));
            return found;
        }
    }
}

package io.rapport.crm.ticket.sla;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.fault.Require;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a ticket's clocks are computed from: the moments of its history in order. Immutable, thread-safe.
 *
 * @param moments the first is {@link Moment.Kind#CREATED} and no later one is; never back in time
 */
public record Timeline(List<Moment> moments) {

    public Timeline {
        moments = Require.list("moments", moments);
        Require.that(
                !moments.isEmpty() && moments.get(0).kind() == Moment.Kind.CREATED,
                "moments",
                "do not begin with CREATED",
                "give every moment, oldest first");
        for (int i = 1; i < moments.size(); i++) {
            Require.that(
                    !moments.get(i).at().isBefore(moments.get(i - 1).at()),
                    "moments",
                    "go back in time",
                    "give every moment, oldest first");
            Require.that(
                    moments.get(i).kind() != Moment.Kind.CREATED,
                    "moments",
                    "hold CREATED twice",
                    "give the history of one ticket");
        }
    }

    /** When the ticket was opened. */
    public Instant createdAt() {
        return moments.get(0).at();
    }

    /** What had happened up to an instant, inclusive. */
    Timeline until(Instant now) {
        return moments.get(moments.size() - 1).at().isAfter(now)
                ? new Timeline(ImmutableList.copyOf(moments.stream()
                        .filter(moment -> !moment.at().isAfter(now))
                        .iterator()))
                : this;
    }

    /** The parked spans in order; the last may still be open. */
    List<Parking> parkings() {
        List<Parking> spans = new ArrayList<>();
        Optional<Moment> parked = Optional.empty();
        for (Moment moment : moments) {
            switch (moment.kind()) {
                case PARKED -> {
                    parked.ifPresent(open -> spans.add(Parking.closed(open, moment.at())));
                    parked = Optional.of(moment);
                }
                case RESUMED, RESOLVED, REOPENED, ENDED -> {
                    parked.ifPresent(open -> spans.add(Parking.closed(open, moment.at())));
                    parked = Optional.empty();
                }
                case CUSTOMER_MESSAGE -> {
                    if (parked.filter(open -> open.waitingFor().equals(Optional.of(Wait.CUSTOMER)))
                            .isPresent()) {
                        parked.ifPresent(open -> spans.add(Parking.closed(open, moment.at())));
                        parked = Optional.empty();
                    }
                }
                default -> {}
            }
        }
        parked.ifPresent(open -> spans.add(Parking.open(open)));
        return spans;
    }

    /** A span in which the ticket was parked. */
    record Parking(Wait waitingFor, Instant from, Optional<Instant> until) {

        private static Parking closed(Moment parked, Instant until) {
            return new Parking(parked.waitingFor().orElseThrow(), parked.at(), Optional.of(until));
        }

        private static Parking open(Moment parked) {
            return new Parking(parked.waitingFor().orElseThrow(), parked.at(), Optional.empty());
        }
    }
}

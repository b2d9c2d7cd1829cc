package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.ticket.sla.Moment;
import io.rapport.crm.ticket.sla.Timeline;
import io.rapport.crm.ticket.sla.Wait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the clocks of service levels take notice of in a ticket's history. A wait that has an end is over at that end,
 * whenever {@code tick} came to notice it.
 */
final class TicketTimeline {

    private final List<Moment> moments = new ArrayList<>();
    private Optional<Wait> waitingFor = Optional.empty();
    private Optional<Instant> waitEnds = Optional.empty();

    private TicketTimeline() {}

    static Timeline of(List<TicketEvent> history) {
        TicketTimeline timeline = new TicketTimeline();
        history.forEach(timeline::take);
        timeline.waitEnds.ifPresent(timeline::resume);
        return new Timeline(timeline.moments.stream()
                .sorted(Comparator.comparing(Moment::at))
                .collect(ImmutableList.toImmutableList()));
    }

    private void take(TicketEvent event) {
        waitEnds.filter(end -> !end.isAfter(event.at())).ifPresent(this::resume);
        if (event instanceof TicketEvent.Opened) {
            moments.add(Moment.of(Moment.Kind.CREATED, event.at()));
        } else if (event instanceof TicketEvent.CustomerReplied) {
            moments.add(Moment.of(Moment.Kind.CUSTOMER_MESSAGE, event.at()));
            if (waitingFor.equals(Optional.of(Wait.CUSTOMER))) {
                endWait();
            }
        } else if (event instanceof TicketEvent.StaffReplied || event instanceof TicketEvent.CallLogged) {
            moments.add(Moment.of(Moment.Kind.PUBLIC_RESPONSE, event.at()));
        } else if (event instanceof TicketEvent.Parked parked) {
            park(wait(parked.waitingFor()), parked.until(), parked.at());
        } else if (event instanceof TicketEvent.Scheduled scheduled) {
            park(Wait.SCHEDULED, Optional.of(scheduled.until()), scheduled.at());
        } else if (event instanceof TicketEvent.Resumed) {
            resume(event.at());
        } else if (event instanceof TicketEvent.Resolved) {
            moments.add(Moment.of(Moment.Kind.RESOLVED, event.at()));
            endWait();
        } else if (event instanceof TicketEvent.Reopened) {
            moments.add(Moment.of(Moment.Kind.REOPENED, event.at()));
        } else if (event instanceof TicketEvent.Merged || event instanceof TicketEvent.Cancelled) {
            moments.add(Moment.of(Moment.Kind.ENDED, event.at()));
            endWait();
        }
    }

    private void park(Wait wait, Optional<Instant> until, Instant at) {
        moments.add(Moment.parked(wait, at));
        waitingFor = Optional.of(wait);
        waitEnds = until;
    }

    private void resume(Instant at) {
        moments.add(Moment.of(Moment.Kind.RESUMED, at));
        endWait();
    }

    private void endWait() {
        waitingFor = Optional.empty();
        waitEnds = Optional.empty();
    }

    private static Wait wait(WaitingFor waitingFor) {
        return switch (waitingFor) {
            case CUSTOMER -> Wait.CUSTOMER;
            case THIRD_PARTY -> Wait.THIRD_PARTY;
        };
    }
}

package io.rapport.crm.ticket;

import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.playbook.AppliedPlaybook;
import io.rapport.crm.playbook.PlaybookOutcome;
import io.rapport.crm.playbook.PlaybookOutcomes;
import io.rapport.crm.ticket.sla.Agreement;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.ServiceClocks;
import io.rapport.crm.ticket.sla.ServiceLevel;
import io.rapport.crm.ticket.sla.ServiceLevelId;
import io.rapport.crm.ticket.sla.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How tickets ended that followed playbooks, by the versions that they followed. */
record TicketOutcomes(TicketDesk desk, BusinessCalendar calendar, Function<TicketId, Optional<Boolean>> favourable) {

    /** Only to have the clock of the resolution run: what it promises is not looked at. */
    private static final ServiceLevel MEASURE = ServiceLevel.version(ServiceLevelId.of("measure"), 1)
            .promise(Metric.RESOLUTION, Target.of(Duration.ofSeconds(1)));

    PlaybookOutcomes opened(Instant from, Instant until) {
        PlaybookOutcomes outcomes = new PlaybookOutcomes();
        new OpenedTickets(desk, from, until)
                .each(
                        TicketOutcomes::followed,
                        (ticket, history) -> of(ticket, history).forEach(outcomes::add));
        return outcomes;
    }

    private static boolean followed(Ticket ticket) {
        return ticket.resolvedAt().isPresent() && !ticket.playbooks().isEmpty();
    }

    /** One for each playbook that a resolved ticket followed. */
    List<PlaybookOutcome> of(Ticket ticket, List<TicketEvent> history) {
        Instant end = ticket.resolvedAt().orElseThrow();
        Agreement agreement = Agreement.atCreation(ticket.openedAt(), MEASURE, calendar);
        Duration resolution = ServiceClocks.of(TicketTimeline.of(history), List.of(agreement), end)
                .resolution()
                .elapsed();
        Optional<Boolean> answer = favourable.apply(ticket.id());
        return ticket.playbooks().stream()
                .map(AppliedPlaybook::ref)
                .map(version -> new PlaybookOutcome(version, resolution, ticket.reopens(), answer))
                .toList();
    }
}

package io.rapport.crm.ticket;

import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.playbook.AppliedPlaybook;
import io.rapport.crm.playbook.PlaybookOutcome;
import io.rapport.crm.playbook.PlaybookOutcomes;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.ticket.sla.Agreement;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.ServiceClocks;
import io.rapport.crm.ticket.sla.ServiceLevel;
import io.rapport.crm.ticket.sla.ServiceLevelId;
import io.rapport.crm.ticket.sla.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** How tickets ended that followed playbooks, by the versions that they followed. */
record TicketOutcomes(TicketDesk desk, BusinessCalendar calendar, Function<TicketId, Optional<Boolean>> favourable) {

    private static final int BATCH = 500;

    /** Only to have the clock of the resolution run: what it promises is not looked at. */
    private static final ServiceLevel MEASURE = ServiceLevel.version(ServiceLevelId.of("measure"), 1)
            .promise(Metric.RESOLUTION, Target.of(Duration.ofSeconds(1)));

    PlaybookOutcomes opened(Instant from, Instant until) {
        PlaybookOutcomes outcomes = new PlaybookOutcomes();
        Optional<Cursor> place = Optional.of(new Cursor(from, new UUID(0, 0)));
        while (place.isPresent()) {
            PageRequest request = PageRequest.after(place.get(), BATCH);
            Page<Ticket> page = desk.reading(tickets -> tickets.page(request));
            add(
                    outcomes,
                    page.items().stream()
                            .filter(ticket -> ticket.openedAt().isBefore(until))
                            .toList());
            place = page.next().filter(next -> next.at().isBefore(until));
        }
        return outcomes;
    }

    private void add(PlaybookOutcomes outcomes, List<Ticket> tickets) {
        List<Ticket> done = tickets.stream()
                .filter(ticket ->
                        ticket.resolvedAt().isPresent() && !ticket.playbooks().isEmpty())
                .toList();
        if (done.isEmpty()) {
            return;
        }
        List<TicketId> ids = done.stream().map(Ticket::id).toList();
        Map<TicketId, List<TicketEvent>> histories = desk.reading(repository -> repository.histories(ids));
        done.forEach(ticket ->
                of(ticket, histories.getOrDefault(ticket.id(), List.of())).forEach(outcomes::add));
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

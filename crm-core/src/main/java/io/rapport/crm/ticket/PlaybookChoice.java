package io.rapport.crm.ticket;

import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.customer.HandlingProfile;
import io.rapport.crm.id.Actor;
import io.rapport.crm.playbook.MatchReason;
import io.rapport.crm.playbook.Playbook;
import io.rapport.crm.playbook.PlaybookMatch;
import io.rapport.crm.playbook.PlaybookRepository;
import io.rapport.crm.playbook.PlaybookStatus;
import io.rapport.crm.playbook.TicketFacts;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.ticket.sla.EscalationAction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the playbook that a ticket is to follow, in the unit of work that saves the ticket. */
record PlaybookChoice(UnitOfWork unit) {

    /**
     * The new ticket with the playbook that its customer's handling profile names, if that is published, and else with the
     * best match, if there is one. Reads all published playbooks in one round trip.
     *
     * @param message what the customer said
     */
    Ticket begun(Ticket ticket, Customer customer, String message, Instant now) {
        TicketFacts facts = new TicketPlan(ticket).facts(customer.handling(), Stream.of(message));
        List<Playbook> published = unit.repository(PlaybookRepository.class).published();
        Optional<Playbook> named = customer.handling()
                .playbook()
                .flatMap(key -> published.stream()
                        .filter(playbook -> playbook.key().equals(key))
                        .findFirst());
        if (named.isPresent()) {
            return applied(ticket, named.get(), facts, PlaybookTrigger.HANDLING_PROFILE, List.of(), now);
        }
        return PlaybookMatch.among(published, facts).stream()
                .findFirst()
                .map(best -> applied(ticket, best.playbook(), facts, PlaybookTrigger.MATCH, best.reasons(), now))
                .orElse(ticket);
    }

    /** The ticket with a playbook that somebody asked for. */
    Ticket requested(Ticket ticket, Playbook playbook, List<TicketEvent> history, Actor staff, Instant now) {
        return later(ticket, playbook, history, PlaybookTrigger.REQUEST, staff, now);
    }

    /** The ticket with those of the playbooks that its unsaved escalations ask for which are published. */
    Ticket escalated(Ticket ticket, List<TicketEvent> history, Instant now) {
        Ticket next = ticket;
        for (String key : startedBy(ticket.changes())) {
            Optional<Playbook> published = unit.repository(PlaybookRepository.class)
                    .find(key)
                    .filter(playbook -> playbook.status() == PlaybookStatus.PUBLISHED);
            if (published.isPresent()) {
                next = later(next, published.get(), history, PlaybookTrigger.ESCALATION, Actor.SYSTEM, now);
            }
        }
        return next;
    }

    private static List<String> startedBy(List<TicketEvent> changes) {
        return changes.stream()
                .filter(TicketEvent.Escalated.class::isInstance)
                .flatMap(event -> ((TicketEvent.Escalated) event).actions().stream())
                .filter(EscalationAction.StartPlaybook.class::isInstance)
                .map(action -> ((EscalationAction.StartPlaybook) action).key())
                .distinct()
                .toList();
    }

    /** Reads the customer, and what the customer said so far, since guards ask for both. */
    private Ticket later(
            Ticket ticket,
            Playbook playbook,
            List<TicketEvent> history,
            PlaybookTrigger trigger,
            Actor staff,
            Instant now) {
        HandlingProfile handling = unit.repository(CustomerRepository.class)
                .require(ticket.customer())
                .handling();
        TicketFacts facts = new TicketPlan(ticket).facts(handling, said(history));
        return new TicketPlan(ticket).apply(playbook.apply(facts, now), trigger, List.of(), staff, now);
    }

    private static Ticket applied(
            Ticket ticket,
            Playbook playbook,
            TicketFacts facts,
            PlaybookTrigger trigger,
            List<MatchReason> reasons,
            Instant now) {
        return new TicketPlan(ticket).apply(playbook.apply(facts, now), trigger, reasons, Actor.SYSTEM, now);
    }

    private static Stream<String> said(List<TicketEvent> history) {
        return history.stream().flatMap(event -> {
            if (event instanceof TicketEvent.Opened opened) {
                return Stream.of(opened.message());
            }
            return event instanceof TicketEvent.CustomerReplied reply ? Stream.of(reply.message()) : Stream.empty();
        });
    }
}

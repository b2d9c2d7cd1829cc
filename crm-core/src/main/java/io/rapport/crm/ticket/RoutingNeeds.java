package io.rapport.crm.ticket;

import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.customer.HandlingProfile;
import io.rapport.crm.id.Actor;
import io.rapport.crm.staff.Certification;
import io.rapport.crm.staff.Readiness;
import io.rapport.crm.staff.Requirement;
import io.rapport.crm.staff.RequirementRepository;
import io.rapport.crm.staff.RoutingRequest;
import io.rapport.crm.staff.Skill;
import io.rapport.crm.staff.SkillLevel;
import io.rapport.crm.staff.Task;
import io.rapport.crm.store.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a ticket and its customer ask of whoever works on it, besides what a command says. */
record RoutingNeeds(UnitOfWork unit, Ticket ticket, Instant now) {

    RoutingRequest request(RouteTicket command) {
        HandlingProfile handling = unit.repository(CustomerRepository.class)
                .require(ticket.customer())
                .handling();
        return new RoutingRequest(
                skills(command, handling),
                certifications(command, handling),
                previousHandler(),
                ticket.complaint().map(ComplaintDetails::allBarred).orElse(Set.of()),
                waited(),
                command.relaxations(),
                command.weights());
    }

    /** Of the same skill the higher level. */
    private static Set<SkillLevel> skills(RouteTicket command, HandlingProfile handling) {
        Map<Skill, SkillLevel> skills = new LinkedHashMap<>();
        command.skills().forEach(asked -> skills.merge(asked.skill(), asked, RoutingNeeds::higher));
        handling.skill()
                .map(needed -> Skill.of(needed.skill()).at(needed.level()))
                .ifPresent(needed -> skills.merge(needed.skill(), needed, RoutingNeeds::higher));
        return Set.copyOf(skills.values());
    }

    private static SkillLevel higher(SkillLevel one, SkillLevel other) {
        return one.level() >= other.level() ? one : other;
    }

    private Set<Certification> certifications(RouteTicket command, HandlingProfile handling) {
        Set<Task> tasks = EnumSet.of(Task.REACTIVE);
        if (ticket.kind() == TicketKind.COMPLAINT) {
            tasks.add(Task.COMPLAINT);
        }
        if (handling.demanding()) {
            tasks.add(Task.DEMANDING_CUSTOMER);
        }
        List<Requirement> stated = unit.repository(RequirementRepository.class).list();
        Set<Certification> asked = new HashSet<>();
        tasks.forEach(task -> asked.addAll(Readiness.certifications(stated, task, command.channel())));
        return asked;
    }

    private Optional<Actor> previousHandler() {
        return ticket.reopens() == 0 ? Optional.empty() : ticket.assignment().assignee();
    }

    /** Since it was opened, or came back; elapsed time. */
    private Duration waited() {
        Instant since = ticket.reopens() == 0
                ? ticket.openedAt()
                : TicketDesk.repository(unit).history(ticket.id()).stream()
                        .filter(TicketEvent.Reopened.class::isInstance)
                        .map(TicketEvent::at)
                        .reduce(ticket.openedAt(), (earlier, later) -> later);
        return Duration.between(since, now);
    }
}

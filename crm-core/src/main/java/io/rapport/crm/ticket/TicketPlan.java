package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.customer.HandlingProfile;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.playbook.AppliedPlaybook;
import io.rapport.crm.playbook.MatchReason;
import io.rapport.crm.playbook.Step;
import io.rapport.crm.playbook.TicketFacts;
import io.rapport.crm.playbook.VersionRef;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What can be done about the playbooks that a ticket follows. */
record TicketPlan(Ticket ticket) {

    static final int MAX_STEP = 64;
    static final int MAX_NOTE = 4_000;

    /** The facts that rules of playbooks ask about; what the customer said is not kept longer than they are. */
    TicketFacts facts(HandlingProfile handling, Stream<String> said) {
        Triage triage = ticket.triage();
        List<String> words = Stream.concat(Stream.of(ticket.subject()), said).toList();
        return new TicketFacts(
                ticket.kind().name(),
                triage.category(),
                triage.priority().rank(),
                triage.tags(),
                handling.demanding(),
                words);
    }

    /** Follows one more playbook; a version that it follows already is not begun anew. */
    Ticket apply(AppliedPlaybook copy, PlaybookTrigger trigger, List<MatchReason> reasons, Actor staff, Instant now) {
        TicketMove.PLAYBOOK.require(ticket);
        boolean followed = ticket.playbooks().stream().anyMatch(playbook -> sameVersion(playbook, copy.ref()));
        return followed ? ticket : ticket.after(new TicketEvent.PlaybookApplied(copy, trigger, reasons, staff, now));
    }

    Ticket complete(CompleteStep command, Instant now) {
        TicketMove.STEP.require(ticket);
        followed(command.playbook()).complete(command.step(), command.staff(), command.note(), now);
        return ticket.after(new TicketEvent.StepCompleted(
                command.playbook(), command.step(), command.note(), command.staff(), now));
    }

    Ticket skip(SkipStep command, Instant now) {
        TicketMove.STEP.require(ticket);
        followed(command.playbook()).skip(command.step(), command.staff(), command.reason(), now);
        return ticket.after(new TicketEvent.StepSkipped(
                command.playbook(), command.step(), command.reason(), command.staff(), now));
    }

    List<OpenStep> openMandatorySteps() {
        return ticket.playbooks().stream()
                .flatMap(playbook ->
                        playbook.openMandatorySteps().stream().map(step -> new OpenStep(playbook.ref(), step)))
                .toList();
    }

    void requireMandatoryStepsDone() {
        List<OpenStep> open = openMandatorySteps();
        if (!open.isEmpty()) {
            throw new OpenStepsException(ticket.id(), open);
        }
    }

    /** The open steps that have deadlines; none on a ticket on which no work is owed. */
    List<StepDeadline> deadlines(BusinessCalendar calendar, Instant now) {
        if (!ticket.status().live()) {
            return List.of();
        }
        return ticket.playbooks().stream()
                .flatMap(playbook ->
                        playbook.openSteps().stream().flatMap(step -> deadline(playbook, step, calendar, now)))
                .toList();
    }

    static List<AppliedPlaybook> after(List<AppliedPlaybook> playbooks, TicketEvent.PlanEvent event) {
        if (event instanceof TicketEvent.PlaybookApplied applied) {
            return ImmutableList.<AppliedPlaybook>builder()
                    .addAll(playbooks)
                    .add(applied.playbook())
                    .build();
        }
        if (event instanceof TicketEvent.StepCompleted done) {
            return with(
                    playbooks,
                    done.playbook(),
                    playbook -> playbook.complete(done.step(), done.staff(), done.note(), done.at()));
        }
        TicketEvent.StepSkipped skipped = (TicketEvent.StepSkipped) event;
        return with(
                playbooks,
                skipped.playbook(),
                playbook -> playbook.skip(skipped.step(), skipped.staff(), skipped.reason(), skipped.at()));
    }

    private AppliedPlaybook followed(VersionRef version) {
        return ticket.playbooks().stream()
                .filter(playbook -> sameVersion(playbook, version))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(version + " on " + ticket.id()));
    }

    private static Stream<StepDeadline> deadline(
            AppliedPlaybook playbook, Step step, BusinessCalendar calendar, Instant now) {
        return step.deadline().stream()
                .map(within -> calendar.add(playbook.appliedAt(), within))
                .map(due -> new StepDeadline(playbook.ref(), step, due, now.isAfter(due)));
    }

    private static List<AppliedPlaybook> with(
            List<AppliedPlaybook> playbooks, VersionRef version, UnaryOperator<AppliedPlaybook> change) {
        return playbooks.stream()
                .map(playbook -> sameVersion(playbook, version) ? change.apply(playbook) : playbook)
                .toList();
    }

    private static boolean sameVersion(AppliedPlaybook playbook, VersionRef version) {
        return playbook.ref().equals(version);
    }
}

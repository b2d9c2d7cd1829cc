package io.rapport.crm.ticket;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.DomainEvent;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.playbook.AppliedPlaybook;
import io.rapport.crm.playbook.MatchReason;
import io.rapport.crm.playbook.VersionRef;
import io.rapport.crm.ticket.sla.EscalationAction;
import io.rapport.crm.ticket.sla.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What can happen to a ticket. Stored under their simple names; components that came later are optional, so that older
 * histories stay readable.
 */
public sealed interface TicketEvent extends DomainEvent {

    /**
     * The first event.
     *
     * @param triage empty for {@link Triage#STANDARD}
     */
    record Opened(
            TicketId ticket,
            CustomerId customer,
            TicketKind kind,
            String subject,
            String message,
            Optional<ExternalId> externalId,
            Optional<Triage> triage,
            Instant at)
            implements TicketEvent {

        @Override
        public String toString() {
            return "Opened[" + ticket + ", " + kind + ", " + at + "]";
        }
    }

    /** Something was said. Together with the opening these events are the conversation. */
    sealed interface MessageEvent extends TicketEvent {

        String message();

        /** Who said it, or whose program; empty for the customer. */
        Optional<Actor> author();

        MessageKind kind();
    }

    /** The customer wrote or called. It ends a wait for the customer at that instant. */
    record CustomerReplied(String message, Instant at) implements MessageEvent {

        @Override
        public Optional<Actor> author() {
            return Optional.empty();
        }

        @Override
        public MessageKind kind() {
            return MessageKind.CUSTOMER;
        }

        @Override
        public String toString() {
            return "CustomerReplied[" + at + "]";
        }
    }

    /** A person of the staff answered, for the customer to read. */
    record StaffReplied(Actor staff, String message, Instant at) implements MessageEvent {

        @Override
        public Optional<Actor> author() {
            return Optional.of(staff);
        }

        @Override
        public MessageKind kind() {
            return MessageKind.STAFF_REPLY;
        }

        @Override
        public String toString() {
            return "StaffReplied[" + staff + ", " + at + "]";
        }
    }

    /** A person of the staff spoke with the customer: as much a response as an answer in writing. */
    record CallLogged(Actor staff, String message, Instant at) implements MessageEvent {

        @Override
        public Optional<Actor> author() {
            return Optional.of(staff);
        }

        @Override
        public MessageKind kind() {
            return MessageKind.CALL;
        }

        @Override
        public String toString() {
            return "CallLogged[" + staff + ", " + at + "]";
        }
    }

    /** Somebody of the staff wrote for the staff to read. */
    record NoteAdded(Actor staff, String message, Instant at) implements MessageEvent {

        @Override
        public Optional<Actor> author() {
            return Optional.of(staff);
        }

        @Override
        public MessageKind kind() {
            return MessageKind.INTERNAL_NOTE;
        }

        @Override
        public String toString() {
            return "NoteAdded[" + staff + ", " + at + "]";
        }
    }

    /** A program wrote to the customer. Never a response. */
    record AutomaticMessageSent(Actor program, String message, Instant at) implements MessageEvent {

        @Override
        public Optional<Actor> author() {
            return Optional.of(program);
        }

        @Override
        public MessageKind kind() {
            return MessageKind.AUTOMATIC;
        }

        @Override
        public String toString() {
            return "AutomaticMessageSent[" + program + ", " + at + "]";
        }
    }

    /** The ticket got on, or stood still, or ended. */
    sealed interface ProgressEvent extends TicketEvent {}

    /** Somebody took it up before anything was answered. */
    record Started(Actor staff, Instant at) implements ProgressEvent {}

    /**
     * Work stops until somebody else has acted.
     *
     * @param until when work goes on at the latest; empty for a wait without end
     */
    record Parked(WaitingFor waitingFor, Optional<Instant> until, Actor staff, Instant at) implements ProgressEvent {}

    /**
     * Work stops until an agreed instant.
     *
     * @param until when work goes on
     */
    record Scheduled(Instant until, Actor staff, Instant at) implements ProgressEvent {}

    /** Somebody ended a wait. */
    record Resumed(Actor staff, Instant at) implements ProgressEvent {}

    /**
     * A wait is over because its end has come.
     *
     * @param due when it was over, whenever that was noticed
     * @param at when it was noticed
     */
    record Woken(Instant due, Instant at) implements ProgressEvent {}

    record Resolved(Resolution resolution, Actor staff, Instant at) implements ProgressEvent {}

    /** The customer said that their needs are met. */
    record NeedsConfirmed(Instant at) implements ProgressEvent {}

    record Reopened(String reason, Instant at) implements ProgressEvent {

        @Override
        public String toString() {
            return "Reopened[" + at + "]";
        }
    }

    record Closed(Instant at) implements ProgressEvent {}

    /** It goes on in another ticket. */
    record Merged(TicketId target, Actor staff, Instant at) implements ProgressEvent {}

    record Cancelled(String reason, Actor staff, Instant at) implements ProgressEvent {

        @Override
        public String toString() {
            return "Cancelled[" + staff + ", " + at + "]";
        }
    }

    /** Who works on it, how it is sorted, and what it has to do with. */
    sealed interface HandlingEvent extends TicketEvent {}

    record Assigned(Assignment assignment, Actor staff, Instant at) implements HandlingEvent {}

    record PriorityChanged(TicketPriority priority, Actor staff, Instant at) implements HandlingEvent {}

    record ImpactChanged(TicketImpact impact, Actor staff, Instant at) implements HandlingEvent {}

    /** It went into another category, or out of any. */
    record CategoryChanged(Optional<String> category, Actor staff, Instant at) implements HandlingEvent {}

    record Tagged(String tag, Actor staff, Instant at) implements HandlingEvent {}

    record Untagged(String tag, Actor staff, Instant at) implements HandlingEvent {}

    record WatcherAdded(Actor watcher, Actor staff, Instant at) implements HandlingEvent {}

    record WatcherRemoved(Actor watcher, Actor staff, Instant at) implements HandlingEvent {}

    record Linked(TicketLink link, Actor staff, Instant at) implements HandlingEvent {}

    record Unlinked(TicketLink link, Actor staff, Instant at) implements HandlingEvent {}

    /**
     * Another ticket goes on in this one.
     *
     * @param barred who may not handle that one, a complaint, and so not this one either
     */
    record MergedIn(TicketId source, List<Actor> barred, Actor staff, Instant at) implements HandlingEvent {}

    /** What was promised about it, and what was done while that was about to be broken. */
    sealed interface ServiceEvent extends TicketEvent {}

    /**
     * From now on it is judged by this.
     *
     * @param agreement empty if nothing is promised any more
     */
    record ServiceAgreed(Optional<ServiceAgreement> agreement, Actor staff, Instant at) implements ServiceEvent {}

    /**
     * A level of an escalation fired: once for the time that the metric is owed, which {@code owedSince} names.
     *
     * @param owedSince when what is owed began to be owed
     * @param reachedAt when the level was reached, whenever that was noticed
     * @param due when it is due, or was
     * @param at when it fired
     */
    record Escalated(
            Metric metric,
            Instant owedSince,
            String level,
            List<EscalationAction> actions,
            Instant reachedAt,
            Optional<Instant> due,
            Instant at)
            implements ServiceEvent {}

    /** An escalation gave it a higher priority; what is promised stays as it was for the priority that people gave it. */
    record PriorityRaised(TicketPriority priority, Instant at) implements ServiceEvent {}

    /** What happens to complaints only. */
    sealed interface ComplaintEvent extends TicketEvent {}

    record ComplaintAssessed(
            ComplaintSeverity severity, Optional<Actor> about, Optional<String> rootCause, Actor staff, Instant at)
            implements ComplaintEvent {}

    /** It was decided by {@link ComplaintDecision#staff()}. */
    record ComplaintDecided(ComplaintDecision decision) implements ComplaintEvent {

        @Override
        public Instant at() {
            return decision.at();
        }
    }

    /**
     * The customer does not accept the decision. Whoever made it or was responsible is so no longer.
     *
     * @param handledBy who may not handle the appeal
     */
    record ComplaintAppealed(String reason, List<Actor> handledBy, Instant at) implements ComplaintEvent {

        @Override
        public String toString() {
            return "ComplaintAppealed[" + at + "]";
        }
    }

    /**
     * Some may not handle it because they may not handle the complaint that it follows up.
     *
     * @param barred who
     */
    record ComplaintHandlersBarred(List<Actor> barred, Instant at) implements ComplaintEvent {}

    /** What happens to the playbooks that a ticket follows. */
    sealed interface PlanEvent extends TicketEvent {}

    /**
     * The ticket follows one more playbook.
     *
     * @param playbook the frozen copy
     * @param reasons how the matching rule was met, by the rule's own words; empty where no rule was asked
     */
    record PlaybookApplied(
            AppliedPlaybook playbook, PlaybookTrigger trigger, List<MatchReason> reasons, Actor staff, Instant at)
            implements PlanEvent {

        public PlaybookApplied {
            reasons = List.copyOf(reasons);
        }
    }

    record StepCompleted(VersionRef playbook, String step, String note, Actor staff, Instant at) implements PlanEvent {

        @Override
        public String toString() {
            return "StepCompleted[" + playbook + ", " + step + ", " + staff + ", " + at + "]";
        }
    }

    record StepSkipped(VersionRef playbook, String step, String reason, Actor staff, Instant at) implements PlanEvent {

        @Override
        public String toString() {
            return "StepSkipped[" + playbook + ", " + step + ", " + staff + ", " + at + "]";
        }
    }

    /** Asking the customer how it was. */
    sealed interface SurveyEvent extends TicketEvent {

        /** When they are to be asked. */
        Optional<Instant> due();
    }

    /** A survey is requested at {@code dueAt}, unless the ticket is reopened before. */
    record SurveyScheduled(Instant dueAt, Instant at) implements SurveyEvent {

        @Override
        public Optional<Instant> due() {
            return Optional.of(dueAt);
        }
    }

    /**
     * The host is to ask the customer how it was; once for each resolution. Hear it by the listener or the outbox.
     *
     * @param resolution which resolution of the ticket, 1 for the first
     */
    record SurveyRequested(int resolution, Instant at) implements SurveyEvent {

        @Override
        public Optional<Instant> due() {
            return Optional.empty();
        }
    }
}

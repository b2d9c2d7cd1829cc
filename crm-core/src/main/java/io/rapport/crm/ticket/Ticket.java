package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.Aggregate;
import io.rapport.crm.event.History;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.playbook.AppliedPlaybook;
import io.rapport.crm.ticket.sla.EscalationPoint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request, complaint or return of a customer, from the first message until their needs are met. Immutable; every verb
 * returns the next state or throws an {@link IllegalTransitionException}. Merges and what only complaints can do are
 * asked of {@link Tickets} and {@link Complaints}, since they look at more than one ticket or person.
 *
 * @param wakeAt when work goes on by itself; empty unless it waits for something with an end
 * @param firstResponseAt the first answer of a person; it stays when the ticket is reopened
 * @param resolvedAt the last time it was resolved; empty while it is open again
 * @param confirmedAt when the customer said that their needs are met; empty while it is open again
 * @param closedAt when it was closed
 * @param resolution how it was put right; empty while it is open again
 * @param reopens how often the customer came back after it was resolved
 * @param watchers who else wants to hear of it
 * @param mergedInto where it goes on, if it was merged
 * @param complaint what is known of a complaint; empty until something is
 * @param playbooks the playbooks that it follows, in the order in which they were applied
 * @param surveyDueAt when the customer is to be asked how it was; empty once that was requested, while it is open again,
 *     and where nobody asks
 * @param agreement what it is judged by; empty if nothing is promised
 * @param raisedFrom the priority that people gave it, if an escalation has raised it since
 * @param assignedAt since when the one who is responsible is; empty if nobody is
 * @param version how many events made this state
 * @param changes the events since it was loaded
 */
public record Ticket(
        TicketId id,
        CustomerId customer,
        TicketKind kind,
        String subject,
        TicketStatus status,
        Optional<Instant> wakeAt,
        Optional<ExternalId> externalId,
        Instant openedAt,
        Optional<Instant> firstResponseAt,
        Optional<Instant> resolvedAt,
        Optional<Instant> confirmedAt,
        Optional<Instant> closedAt,
        Optional<Resolution> resolution,
        int reopens,
        Triage triage,
        Assignment assignment,
        Set<Actor> watchers,
        Set<TicketLink> links,
        Optional<TicketId> mergedInto,
        Optional<ComplaintDetails> complaint,
        List<AppliedPlaybook> playbooks,
        Optional<Instant> surveyDueAt,
        Optional<ServiceAgreement> agreement,
        Optional<TicketPriority> raisedFrom,
        Optional<Instant> assignedAt,
        long version,
        List<TicketEvent> changes)
        implements Aggregate<TicketId, TicketEvent> {

    static final int MAX_SUBJECT = 200;
    static final int MAX_TEXT = 20_000;

    public Ticket {
        watchers = ImmutableSet.copyOf(watchers);
        links = ImmutableSet.copyOf(links);
        playbooks = ImmutableList.copyOf(playbooks);
        changes = ImmutableList.copyOf(changes);
    }

    /** A new ticket. */
    public static Ticket open(TicketId id, OpenTicket command, Instant now) {
        TicketEvent.Opened opened = new TicketEvent.Opened(
                id,
                command.customer(),
                command.kind(),
                command.subject(),
                command.message(),
                command.externalId(),
                Optional.of(command.triage()).filter(triage -> !triage.equals(Triage.STANDARD)),
                now);
        TicketDraft draft = new TicketDraft(opened);
        draft.changes = List.of(opened);
        return draft.build();
    }

    /** The state that a history leads to, without unsaved changes. */
    public static Ticket fold(List<TicketEvent> history) {
        return History.fold(
                history, TicketEvent.Opened.class, opened -> new TicketDraft(opened).build(), Ticket::evolve);
    }

    /** The customer wrote again. A wait for the customer ends at once. */
    public Ticket customerReply(String message, Instant now) {
        TicketMove.CUSTOMER_REPLY.require(this);
        return after(new TicketEvent.CustomerReplied(message(message), now));
    }

    /** A person of the staff answers in words that the customer sees. The first answer is the first response. */
    public Ticket staffReply(Actor staff, String message, Instant now) {
        TicketMove.STAFF_REPLY.require(this);
        return after(new TicketEvent.StaffReplied(staff, message(message), now));
    }

    /** A person of the staff spoke with the customer, which counts as an answer. */
    public Ticket logCall(Actor staff, String summary, Instant now) {
        TicketMove.CALL.require(this);
        return after(new TicketEvent.CallLogged(staff, message(summary), now));
    }

    /** Somebody writes for the staff to read. Never counts as an answer. */
    public Ticket note(Actor staff, String text, Instant now) {
        TicketMove.NOTE.require(this);
        return after(new TicketEvent.NoteAdded(staff, message(text), now));
    }

    /** A program wrote to the customer. Never counts as an answer. */
    public Ticket automaticMessage(Actor program, String message, Instant now) {
        TicketMove.AUTOMATIC_MESSAGE.require(this);
        return after(new TicketEvent.AutomaticMessageSent(program, message(message), now));
    }

    /** Work begins before anything is answered. */
    public Ticket start(Actor staff, Instant now) {
        TicketMove.START.require(this);
        return after(new TicketEvent.Started(staff, now));
    }

    /** Work stops until somebody else has acted. */
    public Ticket park(WaitingFor waitingFor, Actor staff, Instant now) {
        TicketMove.WAIT.require(this);
        return after(new TicketEvent.Parked(waitingFor, Optional.empty(), staff, now));
    }

    /** Work stops until somebody else has acted, but goes on at {@code until}, which is after {@code now}, anyhow. */
    public Ticket park(WaitingFor waitingFor, Instant until, Actor staff, Instant now) {
        TicketMove.WAIT.require(this);
        return after(new TicketEvent.Parked(waitingFor, Optional.of(future(until, now)), staff, now));
    }

    /** Work stops until an instant that was agreed on, which is after {@code now}. */
    public Ticket schedule(Instant until, Actor staff, Instant now) {
        TicketMove.WAIT.require(this);
        return after(new TicketEvent.Scheduled(future(until, now), staff, now));
    }

    /** Work goes on. */
    public Ticket resume(Actor staff, Instant now) {
        TicketMove.RESUME.require(this);
        return after(new TicketEvent.Resumed(staff, now));
    }

    /** Work goes on because {@link #wakeAt()} has come. */
    public Ticket wake(Instant now) {
        TicketMove.WAKE.require(this, wakeAt.filter(due -> !due.isAfter(now)).isPresent());
        return after(new TicketEvent.Woken(wakeAt.orElseThrow(), now));
    }

    /**
     * The staff has put it right, as far as it knows.
     *
     * @throws IndependenceException if it is a complaint that {@code staff} must keep out of
     * @throws OpenStepsException while {@link #openMandatorySteps()} has some
     */
    public Ticket resolve(Resolution how, Actor staff, Instant now) {
        TicketMove.RESOLVE.require(this);
        requireIndependent(staff, "be resolved by");
        new TicketPlan(this).requireMandatoryStepsDone();
        return after(new TicketEvent.Resolved(how, staff, now));
    }

    /** The customer's needs are met. Said again, it changes nothing. */
    public Ticket confirm(Instant now) {
        TicketMove.CONFIRM.require(this);
        return confirmedAt.isPresent() ? this : after(new TicketEvent.NeedsConfirmed(now));
    }

    /** The customer's needs are not met after all; inside the window of {@link TicketPolicy#STANDARD}. */
    public Ticket reopen(String reason, Instant now) {
        return reopen(reason, TicketPolicy.STANDARD, now);
    }

    /** The customer's needs are not met after all; inside the reopen window. */
    public Ticket reopen(String reason, TicketPolicy policy, Instant now) {
        TicketMove.REOPEN.require(this, policy.mayReopen(this, now));
        return after(new TicketEvent.Reopened(reason(reason), now));
    }

    public Ticket close(Instant now) {
        TicketMove.CLOSE.require(this);
        return after(new TicketEvent.Closed(now));
    }

    /** Nothing is done about it, such as spam. */
    public Ticket cancel(String reason, Actor staff, Instant now) {
        TicketMove.CANCEL.require(this);
        return after(new TicketEvent.Cancelled(reason(reason), staff, now));
    }

    /**
     * Makes somebody, or a team, or nobody responsible.
     *
     * @throws IndependenceException if it is a complaint that the assignee must keep out of
     */
    public Ticket assign(Assignment to, Actor staff, Instant now) {
        TicketMove.ASSIGN.require(this);
        to.assignee().ifPresent(assignee -> requireIndependent(assignee, "be assigned to"));
        return assignment.equals(to) ? this : after(new TicketEvent.Assigned(to, staff, now));
    }

    public Ticket changePriority(TicketPriority priority, Actor staff, Instant now) {
        TicketMove.PRIORITY.require(this);
        return triage.priority() == priority && raisedFrom.isEmpty()
                ? this
                : after(new TicketEvent.PriorityChanged(priority, staff, now));
    }

    public Ticket changeImpact(TicketImpact impact, Actor staff, Instant now) {
        TicketMove.SORT.require(this);
        return triage.impact() == impact ? this : after(new TicketEvent.ImpactChanged(impact, staff, now));
    }

    /** Puts it into another category of the host's, or into none. */
    public Ticket changeCategory(Optional<String> category, Actor staff, Instant now) {
        TicketMove.SORT.require(this);
        Optional<String> key = triage.category(category).category();
        return triage.category().equals(key) ? this : after(new TicketEvent.CategoryChanged(key, staff, now));
    }

    public Ticket tag(String tag, Actor staff, Instant now) {
        TicketMove.SORT.require(this);
        Require.text("tag", tag, Triage.MAX_KEY);
        return triage.tags().contains(tag) ? this : after(new TicketEvent.Tagged(tag, staff, now));
    }

    public Ticket untag(String tag, Actor staff, Instant now) {
        TicketMove.SORT.require(this);
        return triage.tags().contains(tag) ? after(new TicketEvent.Untagged(tag, staff, now)) : this;
    }

    public Ticket watch(Actor watcher, Actor staff, Instant now) {
        TicketMove.WATCH.require(this);
        return watchers.contains(watcher) ? this : after(new TicketEvent.WatcherAdded(watcher, staff, now));
    }

    public Ticket unwatch(Actor watcher, Actor staff, Instant now) {
        TicketMove.WATCH.require(this);
        return watchers.contains(watcher) ? after(new TicketEvent.WatcherRemoved(watcher, staff, now)) : this;
    }

    /** Points to another ticket. */
    public Ticket link(TicketLink link, Actor staff, Instant now) {
        TicketMove.LINK.require(this);
        Require.that(!link.ticket().equals(id), "link", "points to the ticket itself", "name another ticket");
        Require.that(
                link.kind() != LinkKind.FOLLOWED_UP_BY,
                "link",
                "is written by the library only",
                "link the later ticket as FOLLOW_UP_OF the earlier one");
        return links.contains(link) ? this : after(new TicketEvent.Linked(link, staff, now));
    }

    public Ticket unlink(TicketLink link, Actor staff, Instant now) {
        TicketMove.LINK.require(this);
        return links.contains(link) ? after(new TicketEvent.Unlinked(link, staff, now)) : this;
    }

    /** The open steps without which it cannot be resolved; a merged or cancelled ticket needs none of them. */
    public List<OpenStep> openMandatorySteps() {
        return status.live() ? new TicketPlan(this).openMandatorySteps() : List.of();
    }

    /** Has the host ask the customer how it was, once {@link #surveyDueAt()} has come; once for each resolution. */
    Ticket requestSurvey(Instant now) {
        TicketMove.SURVEY.require(
                this, surveyDueAt.filter(due -> !due.isAfter(now)).isPresent());
        return after(new TicketEvent.SurveyRequested(reopens + 1, now));
    }

    /** The priority that people gave it, by which promises are made. */
    public TicketPriority givenPriority() {
        return raisedFrom.orElse(triage.priority());
    }

    /** From now on it is judged by this, or by nothing. */
    public Ticket agree(Optional<ServiceAgreement> terms, Actor staff, Instant now) {
        TicketMove.AGREE.require(this);
        return agreement.equals(terms) ? this : after(new TicketEvent.ServiceAgreed(terms, staff, now));
    }

    /** A level of an escalation fires, and does what it asks for. */
    Ticket escalate(EscalationPoint point, Instant now) {
        TicketMove.ESCALATE.require(this);
        return new EscalatedTicket(this, now).by(point);
    }

    /**
     * From when its promises have to be looked at once it is saved: at once, since whatever changed may have moved what
     * is due; empty where nothing is promised or owed.
     */
    public Optional<Instant> lookFrom() {
        return agreement.isPresent() && status.live() ? Optional.of(openedAt) : Optional.empty();
    }

    /** This state without unsaved changes, as it is after a save. */
    public Ticket saved() {
        TicketDraft draft = new TicketDraft(this);
        draft.changes = List.of();
        return draft.build();
    }

    /** The state that one more event makes; the event is not an unsaved change. */
    public Ticket evolve(TicketEvent event) {
        TicketDraft draft = new TicketDraft(this);
        draft.version++;
        draft.apply(event);
        return draft.build();
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "Ticket[" + id.value() + ", " + kind + ", " + status + ", version " + version + "]";
    }

    /** The state after an event that a verb decided on. */
    Ticket after(TicketEvent event) {
        TicketDraft draft = new TicketDraft(evolve(event));
        draft.changes = History.plus(changes, event);
        return draft.build();
    }

    void requireIndependent(Actor staff, String verb) {
        if (complaint.filter(details -> details.bars(staff)).isPresent()) {
            throw new IndependenceException(id, staff, verb);
        }
    }

    static String reason(String reason) {
        return Require.text("reason", reason, MAX_TEXT);
    }

    static String message(String text) {
        return Require.text("message", text, MAX_TEXT);
    }

    private static Instant future(Instant until, Instant now) {
        Instant kept = Require.present("until", until).truncatedTo(ChronoUnit.MICROS);
        Require.that(kept.isAfter(now), "until", "is not after now", "give an instant in the future");
        return kept;
    }
}

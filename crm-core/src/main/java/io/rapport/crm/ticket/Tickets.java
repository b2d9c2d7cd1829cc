package io.rapport.crm.ticket;

import io.rapport.crm.calendar.Calendars;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.store.StaleAggregateException;
import io.rapport.crm.store.Workspace;
import io.rapport.crm.ticket.sla.ServiceClocks;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Support tickets. Each call is a unit of work of its own, or part of the one that {@code Crm.inTransaction} opened.
 * Verbs throw {@link NotFoundException} for an unknown ticket, {@link IllegalTransitionException} where its state forbids
 * them, and {@link StaleAggregateException} if somebody saved the ticket at the same moment. Verbs on a ticket that was
 * merged are refused; {@link #current} finds where it goes on. Thread-safe outside such a transaction.
 */
public final class Tickets {

    private final TicketDesk desk;

    /** Tickets by {@link TicketPolicy#STANDARD}, with calendars that name no sources of holidays. */
    public Tickets(Workspace workspace) {
        this(workspace, TicketPolicy.STANDARD, new Calendars(workspace, List.of()));
    }

    /** Without follow-ups. */
    public Tickets(Workspace workspace, TicketPolicy policy, Calendars calendars) {
        this(workspace, policy, Optional.empty(), calendars);
    }

    public Tickets(
            Workspace workspace, TicketPolicy policy, Optional<FollowUpPolicy> followUpPolicy, Calendars calendars) {
        desk = new TicketDesk(workspace, policy, followUpPolicy, calendars);
    }

    /**
     * Opens a ticket for a customer, under the most specific {@link ServicePolicy} that is meant for it, if there is one.
     * In the same unit of work it begins to follow a playbook: the published one that the customer's handling profile
     * names, or else the best match by kind, category, priority, tags, demanding customer, and the words of subject and
     * message. All published playbooks are read in one round trip.
     *
     * @throws NotFoundException if the customer is unknown
     * @throws AlreadyExistsException if another ticket has the external id
     */
    public Ticket open(OpenTicket command) {
        Workspace workspace = desk.workspace();
        workspace.valid(command);
        Ticket ticket = Ticket.open(new TicketId(workspace.nextId()), command, workspace.now());
        return workspace.inTransaction(unit -> {
            Customer customer = unit.repository(CustomerRepository.class).require(command.customer());
            return desk.opened(unit, ticket, customer, command.message());
        });
    }

    public Optional<Ticket> find(TicketId id) {
        return desk.reading(tickets -> tickets.find(id));
    }

    /**
     * The ticket, or the one in which it goes on after one or more merges; one round trip for each of them.
     *
     * @throws NotFoundException if there is no such ticket
     */
    public Ticket current(TicketId id) {
        return desk.reading(tickets -> TicketDesk.current(tickets, id));
    }

    /**
     * Takes what a customer wrote, wherever it belongs: to the ticket itself, or to the one it was merged into. A resolved
     * one is reopened inside the reopen window. One that is over is followed up by a new ticket of the same kind, which
     * takes further messages too.
     *
     * @param text at most 20,000 characters
     * @return the ticket that took it
     */
    public Ticket customerMessage(TicketId id, String text) {
        return new CustomerMessages(desk).take(id, text);
    }

    /** The customer wrote again, to a live ticket. A wait for the customer ends at once. */
    public Ticket customerReply(TicketId id, String message) {
        return desk.changed(id, (ticket, now) -> ticket.customerReply(message, now));
    }

    /** A person of the staff answers in words that the customer sees. */
    public Ticket staffReply(TicketId id, Actor staff, String message) {
        return desk.changed(id, (ticket, now) -> ticket.staffReply(staff, message, now));
    }

    /** A person of the staff spoke with the customer, which counts as an answer. */
    public Ticket logCall(TicketId id, Actor staff, String summary) {
        return desk.changed(id, (ticket, now) -> ticket.logCall(staff, summary, now));
    }

    /** Somebody writes for the staff to read. */
    public Ticket note(TicketId id, Actor staff, String text) {
        return desk.changed(id, (ticket, now) -> ticket.note(staff, text, now));
    }

    /** A program wrote to the customer, which never counts as an answer. */
    public Ticket automaticMessage(TicketId id, Actor program, String message) {
        return desk.changed(id, (ticket, now) -> ticket.automaticMessage(program, message, now));
    }

    /** Work begins before anything is answered. */
    public Ticket start(TicketId id, Actor staff) {
        return desk.changed(id, (ticket, now) -> ticket.start(staff, now));
    }

    /** Work stops until somebody else has acted. */
    public Ticket park(TicketId id, WaitingFor waitingFor, Actor staff) {
        return desk.changed(id, (ticket, now) -> ticket.park(waitingFor, staff, now));
    }

    /** Work stops until somebody else has acted, but goes on at {@code until} anyhow. */
    public Ticket park(TicketId id, WaitingFor waitingFor, Instant until, Actor staff) {
        return desk.changed(id, (ticket, now) -> ticket.park(waitingFor, until, staff, now));
    }

    /** Work stops until an instant that was agreed on. */
    public Ticket schedule(TicketId id, Instant until, Actor staff) {
        return desk.changed(id, (ticket, now) -> ticket.schedule(until, staff, now));
    }

    /** Work goes on. */
    public Ticket resume(TicketId id, Actor staff) {
        return desk.changed(id, (ticket, now) -> ticket.resume(staff, now));
    }

    /**
     * The staff has put it right, as far as it knows. A follow-up and a survey are scheduled with it, by the
     * {@link FollowUpPolicy} of the host; that is up to three round trips more than the two that it takes otherwise.
     *
     * @throws OpenStepsException while mandatory steps of its playbooks are open
     * @throws IndependenceException if it is a complaint that {@code staff} must keep out of
     */
    public Ticket resolve(TicketId id, Resolution how, Actor staff) {
        desk.workspace().valid(how);
        return desk.changed(id, (ticket, now) -> ticket.resolve(how, staff, now));
    }

    /**
     * Resolves many tickets in the same way, by the same rules as {@link #resolve} one by one. Each is a unit of work of
     * its own, resolved or left exactly as it was, and none keeps the others back; inside {@code Crm.inTransaction} those
     * that can be resolved share its commit. A ticket that is named twice is resolved once. Each costs what resolving it
     * alone does.
     *
     * @return which were resolved, and why the others were not: unknown, in another state, with open mandatory steps,
     *     a complaint that {@code staff} must keep out of, or saved by somebody else at the same moment
     */
    public BulkResolution resolveAll(Collection<TicketId> ids, Resolution how, Actor staff) {
        desk.workspace().valid(how);
        return BulkResolution.of(ids, id -> resolve(id, how, staff));
    }

    /** The customer's needs are met; closes the ticket if the policy says so. */
    public Ticket confirm(TicketId id) {
        return desk.changed(id, (ticket, now) -> {
            Ticket confirmed = ticket.confirm(now);
            return desk.policy().closesOnConfirmation() ? confirmed.close(now) : confirmed;
        });
    }

    /** The customer's needs are not met after all; inside the reopen window. */
    public Ticket reopen(TicketId id, String reason) {
        return desk.changed(id, (ticket, now) -> ticket.reopen(reason, desk.policy(), now));
    }

    public Ticket close(TicketId id) {
        return desk.changed(id, Ticket::close);
    }

    /** Nothing is done about it, such as spam. */
    public Ticket cancel(TicketId id, String reason, Actor staff) {
        return desk.changed(id, (ticket, now) -> ticket.cancel(reason, staff, now));
    }

    /**
     * Lets one ticket go on in another. The source's conversation stays where it is; the target's history names it.
     *
     * @return the target as it is now
     * @throws MergeRefusedException if the two are one, before or after earlier merges, or do not belong together
     */
    public Ticket merge(MergeTickets command) {
        desk.workspace().valid(command);
        return desk.writing(tickets -> {
            Ticket source = TicketDesk.required(tickets, command.source());
            Ticket into = TicketDesk.current(tickets, command.target());
            Merge merge = Merge.of(
                    source, command.target(), into, command, desk.workspace().now());
            merge.inOrder().forEach(tickets::save);
            return merge.target().saved();
        });
    }

    /**
     * Makes somebody, or a team, or nobody responsible.
     *
     * @throws IndependenceException if it is a complaint that the assignee must keep out of
     */
    public Ticket assign(TicketId id, Assignment to, Actor staff) {
        desk.workspace().valid(to);
        return desk.changed(id, (ticket, now) -> ticket.assign(to, staff, now));
    }

    /** Gives it another priority, and the agreement that is meant for it then; its targets count from the creation. */
    public Ticket changePriority(TicketId id, TicketPriority priority, Actor staff) {
        return desk.sorted(id, (ticket, now) -> ticket.changePriority(priority, staff, now));
    }

    public Ticket changeImpact(TicketId id, TicketImpact impact, Actor staff) {
        return desk.changed(id, (ticket, now) -> ticket.changeImpact(impact, staff, now));
    }

    /** Puts it into another category of the host's, or into none, with the agreement that is meant for it then. */
    public Ticket changeCategory(TicketId id, Optional<String> category, Actor staff) {
        return desk.sorted(id, (ticket, now) -> ticket.changeCategory(category, staff, now));
    }

    public Ticket tag(TicketId id, String tag, Actor staff) {
        return desk.changed(id, (ticket, now) -> ticket.tag(tag, staff, now));
    }

    public Ticket untag(TicketId id, String tag, Actor staff) {
        return desk.changed(id, (ticket, now) -> ticket.untag(tag, staff, now));
    }

    public Ticket watch(TicketId id, Actor watcher, Actor staff) {
        return desk.changed(id, (ticket, now) -> ticket.watch(watcher, staff, now));
    }

    public Ticket unwatch(TicketId id, Actor watcher, Actor staff) {
        return desk.changed(id, (ticket, now) -> ticket.unwatch(watcher, staff, now));
    }

    /**
     * Points from a ticket to another.
     *
     * @throws NotFoundException if either is unknown
     */
    public Ticket link(TicketId id, TicketLink link, Actor staff) {
        desk.workspace().valid(link);
        return desk.writing(tickets -> {
            TicketDesk.required(tickets, link.ticket());
            Ticket ticket = TicketDesk.required(tickets, id);
            return TicketDesk.saved(
                    tickets, ticket.link(link, staff, desk.workspace().now()));
        });
    }

    public Ticket unlink(TicketId id, TicketLink link, Actor staff) {
        return desk.changed(id, (ticket, now) -> ticket.unlink(link, staff, now));
    }

    /** The plans that tickets follow. */
    public TicketPlaybooks playbooks() {
        return new TicketPlaybooks(desk);
    }

    /** Asking afterwards if the customer's needs are met. */
    public FollowUps followUps() {
        return new FollowUps(desk);
    }

    /** What complaints have beyond other tickets. */
    public Complaints complaints() {
        return new Complaints(desk);
    }

    /**
     * Does what is due by the clock: tickets whose wait is over go on, resolved tickets whose quiet period is over are
     * closed, levels of escalations that are reached fire, and surveys are requested, once for each resolution, by an
     * event {@link TicketEvent.SurveyRequested}. Call it from a scheduler as often as you like, on any number of nodes at
     * once: each ticket moves once, each level fires once for what is owed, and each ticket is a transaction of its own.
     * Reads only tickets that are due or have changed. When it runs changes no clock.
     */
    public TicketTick tick() {
        return new DueTickets(desk).tick();
    }

    /**
     * The same for at most {@code limit} tickets whose wait is over, as many whose quiet period is, as many for which a
     * survey is due, and as many that have to be looked at for the sake of their promises.
     *
     * @param limit 1 to 1000
     */
    public TicketTick tick(int limit) {
        return new DueTickets(desk).tick(Require.between("limit", limit, 1, PageRequest.MAX_SIZE));
    }

    /**
     * Saves changes that were decided on a ticket loaded earlier.
     *
     * @throws StaleAggregateException if somebody saved the ticket meanwhile
     */
    public Ticket save(Ticket ticket) {
        return desk.workspace().inTransaction(unit -> desk.savedWithCare(unit, ticket));
    }

    /** Everything that happened to a ticket, oldest first. */
    public List<TicketEvent> history(TicketId id) {
        return desk.reading(tickets -> tickets.history(id));
    }

    /** What was said about a ticket, oldest first; empty for an unknown one. What was said before a merge is with the source. */
    public Conversation conversation(TicketId id) {
        return Conversation.of(id, history(id));
    }

    /** Who is to work on a ticket. */
    public TicketRouting routing() {
        return new TicketRouting(desk);
    }

    /** How promises were kept over many tickets. */
    public TicketReports reports() {
        return new TicketReports(desk);
    }

    /** What was promised about tickets, and how it stands. */
    public Promises promises() {
        return new Promises(desk);
    }

    /**
     * How the promises to the customer stand now, by what was agreed on the ticket.
     *
     * @throws NotFoundException if there is no such ticket
     * @see Promises#clocks(TicketId)
     */
    public ServiceClocks clocks(TicketId id) {
        return promises().clocks(id);
    }

    /** Every ticket, by the time it was opened. */
    public Page<Ticket> page(PageRequest request) {
        return desk.reading(tickets -> tickets.page(request));
    }

    /** The tickets of a customer, the latest first. */
    public Page<Ticket> page(CustomerId customer, PageRequest request) {
        return desk.reading(tickets -> tickets.page(customer, request));
    }

    /** The tickets in a state, by the time they were opened. */
    public Page<Ticket> page(TicketStatus status, PageRequest request) {
        return desk.reading(tickets -> tickets.page(status, request));
    }

    /** The tickets of a customer on which work is owed, the latest first. */
    public Page<Ticket> live(CustomerId customer, PageRequest request) {
        return desk.reading(tickets -> tickets.live(customer, request));
    }

    /** The tickets on which somebody owes work, by the time they were opened. */
    public Page<Ticket> live(Actor assignee, PageRequest request) {
        return desk.reading(tickets -> tickets.live(assignee, request));
    }

    /** How many tickets are in each state; states without tickets are left out. */
    public Map<TicketStatus, Long> countByStatus() {
        return desk.reading(TicketRepository::countByStatus);
    }
}

package io.rapport.crm.ticket;

import static io.rapport.crm.ticket.TicketStatus.CANCELLED;
import static io.rapport.crm.ticket.TicketStatus.CLOSED;
import static io.rapport.crm.ticket.TicketStatus.MERGED;
import static io.rapport.crm.ticket.TicketStatus.NEW;
import static io.rapport.crm.ticket.TicketStatus.OPEN;
import static io.rapport.crm.ticket.TicketStatus.RESOLVED;
import static io.rapport.crm.ticket.TicketStatus.SCHEDULED;
import static io.rapport.crm.ticket.TicketStatus.WAITING_CUSTOMER;
import static io.rapport.crm.ticket.TicketStatus.WAITING_THIRD_PARTY;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.rapport.crm.event.IllegalTransitionException;
import java.util.Set;

/** What can be asked of a ticket, in which states, and what to do where it is refused. */
enum TicketMove {
    CUSTOMER_REPLY("take a reply of the customer", "reopen it, or open a new ticket", Allowed.LIVE),
    STAFF_REPLY("take a reply of the staff", "reopen it, or open a new ticket", Allowed.LIVE),
    CALL("take a call", "open a new ticket", Allowed.LIVE_OR_RESOLVED),
    NOTE("take a note", "open a new ticket", Allowed.KEPT),
    AUTOMATIC_MESSAGE("take an automatic message", "open a new ticket", Allowed.KEPT),
    START("be started", "go on with it as it is", Set.of(NEW)),
    WAIT("wait", "answer or start it first, or resume it from its present wait", Set.of(OPEN)),
    RESUME("be resumed", "resume a ticket that waits", Allowed.WAITING),
    WAKE("be woken", "wake a ticket whose wait has come to its end", Allowed.WAITING),
    RESOLVE("be resolved", "answer, start or resume it before it is resolved", Set.of(OPEN)),
    CONFIRM("be confirmed", "resolve it first", Set.of(RESOLVED)),
    REOPEN("be reopened", "reopen a resolved ticket inside the reopen window, or open a new one", Set.of(RESOLVED)),
    CLOSE("be closed", "resolve it first", Set.of(RESOLVED)),
    CANCEL("be cancelled", "cancel only what work is owed on", Allowed.LIVE),
    MERGE("be merged into another", "link the two", Allowed.LIVE),
    TAKE_IN("take in another", "reopen it, or link the two", Allowed.LIVE),
    ASSIGN("be assigned", "reopen it, or open a new ticket", Allowed.LIVE_OR_RESOLVED),
    AGREE("be agreed on", "open a new ticket", Allowed.LIVE_OR_RESOLVED),
    ESCALATE("be escalated", "escalate only what work is owed on", Allowed.LIVE),
    PRIORITY("be given a priority", "reopen it, or open a new ticket", Allowed.LIVE_OR_RESOLVED),
    SORT("be sorted", "open a new ticket", Allowed.KEPT),
    WATCH("be watched", "open a new ticket", Allowed.KEPT),
    LINK("be linked", "open a new ticket", Allowed.KEPT),
    ASSESS("be assessed", "assess a complaint that is not done for good", Allowed.LIVE_OR_RESOLVED),
    DECIDE("be decided", "assess a complaint, and decide it once, while work is owed", Allowed.LIVE),
    PLAYBOOK("follow a playbook", "reopen it, or open a new ticket", Allowed.LIVE),
    STEP("have a step settled", "reopen it, or open a new ticket", Allowed.LIVE),
    SURVEY("have a survey requested", "wait until one is due", Allowed.DONE),
    APPEAL("be appealed", "appeal a decision inside the reopen window", Allowed.LIVE_OR_RESOLVED);

    private final String verb;
    private final String remedy;
    private final Set<TicketStatus> states;

    TicketMove(String verb, String remedy, Set<TicketStatus> states) {
        this.verb = verb;
        this.remedy = remedy;
        this.states = states;
    }

    void require(Ticket ticket) {
        require(ticket, true);
    }

    /** Also refuses where something besides the state forbids it. */
    void require(Ticket ticket, boolean possible) {
        if (!states.contains(ticket.status()) || !possible) {
            String wayOut =
                    ticket.mergedInto().map(target -> "go on with " + target).orElse(remedy);
            throw new IllegalTransitionException(ticket.id(), ticket.status(), verb, wayOut);
        }
    }

    private static final class Allowed {
        static final Set<TicketStatus> WAITING =
                Sets.immutableEnumSet(WAITING_CUSTOMER, WAITING_THIRD_PARTY, SCHEDULED);
        static final Set<TicketStatus> LIVE =
                Sets.immutableEnumSet(NEW, OPEN, WAITING_CUSTOMER, WAITING_THIRD_PARTY, SCHEDULED);
        static final Set<TicketStatus> LIVE_OR_RESOLVED =
                ImmutableSet.<TicketStatus>builder().addAll(LIVE).add(RESOLVED).build();
        static final Set<TicketStatus> DONE = Sets.immutableEnumSet(RESOLVED, CLOSED);
        static final Set<TicketStatus> KEPT =
                Sets.immutableEnumSet(Sets.difference(Set.of(TicketStatus.values()), Set.of(MERGED, CANCELLED)));
    }
}

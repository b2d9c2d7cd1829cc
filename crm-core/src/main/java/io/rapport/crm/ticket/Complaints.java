package io.rapport.crm.ticket;

import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.ticket.sla.Agreement;
import java.util.List;

/**
 * What complaints have beyond other tickets: an assessment, a decision and appeals, and nobody judging themselves. The
 * one complained about never handles, assesses, decides or resolves a complaint, and after an appeal neither does anybody
 * who decided it or was responsible for it before; asking for it throws {@link IndependenceException}. Units of work,
 * other errors and thread-safety are those of {@link Tickets}.
 */
public final class Complaints {

    private final TicketDesk desk;

    Complaints(TicketDesk desk) {
        this.desk = desk;
    }

    /**
     * Says how grave it is, whom it is about and what caused it.
     *
     * @throws IndependenceException if it is assessed by, or assigned to, the one complained about
     * @throws IllegalTransitionException if it is no complaint, or is over
     */
    public Ticket assess(AssessComplaint command) {
        desk.workspace().valid(command);
        return desk.changed(command.complaint(), (ticket, now) -> new ComplaintCase(ticket).assess(command, now));
    }

    /**
     * Decides it. The ticket stays as it is: tell the customer, and resolve it.
     *
     * @throws IllegalTransitionException if it was not assessed, or a decision stands already
     */
    public Ticket decide(DecideComplaint command) {
        desk.workspace().valid(command);
        return desk.changed(command.complaint(), (ticket, now) -> new ComplaintCase(ticket).decide(command, now));
    }

    /**
     * How the deadlines stand that were promised for a complaint.
     *
     * @throws NotFoundException if there is no such ticket
     * @throws InvalidInputException if it is no complaint
     */
    public ComplaintClocks clocks(TicketId complaint) {
        return desk.workspace().reading(unit -> {
            List<TicketEvent> history = TicketDesk.history(unit, complaint);
            Require.that(
                    ((TicketEvent.Opened) history.get(0)).kind() == TicketKind.COMPLAINT,
                    "complaint",
                    "is another kind of ticket",
                    "ask Promises for its clocks");
            List<Agreement> promised = desk.terms(unit).deadlines(history);
            return ComplaintClocks.of(history, promised, desk.workspace().now());
        });
    }

    /**
     * The customer does not accept the decision: it no longer stands, a resolved complaint is open again, and nobody is
     * assigned until another handler is found.
     *
     * @param reason at most 20,000 characters
     * @throws NotFoundException if there is no such ticket
     * @throws IllegalTransitionException if there is no decision, or the reopen window is over
     */
    public Ticket appeal(TicketId complaint, String reason) {
        return desk.changed(complaint, (ticket, now) -> new ComplaintCase(ticket).appeal(reason, desk.policy(), now));
    }
}

package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.id.Actor;
import io.rapport.crm.ticket.MergeRefusedException.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Two tickets that became one.
 *
 * @param source the one that ended
 * @param target the one that goes on
 */
record Merge(Ticket source, Ticket target) {

    /**
     * Merges a ticket into another.
     *
     * @param named the target by the name that the caller gave it
     * @param into where that goes on
     */
    static Merge of(Ticket source, TicketId named, Ticket into, MergeTickets command, Instant now) {
        refuse(source.id().equals(named), source, named, Reason.SAME_TICKET);
        refuse(source.id().equals(into.id()), source, named, Reason.CYCLE);
        CustomerId customer = source.customer();
        refuse(!command.acrossCustomers() && !customer.equals(into.customer()), source, named, Reason.OTHER_CUSTOMER);
        TicketMove.MERGE.require(source);
        TicketMove.TAKE_IN.require(into);
        Set<Actor> barred = source.complaint().map(ComplaintDetails::allBarred).orElse(Set.of());
        refuse(!barred.isEmpty() && into.kind() != TicketKind.COMPLAINT, source, named, Reason.COMPLAINT);
        Actor staff = command.staff();
        Ticket target = into.after(new TicketEvent.MergedIn(source.id(), ImmutableList.copyOf(barred), staff, now));
        target.assignment()
                .assignee()
                .ifPresent(assignee -> target.requireIndependent(assignee, "take in a complaint while assigned to"));
        return new Merge(source.after(new TicketEvent.Merged(into.id(), staff, now)), target);
    }

    /** Both, in an order that is the same for every merge of the two, so that two merges at once do not lock each other. */
    List<Ticket> inOrder() {
        return source.id().value().compareTo(target.id().value()) < 0
                ? List.of(source, target)
                : List.of(target, source);
    }

    private static void refuse(boolean wrong, Ticket source, TicketId target, Reason reason) {
        if (wrong) {
            throw new MergeRefusedException(source.id(), target, reason);
        }
    }
}

package io.rapport.crm.ticket;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * Asks for one ticket to go on in another. What was said stays with the source; what is said from now on goes to the
 * target.
 *
 * @param target where it goes on; if that was merged itself, where that went
 * @param acrossCustomers whether the two may belong to different customers
 * @param staff who merges them
 */
public record MergeTickets(
        @NotNull @Valid TicketId source,
        @NotNull @Valid TicketId target,
        boolean acrossCustomers,
        @NotNull @Valid Actor staff) {

    public MergeTickets {
        Require.present("source", source);
        Require.present("target", target);
        Require.present("staff", staff);
    }

    /** Two tickets of the same customer. */
    public static MergeTickets of(TicketId source, TicketId target, Actor staff) {
        return new MergeTickets(source, target, false, staff);
    }

    /** Lets the two belong to different customers. */
    public MergeTickets betweenCustomers() {
        return new MergeTickets(source, target, true, staff);
    }
}

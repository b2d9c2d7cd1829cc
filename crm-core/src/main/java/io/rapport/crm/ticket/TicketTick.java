package io.rapport.crm.ticket;

/**
 * What {@link Tickets#tick()} did.
 *
 * @param woken tickets whose wait was over
 * @param closed resolved tickets whose quiet period was over
 * @param surveyed resolutions for which a survey was requested
 * @param escalated levels of escalations that fired
 * @param skipped tickets that somebody else, such as another node, saved at the same moment
 */
public record TicketTick(int woken, int closed, int surveyed, int escalated, int skipped) {

    static final TicketTick NOTHING = new TicketTick(0, 0, 0, 0, 0);

    TicketTick plus(TicketTick other) {
        return new TicketTick(
                woken + other.woken,
                closed + other.closed,
                surveyed + other.surveyed,
                escalated + other.escalated,
                skipped + other.skipped);
    }

    boolean movedSomething() {
        return woken + closed + surveyed > 0;
    }
}

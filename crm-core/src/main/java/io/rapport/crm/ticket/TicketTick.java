package io.rapport.crm.ticket;

/**
 * What {@link Tickets#tick()} did.
 *
 * @param woken tickets whose wait was over
 * @param closed resolved tickets whose quiet period was over
 * @param surveyed resolutions for which a survey was requested
 * @param escalated levels of escalations that fired
 * @param skipped tickets that somebody else, such as another node, saved at the same moment
 * @param failed tickets whose promises could not be computed, such as where a source of holidays that their calendar names
 *     was not handed to this {@code Crm}; logged with their ids, and looked at again in an hour
 */
public record TicketTick(int woken, int closed, int surveyed, int escalated, int skipped, int failed) {

    static final TicketTick NOTHING = new TicketTick(0, 0, 0, 0, 0, 0);

    TicketTick plus(TicketTick other) {
        return new TicketTick(
                woken + other.woken,
                closed + other.closed,
                surveyed + other.surveyed,
                escalated + other.escalated,
                skipped + other.skipped,
                failed + other.failed);
    }

    boolean movedSomething() {
        return woken + closed + surveyed > 0;
    }
}

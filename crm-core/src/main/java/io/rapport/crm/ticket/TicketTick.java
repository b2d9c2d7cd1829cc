package io.rapport.crm.ticket;

/**
 * What {@link Tickets#tick()} did.
 *
 * @param woken tickets whose wait was over
 * @param closed resolved tickets whose quiet period was over
 * @param skipped tickets that somebody else, such as another node, saved at the same moment
 * @param surveyed resolutions for which a survey was requested
 */
public record TicketTick(int woken, int closed, int skipped, int surveyed) {

    static final TicketTick NOTHING = new TicketTick(0, 0, 0);

    /** Without surveys. */
    public TicketTick(int woken, int closed, int skipped) {
        this(woken, closed, skipped, 0);
    }

    TicketTick plus(TicketTick other) {
        return new TicketTick(
                woken + other.woken, closed + other.closed, skipped + other.skipped, surveyed + other.surveyed);
    }

    boolean movedSomething() {
        return woken + closed + surveyed > 0;
    }
}

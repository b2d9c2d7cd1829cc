package io.rapport.crm.ticket;

/** Whose turn it is while a ticket waits. */
public enum WaitingFor {
    CUSTOMER(TicketStatus.WAITING_CUSTOMER),
    THIRD_PARTY(TicketStatus.WAITING_THIRD_PARTY);

    private final TicketStatus status;

    WaitingFor(TicketStatus status) {
        this.status = status;
    }

    TicketStatus status() {
        return status;
    }
}

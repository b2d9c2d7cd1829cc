package io.rapport.crm.ticket;

/** How soon a ticket needs work, the least pressing first. */
public enum TicketPriority {
    LOW(0),
    NORMAL(1),
    HIGH(2),
    URGENT(3);

    private final int rank;

    TicketPriority(int rank) {
        this.rank = rank;
    }

    /** 0 for {@link #LOW} to 3 for {@link #URGENT}, as rules of playbooks ask for it. */
    public int rank() {
        return rank;
    }

    /** The next more pressing one; the highest stays. */
    public TicketPriority higher() {
        return switch (this) {
            case LOW -> NORMAL;
            case NORMAL -> HIGH;
            case HIGH, URGENT -> URGENT;
        };
    }
}

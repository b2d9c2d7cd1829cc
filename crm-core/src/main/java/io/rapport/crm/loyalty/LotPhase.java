package io.rapport.crm.loyalty;

/** What a lot's free points wait for, in the order in which a command reads lots: those that are few first. */
public enum LotPhase {
    /** To become active. */
    PENDING(1),
    /** For a hold to end: none are free, but some are held. */
    HELD(2),
    /** To be used, or to expire at their own time if they do. */
    ACTIVE(3),
    /** To be used, or to expire with the sliding points of their account. */
    SLIDING(4),
    /** Nothing: none are left. */
    EMPTY(5);

    private final int rank;

    LotPhase(int rank) {
        this.rank = rank;
    }

    /** Its place in the order, from 1; part of the stored format. */
    public int rank() {
        return rank;
    }
}

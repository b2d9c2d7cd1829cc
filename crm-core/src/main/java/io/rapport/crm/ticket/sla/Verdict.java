package io.rapport.crm.ticket.sla;

/** Whether a promise was kept. */
public enum Verdict {
    /** Nothing was promised. */
    NOT_AGREED,
    /** Nothing is owed yet, as with the next response before the customer wrote again. */
    NOT_OWED,
    /** Still to be done, in time so far. */
    OPEN,
    /** Done, not later than it was due. */
    MET,
    /** Not done when it was due; this stays, whatever happens afterwards. */
    BREACHED,
    /** The ticket was merged or cancelled before it was decided. */
    VOID
}

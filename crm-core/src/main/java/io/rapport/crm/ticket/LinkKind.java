package io.rapport.crm.ticket;

/** How one ticket has to do with another. */
public enum LinkKind {
    /** It goes on where the other ended. */
    FOLLOW_UP_OF,
    /** It is gone on with in the other; written by the library beside {@link #FOLLOW_UP_OF}. */
    FOLLOWED_UP_BY,
    /** It says what the other says already. */
    DUPLICATE_OF,
    RELATED
}

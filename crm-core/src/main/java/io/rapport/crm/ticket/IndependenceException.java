package io.rapport.crm.ticket;

import io.rapport.crm.fault.CrmException;
import io.rapport.crm.id.Actor;

/**
 * Somebody may not handle a complaint: they are the one complained about, or an appeal is made against what they
 * decided. Nothing was written.
 */
public final class IndependenceException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient TicketId id;
    private final transient Actor handler;

    IndependenceException(TicketId id, Actor handler, String verb) {
        super(id + " cannot " + verb + " " + handler
                + ": they are complained about, or handled it before an appeal; choose somebody else");
        this.id = id;
        this.handler = handler;
    }

    public TicketId id() {
        return id;
    }

    /** Who is not independent. */
    public Actor handler() {
        return handler;
    }
}

package io.rapport.crm.ticket.returns;

import io.rapport.crm.fault.CrmException;
import io.rapport.crm.id.Actor;

/** Somebody may not refund a line because they approved it. Nothing was written. */
public final class SeparationOfDutiesException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient ReturnId id;
    private final int line;
    private final transient Actor refunder;

    SeparationOfDutiesException(ReturnId id, int line, Actor refunder) {
        super(id + " line " + line + " cannot be refunded by " + refunder
                + ": they approved it; let somebody else refund it");
        this.id = id;
        this.line = line;
        this.refunder = refunder;
    }

    public ReturnId id() {
        return id;
    }

    /** The line of the return, from 0. */
    public int line() {
        return line;
    }

    /** Who approved, and would have refunded. */
    public Actor refunder() {
        return refunder;
    }
}

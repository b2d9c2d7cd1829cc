package io.rapport.crm.ticket;

import io.rapport.crm.fault.CrmException;

/** A ticket may not be merged into the one that was named. Nothing was written. */
public final class MergeRefusedException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient TicketId source;
    private final transient TicketId target;
    private final Reason reason;

    /** Why a merge is refused. */
    public enum Reason {
        SAME_TICKET("is the ticket itself", "name another ticket"),
        CYCLE("was merged into the ticket already", "merge in the other direction, or leave it"),
        OTHER_CUSTOMER("belongs to another customer", "say that the merge goes across customers, or link them"),
        COMPLAINT("is no complaint, as the ticket is", "merge a complaint into a complaint only, or link them");

        private final String problem;
        private final String remedy;

        Reason(String problem, String remedy) {
            this.problem = problem;
            this.remedy = remedy;
        }
    }

    MergeRefusedException(TicketId source, TicketId target, Reason reason) {
        super(source + " cannot be merged: target " + target + " " + reason.problem + ": " + reason.remedy);
        this.source = source;
        this.target = target;
        this.reason = reason;
    }

    public TicketId source() {
        return source;
    }

    public TicketId target() {
        return target;
    }

    public Reason reason() {
        return reason;
    }

    /** The field that names what was refused. */
    public String field() {
        return "target";
    }
}

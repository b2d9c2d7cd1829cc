package io.rapport.crm.ticket.returns;

import io.rapport.crm.fault.CrmException;
import io.rapport.crm.purchase.PurchaseId;
import java.time.Instant;

/** Things were bought too long ago to be returned. Nothing was written. */
public final class ReturnWindowException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient PurchaseId purchase;
    private final Instant until;

    ReturnWindowException(PurchaseId purchase, Instant until) {
        super(purchase + " could be returned until " + until
                + ": give an override, with a reason and who allowed it, or leave it out");
        this.purchase = purchase;
        this.until = until;
    }

    public PurchaseId purchase() {
        return purchase;
    }

    /** The last instant of the return window. */
    public Instant until() {
        return until;
    }
}

package io.rapport.crm.loyalty;

import io.rapport.crm.fault.CrmException;

/**
 * The program has another version now than when a hold was made. Nothing was changed: the hold is open, and can be
 * committed with {@link CommitHold#keepingItsTerms()} or voided.
 */
public final class ProgramChangedException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final long hold;
    private final int heldUnder;
    private final int current;

    public ProgramChangedException(LoyaltyAccountId account, long hold, int heldUnder, int current) {
        super("hold #" + hold + " of " + account + " was made under version " + heldUnder
                + " of the program, which is now at version " + current
                + ": commit it keeping its terms, or void it and reserve again");
        this.hold = hold;
        this.heldUnder = heldUnder;
        this.current = current;
    }

    public long hold() {
        return hold;
    }

    /** The version under which the hold was made. */
    public int heldUnder() {
        return heldUnder;
    }

    /** The version that holds now. */
    public int current() {
        return current;
    }
}

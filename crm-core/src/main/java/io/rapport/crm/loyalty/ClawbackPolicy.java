package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;

/**
 * What happens with points that a refund must take back and that the customer has spent.
 *
 * @param kind what is done
 * @param debtLimit the most points that an account may owe; 0 unless debt is allowed
 */
public record ClawbackPolicy(Kind kind, long debtLimit) {

    /** What can be done. */
    public enum Kind {
        /** The account owes them, up to the limit, and what it earns next repays them first; the rest is written off. */
        DEBT,
        /** They are written off, and the ledger says so. */
        WRITE_OFF,
        /** The refund is refused. */
        REJECT
    }

    public ClawbackPolicy {
        Require.present("clawback", kind);
        Require.that(
                kind == Kind.DEBT ? debtLimit > 0 : debtLimit == 0,
                "clawback",
                "is " + kind + " with a debt limit of " + debtLimit,
                "give a limit above 0 with DEBT, and 0 without");
    }

    /** Owed up to a limit; beyond it written off. */
    public static ClawbackPolicy debt(long limit) {
        return new ClawbackPolicy(Kind.DEBT, limit);
    }

    public static ClawbackPolicy writeOff() {
        return new ClawbackPolicy(Kind.WRITE_OFF, 0);
    }

    public static ClawbackPolicy reject() {
        return new ClawbackPolicy(Kind.REJECT, 0);
    }
}

package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;

/**
 * The points of an account, by what can be done with them; none is below 0.
 *
 * @param available can be redeemed
 * @param pending are earned and not yet active
 * @param reserved are set aside by holds
 * @param debt were spent before a refund took them back; the next credit repays them
 */
public record Balances(long available, long pending, long reserved, long debt) {

    /** An account without points. */
    public static final Balances ZERO = new Balances(0, 0, 0, 0);

    public Balances {
        Require.notNegative("available", available);
        Require.notNegative("pending", pending);
        Require.notNegative("reserved", reserved);
        Require.notNegative("debt", debt);
    }

    /**
     * What the account could spend if debt were paid at once: available less debt.
     */
    public long spendable() {
        return available - debt;
    }

    /**
     * Everything that it holds, less debt; what all entries add up to.
     *
     * @throws ArithmeticException on overflow, which the ledger refuses before it is reached
     */
    public long net() {
        return Math.subtractExact(Math.addExact(Math.addExact(available, pending), reserved), debt);
    }

    /** Throws ArithmeticException on overflow of one of them or of their sum. */
    Balances plus(BalanceChange change) {
        Balances after = new Balances(
                Math.addExact(available, change.available()),
                Math.addExact(pending, change.pending()),
                Math.addExact(reserved, change.reserved()),
                Math.addExact(debt, change.debt()));
        after.net();
        return after;
    }
}

package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import java.util.List;

/**
 * What came out when an account was computed anew from its entries.
 *
 * @param entries how many events were read
 * @param discrepancies where what is stored differs
 */
public record Verification(LoyaltyAccountId account, long entries, List<Discrepancy> discrepancies) {

    public Verification {
        discrepancies = Require.list("discrepancies", discrepancies);
    }

    /** Whether all agrees. */
    public boolean clean() {
        return discrepancies.isEmpty();
    }
}

package io.rapport.crm.loyalty.household;

import io.rapport.crm.fault.Require;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import java.time.Instant;

/**
 * A customer of a household.
 *
 * @param account their own account in the program
 * @param since when they joined
 */
public record HouseholdMember(LoyaltyAccountId account, HouseholdRole role, Instant since) {

    public HouseholdMember {
        Require.present("account", account);
        Require.present("role", role);
        Require.present("since", since);
    }
}

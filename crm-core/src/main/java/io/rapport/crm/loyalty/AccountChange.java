package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import java.util.List;

/**
 * What a command did to an account, for the store to write at once.
 *
 * @param account the account with its new entries
 * @param lots the lots that were made or moved, as they are now
 */
public record AccountChange(LoyaltyAccount account, List<Lot> lots) {

    public AccountChange {
        Require.present("account", account);
        lots = Require.list("lots", lots);
    }
}

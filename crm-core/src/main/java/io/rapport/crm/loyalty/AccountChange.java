package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import java.util.List;
import java.util.Set;

/**
 * What a command did to an account, for the store to write at once.
 *
 * @param account the account with its new entries
 * @param lots the lots that were made or moved, as they are now
 * @param holds the holds that were made or made smaller, as they are now
 * @param closedHolds the numbers of holds that are over
 */
public record AccountChange(LoyaltyAccount account, List<Lot> lots, List<Hold> holds, Set<Long> closedHolds) {

    public AccountChange {
        Require.present("account", account);
        lots = Require.list("lots", lots);
        holds = Require.list("holds", holds);
        closedHolds = Require.set("closedHolds", closedHolds);
    }
}

package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import io.rapport.crm.store.CommandRecord;
import java.util.List;
import java.util.Optional;

/**
 * An account that no other unit of work can change until this one ends, with what most commands need.
 *
 * @param rules the version of its program that holds now; {@link ProgramVersion#undefined} if there is none
 * @param earlier what the command key did before; empty if it was not used, or none was asked about
 * @param lots the first lots that are not {@link LotPhase#EMPTY}, by ({@link LotPhase}, {@link LotPlace})
 * @param limit how many lots were asked for
 */
public record LockedAccount(
        LoyaltyAccount account, ProgramVersion rules, Optional<CommandRecord> earlier, List<Lot> lots, int limit) {

    public LockedAccount {
        Require.present("account", account);
        Require.present("rules", rules);
        Require.present("earlier", earlier);
        lots = Require.list("lots", lots);
    }
}

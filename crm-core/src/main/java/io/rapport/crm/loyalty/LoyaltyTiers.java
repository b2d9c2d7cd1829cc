package io.rapport.crm.loyalty;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.loyalty.tier.TierPlan;
import io.rapport.crm.loyalty.tier.TierStanding;
import io.rapport.crm.store.Definition;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.time.Instant;

/**
 * In which tiers customers are. A tier is not stored and makes no event: it is computed from the entries of the account by
 * the plan that the program has now, whenever it is asked for, so that nothing has to run for a customer to go up or
 * down. Reads the entries since the windows began that have a say, see {@link TierPlan#readsSince}, and the whole ledger of
 * the account only where all of it has. Thread-safe outside a transaction.
 */
public final class LoyaltyTiers {

    private final Workspace workspace;
    private final LedgerDesk desk;

    LoyaltyTiers(Workspace workspace, LedgerDesk desk) {
        this.workspace = workspace;
        this.desk = desk;
    }

    /**
     * The tier now, what is missing for the next one, and what is needed to keep this one, by when.
     *
     * @throws NotFoundException if the account is unknown
     * @throws InvalidInputException for {@code "program"} if it has no tiers
     */
    public TierStanding progress(LoyaltyAccountId id) {
        Instant now = workspace.now();
        if (workspace.reading(unit -> known(unit, id)).due(now)) {
            desk.settle(id);
        }
        return workspace.reading(unit -> {
            LoyaltyAccount account = known(unit, id);
            Program program = unit.repository(ProgramRepository.class)
                    .latest(account.program().value())
                    .map(Definition::content)
                    .filter(known -> known.tiers().isPresent())
                    .orElseThrow(() -> new InvalidInputException("program", "has no tiers", "define some"));
            return TierEntries.standing(
                    program.tiers().orElseThrow(), account, program, unit.repository(LoyaltyRepository.class), now);
        });
    }

    private static LoyaltyAccount known(UnitOfWork unit, LoyaltyAccountId id) {
        return unit.repository(LoyaltyRepository.class).find(id).orElseThrow(() -> new NotFoundException(id));
    }
}

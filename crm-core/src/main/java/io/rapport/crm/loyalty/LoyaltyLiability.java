package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import io.rapport.crm.store.Definition;
import io.rapport.crm.store.Workspace;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What outstanding points will cost. Thread-safe outside a transaction. */
public final class LoyaltyLiability {

    private static final int SWEEP = 1000;

    private final Workspace workspace;
    private final LedgerDesk desk;

    LoyaltyLiability(Workspace workspace, LedgerDesk desk) {
        this.workspace = workspace;
        this.desk = desk;
    }

    /**
     * What the outstanding points of a program were going to cost, as of an instant. It is computed from what entries
     * did to lots, so that it says the same whenever it is asked again. What fell due by then is done first, for all
     * programs; the report itself is two queries, however many customers there are, and reads what lots of the program
     * ever moved.
     *
     * @param at not in the future
     */
    public Liability of(ProgramId program, Instant at) {
        Require.present("program", program);
        Require.that(!at.isAfter(workspace.now()), "at", "is in the future", "ask for what has been");
        int swept = SWEEP;
        while (swept == SWEEP) {
            swept = desk.sweep(at, SWEEP);
        }
        return workspace.reading(unit -> {
            List<Definition<Program>> versions =
                    unit.repository(ProgramRepository.class).versions(program.value());
            BigDecimal breakage = versions.stream()
                    .filter(version -> !version.at().isAfter(at))
                    .reduce((earlier, later) -> later)
                    .map(version -> version.content().breakage())
                    .orElse(BigDecimal.ZERO);
            return Liability.of(
                    program,
                    at,
                    breakage,
                    unit.repository(LoyaltyRepository.class).outstanding(program, at));
        });
    }
}

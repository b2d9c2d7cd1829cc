package io.rapport.crm.loyalty;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.util.List;
import java.util.Optional;

/** The definitions of loyalty programs, each version kept for ever. Thread-safe outside a transaction. */
public final class LoyaltyPrograms {

    private final Workspace workspace;

    public LoyaltyPrograms(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Makes rules hold from now on, as the next version of their program; rules that hold already stay the version that
     * they are. Lots keep the expiry and cost that they were earned with, and holds their time. A hold of before is
     * committed only if the command says so; see {@link CommitHold}.
     *
     * @throws AlreadyExistsException for {@code "version"} if somebody else defined a version at the same time
     */
    public ProgramVersion define(Program program, Actor actor) {
        Require.present("program", program).requireUsable();
        Require.present("actor", actor);
        return workspace.inTransaction(unit -> {
            ProgramRepository programs = repository(unit);
            Optional<ProgramVersion> latest = programs.latest(program.id());
            if (latest.filter(version -> version.program().equals(program)).isPresent()) {
                return latest.get();
            }
            int number = latest.map(ProgramVersion::number).orElse(0) + 1;
            ProgramVersion next = new ProgramVersion(program, number, workspace.now(), actor);
            programs.add(next);
            return next;
        });
    }

    /** The rules that hold now; empty if the program was never defined. */
    public Optional<ProgramVersion> find(ProgramId id) {
        return workspace.reading(unit -> repository(unit).latest(id));
    }

    /** The rules of one version. */
    public Optional<ProgramVersion> find(ProgramId id, int number) {
        return workspace.reading(unit -> repository(unit).find(id, number));
    }

    /** All versions, the oldest first. */
    public List<ProgramVersion> versions(ProgramId id) {
        return workspace.reading(unit -> repository(unit).versions(id));
    }

    private static ProgramRepository repository(UnitOfWork unit) {
        return unit.repository(ProgramRepository.class);
    }
}

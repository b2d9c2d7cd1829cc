package io.rapport.crm.loyalty;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.Definitions;
import io.rapport.crm.store.Workspace;
import java.util.List;
import java.util.Optional;

/** The definitions of loyalty programs, each version kept for ever. Thread-safe outside a transaction. */
public final class LoyaltyPrograms {

    private final Definitions<Program> definitions;

    public LoyaltyPrograms(Workspace workspace) {
        definitions = new Definitions<>(workspace, ProgramRepository.class);
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
        return ProgramVersion.of(definitions.addNext(program.id().value(), program, actor));
    }

    /** The rules that hold now; empty if the program was never defined. */
    public Optional<ProgramVersion> find(ProgramId id) {
        return definitions.latest(id.value()).map(ProgramVersion::of);
    }

    /** The rules of one version. */
    public Optional<ProgramVersion> find(ProgramId id, int number) {
        return definitions.find(id.value(), number).map(ProgramVersion::of);
    }

    /** All versions, the oldest first. */
    public List<ProgramVersion> versions(ProgramId id) {
        return definitions.versions(id.value()).stream().map(ProgramVersion::of).toList();
    }
}

package io.rapport.crm.staff;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.store.StaleAggregateException;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which certifications tasks ask for. Each call is a unit of work of its own, or part of the one that
 * {@code Crm.inTransaction} opened. Thread-safe outside such a transaction.
 */
public final class Requirements {

    private final Workspace workspace;

    Requirements(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Says what a task on a channel, or on all channels, asks for. What was said before for the same two is replaced.
     *
     * @throws AlreadyExistsException if somebody stated the first requirement for the same two at the same moment
     * @throws StaleAggregateException if somebody changed it at the same moment
     */
    public Requirement state(StateRequirement command) {
        workspace.valid(command);
        return workspace.inTransaction(unit -> {
            Requirement next = repository(unit)
                    .find(command.task(), command.channel())
                    .map(known -> known.change(command.certifications(), workspace.now()))
                    .orElseGet(
                            () -> Requirement.state(new RequirementId(workspace.nextId()), command, workspace.now()));
            repository(unit).save(next);
            return next.saved();
        });
    }

    public Optional<Requirement> find(RequirementId id) {
        return workspace.reading(unit -> repository(unit).find(id));
    }

    /** Every requirement, by the time it was first stated. */
    public List<Requirement> list() {
        return workspace.reading(unit -> repository(unit).list());
    }

    /** All that a task on a channel asks for, by name; what is asked for on all channels included. */
    public Set<Certification> certifications(Task task, Optional<String> channel) {
        return Readiness.certifications(list(), task, channel);
    }

    /** Everything that happened to a requirement, oldest first. */
    public List<RequirementEvent> history(RequirementId id) {
        return workspace.reading(unit -> repository(unit).history(id));
    }

    static RequirementRepository repository(UnitOfWork unit) {
        return unit.repository(RequirementRepository.class);
    }
}

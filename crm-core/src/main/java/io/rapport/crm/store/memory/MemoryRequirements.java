package io.rapport.crm.store.memory;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.staff.Requirement;
import io.rapport.crm.staff.RequirementEvent;
import io.rapport.crm.staff.RequirementId;
import io.rapport.crm.staff.RequirementRepository;
import io.rapport.crm.staff.Task;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the tasks of a tenant ask for. */
final class MemoryRequirements extends MemoryAggregates<RequirementId, Requirement, RequirementEvent>
        implements RequirementRepository {

    MemoryRequirements(Journal journal, MemoryEvents events) {
        super(RequirementEvent.class, journal, events);
    }

    @Override
    public Optional<Requirement> find(Task task, Optional<String> channel) {
        return all().stream()
                .filter(one -> one.task() == task && one.channel().equals(channel))
                .findFirst();
    }

    @Override
    public List<Requirement> list() {
        return all().stream()
                .sorted(Comparator.comparing(Requirement::statedAt)
                        .thenComparing(one -> one.id().value()))
                .toList();
    }

    @Override
    void requireUnique(Requirement next) {
        find(next.task(), next.channel())
                .filter(holder -> !holder.id().equals(next.id()))
                .ifPresent(holder -> {
                    throw new AlreadyExistsException("channel", holder.id().toString());
                });
    }

    @Override
    Requirement saved(Requirement requirement) {
        return requirement.saved();
    }

    @Override
    void index(Optional<Requirement> before, Requirement after) {
        // requirements are few enough to look at each
    }
}

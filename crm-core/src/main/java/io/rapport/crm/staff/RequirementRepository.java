package io.rapport.crm.staff;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.store.AggregateRepository;
import java.util.List;
import java.util.Optional;

/**
 * Where requirements are kept. Saving refuses, with {@link AlreadyExistsException}, a second one for the same task and
 * channel.
 */
public interface RequirementRepository extends AggregateRepository<RequirementId, Requirement, RequirementEvent> {

    /** The requirement for exactly this channel, or for exactly all channels. */
    Optional<Requirement> find(Task task, Optional<String> channel);

    /** Every requirement, by (statedAt, id). */
    List<Requirement> list();
}

package io.rapport.crm.staff;

import io.rapport.crm.event.DomainEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What can happen to a requirement. */
public sealed interface RequirementEvent extends DomainEvent {

    /** The first event. */
    record Stated(
            RequirementId requirement,
            Task task,
            Optional<String> channel,
            Set<Certification> certifications,
            Instant at)
            implements RequirementEvent {}

    /** What the task asks for from now on. */
    record Changed(Set<Certification> certifications, Instant at) implements RequirementEvent {}
}

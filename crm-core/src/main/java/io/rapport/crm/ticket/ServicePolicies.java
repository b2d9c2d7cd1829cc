package io.rapport.crm.ticket;

import io.rapport.crm.calendar.Calendars;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.Definition;
import io.rapport.crm.store.Definitions;
import io.rapport.crm.store.Workspace;
import io.rapport.crm.ticket.sla.ServiceLevelId;
import java.util.List;
import java.util.Optional;

/**
 * The service-level policies that are kept, version by version. An edit reaches new tickets only; open ones keep their
 * version until {@link Promises#recompute}. Each call is a unit of work of its own, or part of the one that
 * {@code Crm.inTransaction} opened. Thread-safe outside such a transaction.
 */
public final class ServicePolicies {

    private final Definitions<ServicePolicy> definitions;
    private final Calendars calendars;

    public ServicePolicies(Workspace workspace, Calendars calendars) {
        definitions = new Definitions<>(workspace, ServicePolicyRepository.class);
        this.calendars = calendars;
    }

    /**
     * Keeps a version of a policy. The newest version again changes nothing.
     *
     * @param policy version 1 of a new one, or the {@linkplain ServicePolicy#nextVersion() next version} of the newest
     * @throws NotFoundException if its calendar is unknown
     * @throws AlreadyExistsException if somebody else made this version meanwhile
     * @throws InvalidInputException naming {@code version} if it leaves a gap
     */
    public ServicePolicy define(ServicePolicy policy, Actor by) {
        calendars.require(policy.calendar());
        return definitions
                .add(policy.id().value(), policy.version(), policy, by)
                .content();
    }

    /**
     * No further ticket gets it. Retired again, it stays as it is.
     *
     * @throws NotFoundException if there is no such policy
     */
    public ServicePolicy retire(ServiceLevelId id, Actor by) {
        ServicePolicy newest = find(id).orElseThrow(() -> new NotFoundException("service-level policy " + id.value()));
        return newest.retired() ? newest : define(newest.retire(), by);
    }

    /** The newest version. */
    public Optional<ServicePolicy> find(ServiceLevelId id) {
        return definitions.latest(id.value()).map(Definition::content);
    }

    public Optional<ServicePolicy> find(ServiceLevelId id, int version) {
        return definitions.find(id.value(), version).map(Definition::content);
    }

    /** The newest version of every policy, also of retired ones, by id. */
    public List<ServicePolicy> all() {
        return definitions.latest().stream().map(Definition::content).toList();
    }

    /** Every version of a policy with its author, oldest first. */
    public List<Definition<ServicePolicy>> versions(ServiceLevelId id) {
        return definitions.versions(id.value());
    }
}

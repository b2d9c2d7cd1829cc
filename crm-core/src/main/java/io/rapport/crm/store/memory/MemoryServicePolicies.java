package io.rapport.crm.store.memory;

import io.rapport.crm.ticket.ServicePolicy;
import io.rapport.crm.ticket.ServicePolicyRepository;

/** The service-level policies of a tenant. */
final class MemoryServicePolicies extends MemoryDefinitions<ServicePolicy> implements ServicePolicyRepository {

    MemoryServicePolicies(Journal journal) {
        super(journal);
    }
}

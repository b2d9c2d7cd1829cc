package io.rapport.crm.ticket;

import io.rapport.crm.store.DefinitionRepository;
import io.rapport.crm.ticket.sla.ServiceLevelId;

/** Where service-level policies are kept, by {@link ServiceLevelId}. */
public interface ServicePolicyRepository extends DefinitionRepository<ServicePolicy> {}

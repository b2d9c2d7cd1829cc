package io.rapport.crm.jdbc.internal;

import io.rapport.crm.id.TenantId;
import io.rapport.crm.ticket.ServicePolicy;
import io.rapport.crm.ticket.ServicePolicyRepository;

/** The service-level policies of a tenant. */
final class JdbcServicePolicies extends JdbcDefinitions<ServicePolicy> implements ServicePolicyRepository {

    JdbcServicePolicies(TenantId tenant, Session session) {
        super(tenant, session, "service_policy", ServicePolicy.class);
    }
}

package io.rapport.crm.jdbc.internal;

import io.rapport.crm.id.TenantId;
import io.rapport.crm.loyalty.Program;
import io.rapport.crm.loyalty.ProgramRepository;

/** The loyalty programs of a tenant. */
final class JdbcPrograms extends JdbcDefinitions<Program> implements ProgramRepository {

    JdbcPrograms(TenantId tenant, Session session) {
        super(tenant, session, "loyalty_program", Program.class);
    }
}

package io.rapport.crm.jdbc.internal;

import io.rapport.crm.id.TenantId;
import io.rapport.crm.loyalty.Program;
import io.rapport.crm.loyalty.ProgramRepository;

/** The loyalty programs of a tenant. */
final class JdbcPrograms extends JdbcDefinitions<Program> implements ProgramRepository {

    static final String KIND = "loyalty_program";

    JdbcPrograms(TenantId tenant, Session session) {
        super(tenant, session, KIND, Program.class);
    }
}

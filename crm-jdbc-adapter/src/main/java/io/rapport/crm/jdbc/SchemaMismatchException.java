package io.rapport.crm.jdbc;

import io.rapport.crm.fault.CrmException;
import java.util.List;

/** The database lacks tables or columns that this version of the library needs. */
public final class SchemaMismatchException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> missing;

    public SchemaMismatchException(List<String> missing) {
        super("the schema lacks " + String.join(", ", missing) + ": run CrmSchema.migrate, or the scripts in the jar");
        this.missing = List.copyOf(missing);
    }

    /** What is missing, as {@code "table crm_ticket"} or {@code "column crm_ticket.status"}. */
    public List<String> missing() {
        return missing;
    }
}

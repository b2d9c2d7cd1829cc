package io.rapport.crm.staff;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.AggregateId;
import java.util.UUID;

/** Which employee. */
public record EmployeeId(UUID value) implements AggregateId {

    public EmployeeId {
        Require.present("employee", value);
    }
}

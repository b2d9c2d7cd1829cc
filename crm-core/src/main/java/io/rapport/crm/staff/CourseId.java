package io.rapport.crm.staff;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.AggregateId;
import java.util.UUID;

/** Which course. */
public record CourseId(UUID value) implements AggregateId {

    public CourseId {
        Require.present("course", value);
    }
}

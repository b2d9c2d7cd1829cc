package io.rapport.crm.satisfaction;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.AggregateId;
import java.util.UUID;

/** Which response. */
public record SurveyResponseId(UUID value) implements AggregateId {

    public SurveyResponseId {
        Require.present("response", value);
    }
}

package io.rapport.crm.satisfaction;

import io.rapport.crm.event.DomainEvent;
import java.time.Instant;

/** What can happen to a survey response. */
public sealed interface SurveyResponseEvent extends DomainEvent {

    /** It was written down, which is all that ever happens to it. */
    record Recorded(SurveyResponse response) implements SurveyResponseEvent {

        @Override
        public Instant at() {
            return response.recordedAt();
        }
    }
}

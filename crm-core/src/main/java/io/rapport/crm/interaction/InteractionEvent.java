package io.rapport.crm.interaction;

import io.rapport.crm.event.DomainEvent;
import java.time.Instant;

/** What can happen to an interaction. */
public sealed interface InteractionEvent extends DomainEvent {

    /** It was written down, which is all that ever happens to it. */
    record Recorded(Interaction interaction) implements InteractionEvent {

        @Override
        public Instant at() {
            return interaction.recordedAt();
        }
    }
}

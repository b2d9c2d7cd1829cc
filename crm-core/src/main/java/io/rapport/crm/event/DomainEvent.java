package io.rapport.crm.event;

import java.time.Instant;

/**
 * Something that happened to an aggregate. Events are records in a sealed interface for each aggregate; they are never
 * changed once stored, and their names are part of the stored format.
 */
public interface DomainEvent {

    /** When it happened, to the microsecond. */
    Instant at();
}

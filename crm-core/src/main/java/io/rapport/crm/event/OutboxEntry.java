package io.rapport.crm.event;

/**
 * An event that waits to be published.
 *
 * @param position its place in the tenant's outbox; later entries have higher positions, with gaps
 */
public record OutboxEntry(long position, RecordedEvent event) {}

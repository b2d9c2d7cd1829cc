package io.rapport.crm.event;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.AggregateId;
import io.rapport.crm.id.TenantId;

/**
 * An event with its place in history.
 *
 * @param tenant whose it is
 * @param aggregateId what it happened to
 * @param sequence its place in that aggregate's history, from 1 without gaps
 * @param event what happened
 */
public record RecordedEvent(TenantId tenant, AggregateId aggregateId, long sequence, DomainEvent event) {

    public RecordedEvent {
        Require.present("tenant", tenant);
        Require.present("aggregateId", aggregateId);
        Require.positive("sequence", sequence);
        Require.present("event", event);
    }

    /** Ids only: an event may carry personal data, and this may reach a log. */
    @Override
    public String toString() {
        return event.getClass().getSimpleName() + "[" + tenant.value() + ", " + aggregateId + ", #" + sequence + "]";
    }
}

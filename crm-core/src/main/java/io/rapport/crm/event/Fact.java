package io.rapport.crm.event;

import io.rapport.crm.id.AggregateId;
import io.rapport.crm.id.ExternalId;
import java.util.Optional;

/**
 * Something that happened outside this library and was written down: a call, an order, an answer. It never changes after
 * that, so it has one event and is its own history. Implementations are immutable records, thus thread-safe, and cut
 * their instants to the microsecond, so that every store returns an equal value.
 *
 * @param <I> its typed id
 */
public interface Fact<I extends AggregateId> {

    I id();

    /** The key of the system it came from, unique per tenant and kind of fact; facts are recorded once by it. */
    Optional<ExternalId> sourceKey();

    /** Its only event, with sequence 1; {@link DomainEvent#at()} is when it was recorded. */
    DomainEvent event();
}

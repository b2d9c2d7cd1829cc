package io.rapport.crm.customer;

import io.rapport.crm.event.DomainEvent;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can happen to a customer. */
public sealed interface CustomerEvent extends DomainEvent {

    /** The first event: everything that was known when they were registered. */
    record Registered(
            CustomerId customer,
            CustomerKind kind,
            String name,
            Optional<Locale> locale,
            Optional<ZoneId> zone,
            List<ContactPoint> contactPoints,
            Set<ExternalId> externalIds,
            Set<String> tags,
            Instant at)
            implements CustomerEvent {

        @Override
        public String toString() {
            return "Registered[" + customer + ", " + at + "]";
        }
    }

    record ProfileChanged(String name, Optional<Locale> locale, Optional<ZoneId> zone, Instant at)
            implements CustomerEvent {

        @Override
        public String toString() {
            return "ProfileChanged[" + at + "]";
        }
    }

    record ContactPointAdded(ContactPoint point, Instant at) implements CustomerEvent {}

    record ContactPointRemoved(ContactPoint point, Instant at) implements CustomerEvent {}

    record ExternalIdAdded(ExternalId externalId, Instant at) implements CustomerEvent {}

    record Tagged(String tag, Instant at) implements CustomerEvent {}

    record Untagged(String tag, Instant at) implements CustomerEvent {}

    record HandlingChanged(HandlingProfile profile, Actor actor, Instant at) implements CustomerEvent {}

    record Deleted(Instant at) implements CustomerEvent {}
}

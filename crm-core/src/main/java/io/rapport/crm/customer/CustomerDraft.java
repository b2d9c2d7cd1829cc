package io.rapport.crm.customer;

import io.rapport.crm.id.ExternalId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The next state of a customer while it is being made. */
final class CustomerDraft {

    private final CustomerId id;
    private final CustomerKind kind;
    private final Instant registeredAt;
    private String name;
    private Optional<Locale> locale;
    private Optional<ZoneId> zone;
    private List<ContactPoint> contactPoints;
    private Set<ExternalId> externalIds;
    private Set<String> tags;
    private CustomerStatus status;
    private HandlingProfile handling;
    long version;
    List<CustomerEvent> changes;

    CustomerDraft(Customer from) {
        id = from.id();
        kind = from.kind();
        registeredAt = from.registeredAt();
        name = from.name();
        locale = from.locale();
        zone = from.zone();
        contactPoints = from.contactPoints();
        externalIds = from.externalIds();
        tags = from.tags();
        status = from.status();
        handling = from.handling();
        version = from.version();
        changes = from.changes();
    }

    void apply(CustomerEvent event) {
        if (event instanceof CustomerEvent.ProfileChanged changed) {
            name = changed.name();
            locale = changed.locale();
            zone = changed.zone();
        } else if (event instanceof CustomerEvent.ContactPointAdded added) {
            contactPoints = Copies.plus(contactPoints, added.point());
        } else if (event instanceof CustomerEvent.ContactPointRemoved removed) {
            contactPoints = Copies.minus(contactPoints, removed.point());
        } else if (event instanceof CustomerEvent.ExternalIdAdded added) {
            externalIds = Copies.plus(externalIds, added.externalId());
        } else if (event instanceof CustomerEvent.Tagged tagged) {
            tags = Copies.plus(tags, tagged.tag());
        } else if (event instanceof CustomerEvent.Untagged untagged) {
            tags = Copies.minus(tags, untagged.tag());
        } else if (event instanceof CustomerEvent.HandlingChanged changed) {
            handling = changed.profile();
        } else if (event instanceof CustomerEvent.Deleted) {
            status = CustomerStatus.DELETED;
        } else {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " cannot follow a registration");
        }
    }

    Customer build() {
        return new Customer(
                id,
                kind,
                name,
                locale,
                zone,
                contactPoints,
                externalIds,
                tags,
                status,
                handling,
                registeredAt,
                version,
                changes);
    }
}

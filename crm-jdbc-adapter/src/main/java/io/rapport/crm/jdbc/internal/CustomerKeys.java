package io.rapport.crm.jdbc.internal;

import io.rapport.crm.customer.ContactKey;
import io.rapport.crm.customer.ContactPoint;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.CustomerEvent;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.id.TenantId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which contact keys and external ids a customer has gained and lost since it was loaded. */
final class CustomerKeys {

    /** Stands in a unique key for "by nobody else"; each sharer of a shared contact point puts their own id there. */
    private static final UUID UNSHARED = new UUID(0, 0);

    private record Contact(ContactKey key, boolean shared) {}

    private final CustomerId customer;
    private final NetChange<Contact> contacts = new NetChange<>();
    private final NetChange<ExternalId> externalIds = new NetChange<>();

    private CustomerKeys(CustomerId customer) {
        this.customer = customer;
    }

    static CustomerKeys of(Customer customer) {
        CustomerKeys keys = new CustomerKeys(customer.id());
        customer.changes().forEach(event -> keys.apply(event, customer));
        return keys;
    }

    List<Parameters.Binder> newContacts(TenantId tenant) {
        return contacts.gained.stream().map(contact -> row(tenant, contact)).toList();
    }

    List<Parameters.Binder> lostContacts(TenantId tenant) {
        return contacts.lost.stream().map(contact -> row(tenant, contact)).toList();
    }

    List<Parameters.Binder> newExternalIds(TenantId tenant) {
        return externalIds.gained.stream().map(id -> row(tenant, id)).toList();
    }

    List<Parameters.Binder> lostExternalIds(TenantId tenant) {
        return externalIds.lost.stream().map(id -> row(tenant, id)).toList();
    }

    private void apply(CustomerEvent event, Customer after) {
        if (event instanceof CustomerEvent.Registered registered) {
            registered.contactPoints().forEach(this::gain);
            registered.externalIds().forEach(externalIds::gain);
        } else if (event instanceof CustomerEvent.ContactPointAdded added) {
            gain(added.point());
        } else if (event instanceof CustomerEvent.ContactPointRemoved removed) {
            lose(removed.point());
        } else if (event instanceof CustomerEvent.ExternalIdAdded added) {
            externalIds.gain(added.externalId());
        } else if (event instanceof CustomerEvent.Deleted) {
            after.contactPoints().forEach(this::lose);
            after.externalIds().forEach(externalIds::lose);
        }
    }

    private void gain(ContactPoint point) {
        contact(point).ifPresent(contacts::gain);
    }

    private void lose(ContactPoint point) {
        contact(point).ifPresent(contacts::lose);
    }

    private static Optional<Contact> contact(ContactPoint point) {
        return point.key().map(key -> new Contact(key, point.shared()));
    }

    private Parameters.Binder row(TenantId tenant, Contact contact) {
        return parameters -> parameters
                .add(tenant)
                .add(contact.key().kind())
                .add(contact.key().value())
                .add(contact.shared() ? customer.value() : UNSHARED)
                .add(customer);
    }

    private Parameters.Binder row(TenantId tenant, ExternalId externalId) {
        return parameters -> parameters
                .add(tenant)
                .add(externalId.system())
                .add(externalId.key())
                .add(customer);
    }

    /** What remains of gains and losses that may undo each other. */
    private static final class NetChange<T> {

        private final Set<T> gained = new LinkedHashSet<>();
        private final Set<T> lost = new LinkedHashSet<>();

        void gain(T value) {
            if (!lost.remove(value)) {
                gained.add(value);
            }
        }

        void lose(T value) {
            if (!gained.remove(value)) {
                lost.add(value);
            }
        }
    }
}

package io.rapport.crm.store.memory;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.rapport.crm.customer.ContactKey;
import io.rapport.crm.customer.ContactPoint;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.CustomerEvent;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The customers of a tenant. */
final class MemoryCustomers extends MemoryAggregates<CustomerId, Customer, CustomerEvent>
        implements CustomerRepository {

    private static final String ALL = "all";

    private final JournaledMap<ExternalId, CustomerId> byExternalId;
    private final JournaledMap<ContactKey, Set<CustomerId>> byContact;
    private final TimeIndex<String, Customer> byTime;

    MemoryCustomers(Journal journal, MemoryEvents events) {
        super(CustomerEvent.class, journal, events);
        byExternalId = new JournaledMap<>(journal);
        byContact = new JournaledMap<>(journal);
        byTime = new TimeIndex<>(
                journal,
                customer -> new Cursor(customer.registeredAt(), customer.id().value()));
    }

    @Override
    public Optional<Customer> find(ExternalId externalId) {
        return byExternalId.get(externalId).flatMap(this::find);
    }

    @Override
    public List<Customer> findByContact(ContactKey key) {
        return holders(key).stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(customer -> customer.id().value()))
                .toList();
    }

    @Override
    public Map<ExternalId, CustomerId> idsOf(Collection<ExternalId> externalIds) {
        Map<ExternalId, CustomerId> found = new HashMap<>();
        externalIds.forEach(key -> byExternalId.get(key).ifPresent(id -> found.put(key, id)));
        return Map.copyOf(found);
    }

    @Override
    public Page<Customer> page(PageRequest request) {
        return byTime.ascending(ALL, request);
    }

    @Override
    public long count() {
        return all().stream().filter(Customer::active).count();
    }

    @Override
    void requireUnique(Customer next) {
        if (!next.active()) {
            return;
        }
        for (ExternalId key : next.externalIds()) {
            byExternalId.get(key).ifPresent(holder -> requireSame("externalIds", next.id(), holder));
        }
        for (ContactKey key : unshared(next)) {
            for (CustomerId holder : holders(key)) {
                if (find(holder).filter(other -> unshared(other).contains(key)).isPresent()) {
                    requireSame("contactPoints", next.id(), holder);
                }
            }
        }
    }

    @Override
    Customer saved(Customer customer) {
        return customer.saved();
    }

    @Override
    void index(Optional<Customer> before, Customer after) {
        before.filter(Customer::active).ifPresent(this::forget);
        if (after.active()) {
            after.externalIds().forEach(key -> byExternalId.put(key, after.id()));
            after.contactKeys()
                    .forEach(key -> byContact.put(key, Set.copyOf(Sets.union(holders(key), Set.of(after.id())))));
        }
        byTime.put(ALL, after);
    }

    private void forget(Customer customer) {
        customer.externalIds().forEach(byExternalId::remove);
        customer.contactKeys()
                .forEach(key -> byContact.put(key, Set.copyOf(Sets.difference(holders(key), Set.of(customer.id())))));
    }

    private Set<CustomerId> holders(ContactKey key) {
        return byContact.get(key).orElse(Set.of());
    }

    private static Set<ContactKey> unshared(Customer customer) {
        return customer.contactPoints().stream()
                .filter(point -> !point.shared())
                .map(ContactPoint::key)
                .flatMap(Optional::stream)
                .collect(ImmutableSet.toImmutableSet());
    }

    private static void requireSame(String field, CustomerId wanted, CustomerId holder) {
        if (!wanted.equals(holder)) {
            throw new AlreadyExistsException(field, holder.toString());
        }
    }
}

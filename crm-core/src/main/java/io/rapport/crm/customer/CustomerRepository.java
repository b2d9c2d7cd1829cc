package io.rapport.crm.customer;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.store.AggregateRepository;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where customers are kept. Saving refuses, with {@link AlreadyExistsException}, an external id or an unshared contact
 * key that another live customer has.
 */
public interface CustomerRepository extends AggregateRepository<CustomerId, Customer, CustomerEvent> {

    /** The live customer with this key of the host. */
    Optional<Customer> find(ExternalId externalId);

    /**
     * The customer with an id that a command names.
     *
     * @throws NotFoundException if the customer is unknown
     */
    default Customer require(CustomerId id) {
        return find(id).orElseThrow(() -> new NotFoundException(id));
    }

    /** The live customers with this contact key, by id; more than one only when the contact point is shared. */
    List<Customer> findByContact(ContactKey key);

    /** Which of these external ids live customers have, and who they are; one round trip. */
    Map<ExternalId, CustomerId> idsOf(Collection<ExternalId> externalIds);

    /** Every customer, also deleted ones, by (registeredAt, id). */
    Page<Customer> page(PageRequest request);

    /** How many live customers there are. */
    long count();

    /**
     * Saves new customers in few round trips, all or none.
     *
     * @param announced whether their events also go to the outbox
     */
    void saveNew(Collection<Customer> customers, boolean announced);
}

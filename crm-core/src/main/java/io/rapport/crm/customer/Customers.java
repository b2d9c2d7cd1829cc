package io.rapport.crm.customer;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.store.StaleAggregateException;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Who the customers are. Each call is a unit of work of its own, or part of the one that {@code Crm.inTransaction}
 * opened. Thread-safe outside such a transaction.
 */
public final class Customers {

    private final Workspace workspace;

    public Customers(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Makes a new customer known.
     *
     * @throws AlreadyExistsException if another live customer has one of the external ids or unshared contact keys
     */
    public Customer register(RegisterCustomer command) {
        workspace.valid(command);
        Customer customer = Customer.register(new CustomerId(workspace.nextId()), command, workspace.now());
        return workspace.inTransaction(unit -> saved(unit, customer));
    }

    public Optional<Customer> find(CustomerId id) {
        return workspace.reading(unit -> repository(unit).find(id));
    }

    /** The live customer with this key of the host. */
    public Optional<Customer> find(ExternalId externalId) {
        return workspace.reading(unit -> repository(unit).find(externalId));
    }

    /** The live customers with this contact key; more than one only when the contact point is shared. */
    public List<Customer> findByContact(ContactKey key) {
        return workspace.reading(unit -> repository(unit).findByContact(key));
    }

    /**
     * Gives a customer another profile, based on the state that is stored now. For an edit form that was open for a
     * while, {@link #save} refuses instead of overwriting what others did meanwhile.
     */
    public Customer change(CustomerId id, ChangeProfile command) {
        workspace.valid(command);
        return changed(id, (customer, now) -> customer.change(command, now));
    }

    /** Serves a customer in another way from now on; tickets that are open stay as they are. */
    public Customer handle(CustomerId id, HandleCustomer command) {
        workspace.valid(command);
        return changed(id, (customer, now) -> customer.handle(command, now));
    }

    public Customer tag(CustomerId id, String tag) {
        return changed(id, (customer, now) -> customer.tag(tag, now));
    }

    public Customer untag(CustomerId id, String tag) {
        return changed(id, (customer, now) -> customer.untag(tag, now));
    }

    public Customer add(CustomerId id, ContactPoint point) {
        return changed(id, (customer, now) -> customer.add(point, now));
    }

    public Customer remove(CustomerId id, ContactPoint point) {
        return changed(id, (customer, now) -> customer.remove(point, now));
    }

    public Customer add(CustomerId id, ExternalId externalId) {
        return changed(id, (customer, now) -> customer.add(externalId, now));
    }

    /** Takes a customer out; their keys become free, their history stays. */
    public Customer delete(CustomerId id) {
        return changed(id, Customer::delete);
    }

    /**
     * Saves changes that were decided on a customer loaded earlier, for instance while a person looked at a form.
     *
     * @throws StaleAggregateException if somebody saved the customer meanwhile
     */
    public Customer save(Customer customer) {
        return workspace.inTransaction(unit -> saved(unit, customer));
    }

    /** Everything that happened to a customer, oldest first. */
    public List<CustomerEvent> history(CustomerId id) {
        return workspace.reading(unit -> repository(unit).history(id));
    }

    /** Every customer, also deleted ones, by the time they were registered. */
    public Page<Customer> page(PageRequest request) {
        return workspace.reading(unit -> repository(unit).page(request));
    }

    /** How many live customers there are. */
    public long count() {
        return workspace.reading(unit -> repository(unit).count());
    }

    private Customer changed(CustomerId id, BiFunction<Customer, Instant, Customer> verb) {
        return workspace.inTransaction(unit -> {
            Customer customer = repository(unit).find(id).orElseThrow(() -> new NotFoundException(id));
            return saved(unit, verb.apply(customer, workspace.now()));
        });
    }

    private static Customer saved(UnitOfWork unit, Customer customer) {
        repository(unit).save(customer);
        return customer.saved();
    }

    private static CustomerRepository repository(UnitOfWork unit) {
        return unit.repository(CustomerRepository.class);
    }
}

package io.rapport.crm.customer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rapport.crm.event.Aggregate;
import io.rapport.crm.event.History;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.ExternalId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Someone the host does business with. Immutable; every verb returns the next state, and this same state when there is
 * nothing to change.
 *
 * @param handling how they are to be served
 * @param registeredAt when they became known
 * @param version how many events made this state
 * @param changes the events since it was loaded
 */
public record Customer(
        CustomerId id,
        CustomerKind kind,
        String name,
        Optional<Locale> locale,
        Optional<ZoneId> zone,
        List<ContactPoint> contactPoints,
        Set<ExternalId> externalIds,
        Set<String> tags,
        CustomerStatus status,
        HandlingProfile handling,
        Instant registeredAt,
        long version,
        List<CustomerEvent> changes)
        implements Aggregate<CustomerId, CustomerEvent> {

    static final int MAX_NAME = 200;
    static final int MAX_TAG = 64;

    public Customer {
        contactPoints = ImmutableList.copyOf(contactPoints);
        externalIds = ImmutableSet.copyOf(externalIds);
        tags = ImmutableSet.copyOf(tags);
        changes = ImmutableList.copyOf(changes);
    }

    /** A new customer. */
    public static Customer register(CustomerId id, RegisterCustomer command, Instant now) {
        requireDistinctKeys(command.contactPoints());
        CustomerEvent.Registered registered = new CustomerEvent.Registered(
                id,
                command.kind(),
                command.name(),
                command.locale(),
                command.zone(),
                command.contactPoints(),
                command.externalIds(),
                command.tags(),
                now);
        CustomerDraft draft = new CustomerDraft(started(registered));
        draft.changes = List.of(registered);
        return draft.build();
    }

    /** The state that a history leads to, without unsaved changes. */
    public static Customer fold(List<CustomerEvent> history) {
        return History.fold(history, CustomerEvent.Registered.class, Customer::started, Customer::evolve);
    }

    /** Gives the customer another name, language or zone. */
    public Customer change(ChangeProfile command, Instant now) {
        requireActive("change");
        return command.equals(ChangeProfile.of(this))
                ? this
                : after(new CustomerEvent.ProfileChanged(command.name(), command.locale(), command.zone(), now));
    }

    public Customer add(ContactPoint point, Instant now) {
        requireActive("add a contact point");
        if (contactPoints.contains(point)) {
            return this;
        }
        requireDistinctKeys(Copies.plus(contactPoints, point));
        return after(new CustomerEvent.ContactPointAdded(point, now));
    }

    /**
     * Takes a contact point away.
     *
     * @throws NotFoundException if the customer does not have it
     */
    public Customer remove(ContactPoint point, Instant now) {
        requireActive("remove a contact point");
        if (!contactPoints.contains(point)) {
            throw new NotFoundException("contact point of " + id);
        }
        return after(new CustomerEvent.ContactPointRemoved(point, now));
    }

    public Customer add(ExternalId externalId, Instant now) {
        requireActive("add an external id");
        return externalIds.contains(externalId) ? this : after(new CustomerEvent.ExternalIdAdded(externalId, now));
    }

    public Customer tag(String tag, Instant now) {
        requireActive("be tagged");
        Require.text("tag", tag, MAX_TAG);
        return tags.contains(tag) ? this : after(new CustomerEvent.Tagged(tag, now));
    }

    public Customer untag(String tag, Instant now) {
        requireActive("be untagged");
        return tags.contains(tag) ? after(new CustomerEvent.Untagged(tag, now)) : this;
    }

    /** Serves them in another way from now on. */
    public Customer handle(HandleCustomer command, Instant now) {
        requireActive("be handled in another way");
        return handling.equals(command.profile())
                ? this
                : after(new CustomerEvent.HandlingChanged(command.profile(), command.actor(), now));
    }

    /** Takes the customer out. Contact keys and external ids become free for others; history stays. */
    public Customer delete(Instant now) {
        requireActive("be deleted");
        return after(new CustomerEvent.Deleted(now));
    }

    /** Whether look-ups by contact key and external id find this customer. */
    public boolean active() {
        return status == CustomerStatus.ACTIVE;
    }

    /** The keys by which this customer is found. */
    public Set<ContactKey> contactKeys() {
        return keys(contactPoints).collect(ImmutableSet.toImmutableSet());
    }

    /** This state without unsaved changes, as it is after a save. */
    public Customer saved() {
        CustomerDraft draft = new CustomerDraft(this);
        draft.changes = List.of();
        return draft.build();
    }

    /** The state that one more event makes; the event is not an unsaved change. */
    public Customer evolve(CustomerEvent event) {
        CustomerDraft draft = new CustomerDraft(this);
        draft.version++;
        draft.apply(event);
        return draft.build();
    }

    /** Without personal data. */
    @Override
    public String toString() {
        return "Customer[" + id.value() + ", " + status + ", version " + version + "]";
    }

    private static Customer started(CustomerEvent.Registered event) {
        return new Customer(
                event.customer(),
                event.kind(),
                event.name(),
                event.locale(),
                event.zone(),
                event.contactPoints(),
                event.externalIds(),
                event.tags(),
                CustomerStatus.ACTIVE,
                HandlingProfile.STANDARD,
                event.at(),
                1,
                List.of());
    }

    private Customer after(CustomerEvent event) {
        CustomerDraft draft = new CustomerDraft(evolve(event));
        draft.changes = History.plus(changes, event);
        return draft.build();
    }

    private void requireActive(String verb) {
        if (!active()) {
            throw new IllegalTransitionException(id, status, verb, "work with a live customer");
        }
    }

    private static void requireDistinctKeys(List<ContactPoint> points) {
        Set<ContactKey> seen = new HashSet<>();
        if (!keys(points).allMatch(seen::add)) {
            throw new InvalidInputException("contactPoints", "name one address twice", "give each address once");
        }
    }

    private static Stream<ContactKey> keys(List<ContactPoint> points) {
        return points.stream().map(ContactPoint::key).flatMap(Optional::stream);
    }
}

package io.rapport.crm.store.memory;

import com.google.common.collect.ImmutableMap;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.Fact;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.AggregateId;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.FactRepository;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the repositories of all facts share: ids, external ids, and the order of time by customer. */
abstract class MemoryFacts<I extends AggregateId, F extends Fact<I>> implements FactRepository<I, F> {

    private final MemoryEvents events;
    private final Function<F, CustomerId> customer;
    private final Function<F, Instant> time;
    private final JournaledMap<I, F> facts;
    private final JournaledMap<ExternalId, F> bySourceKey;
    private final TimeIndex<CustomerId, F> byCustomer;

    MemoryFacts(Journal journal, MemoryEvents events, Function<F, CustomerId> customer, Function<F, Instant> time) {
        this.events = events;
        this.customer = customer;
        this.time = time;
        facts = new JournaledMap<>(journal);
        bySourceKey = new JournaledMap<>(journal);
        byCustomer = new TimeIndex<>(
                journal, fact -> new Cursor(time.apply(fact), fact.id().value()));
    }

    @Override
    public final Optional<F> find(I id) {
        return facts.get(id);
    }

    @Override
    public final Map<ExternalId, F> byExternalIds(Collection<ExternalId> externalIds) {
        Map<ExternalId, F> found = new HashMap<>();
        externalIds.forEach(key -> bySourceKey.get(key).ifPresent(fact -> found.put(key, fact)));
        return ImmutableMap.copyOf(found);
    }

    @Override
    public final void add(Collection<F> added, boolean announced) {
        requireUnique(added);
        for (F fact : added) {
            facts.put(fact.id(), fact);
            fact.sourceKey().ifPresent(key -> bySourceKey.put(key, fact));
            byCustomer.put(customer.apply(fact), fact);
            if (announced) {
                events.announce(fact);
            }
        }
    }

    /** The facts of a customer, the latest first. */
    final Page<F> latest(CustomerId whose, PageRequest request) {
        return byCustomer.descending(whose, request);
    }

    /** The facts of a half-open period. */
    final Stream<F> between(Instant from, Instant until) {
        return facts.values().stream()
                .filter(fact ->
                        !time.apply(fact).isBefore(from) && time.apply(fact).isBefore(until));
    }

    final int size() {
        return facts.size();
    }

    /** Looks at all before the first is written, so that a refusal that the host swallows leaves nothing half done. */
    private void requireUnique(Collection<F> added) {
        Set<I> ids = new HashSet<>();
        Map<ExternalId, F> keys = new HashMap<>();
        for (F fact : added) {
            if (facts.get(fact.id()).isPresent() || !ids.add(fact.id())) {
                throw new AlreadyExistsException("id", fact.id().toString());
            }
            fact.sourceKey()
                    .flatMap(key -> bySourceKey.get(key).or(() -> Optional.ofNullable(keys.put(key, fact))))
                    .ifPresent(holder -> {
                        throw new AlreadyExistsException(
                                "externalId", holder.id().toString());
                    });
        }
    }
}

package io.rapport.crm.interaction;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.store.FactRepository;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Where interactions are kept. */
public interface InteractionRepository extends FactRepository<InteractionId, Interaction> {

    /** The contacts with a customer by (startedAt, id), the latest first. */
    Page<Interaction> timeline(CustomerId customer, PageRequest request);

    /**
     * How many contacts of each sort started from {@code from}, inclusive, until {@code until}, exclusive; in no
     * particular order, without sorts that did not occur. One grouped query.
     */
    List<InteractionTally> tally(Instant from, Instant until);

    /**
     * Shows whose and when every contact was that the filter lets through and that started from {@code from}, inclusive,
     * until {@code until}, exclusive, in no particular order. Streams: memory does not grow with the number of contacts.
     * The reader must not call the store; when it throws, reading ends and the unit of work stays usable.
     */
    void forEachTime(Instant from, Instant until, InteractionFilter filter, BiConsumer<UUID, Instant> reader);
}

package io.rapport.crm.interaction;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.store.FactRepository;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.time.Instant;
import java.util.List;

/** Where interactions are kept. */
public interface InteractionRepository extends FactRepository<InteractionId, Interaction> {

    /** The contacts with a customer by (startedAt, id), the latest first. */
    Page<Interaction> timeline(CustomerId customer, PageRequest request);

    /**
     * How many contacts of each sort started from {@code from}, inclusive, until {@code until}, exclusive; in no
     * particular order, without sorts that did not occur. One grouped query.
     */
    List<InteractionTally> tally(Instant from, Instant until);
}

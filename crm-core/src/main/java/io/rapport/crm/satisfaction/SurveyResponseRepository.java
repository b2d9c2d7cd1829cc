package io.rapport.crm.satisfaction;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.store.FactRepository;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.time.Instant;

/** Where survey responses are kept. */
public interface SurveyResponseRepository extends FactRepository<SurveyResponseId, SurveyResponse> {

    /** The responses of a customer by (answeredAt, id), the latest first. */
    Page<SurveyResponse> ofCustomer(CustomerId customer, PageRequest request);

    /**
     * How often each score was given in surveys of a kind that were answered from {@code from}, inclusive, until
     * {@code until}, exclusive. One grouped query.
     */
    ScoreTally tally(SurveyKind kind, Instant from, Instant until);
}

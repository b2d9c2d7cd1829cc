package io.rapport.crm.store.memory;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.satisfaction.ScoreTally;
import io.rapport.crm.satisfaction.SurveyKind;
import io.rapport.crm.satisfaction.SurveyResponse;
import io.rapport.crm.satisfaction.SurveyResponseId;
import io.rapport.crm.satisfaction.SurveyResponseRepository;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.time.Instant;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The survey responses of a tenant. */
final class MemorySurveyResponses extends MemoryFacts<SurveyResponseId, SurveyResponse>
        implements SurveyResponseRepository {

    MemorySurveyResponses(Journal journal, MemoryEvents events) {
        super(journal, events, SurveyResponse::customer, SurveyResponse::answeredAt);
    }

    @Override
    public Page<SurveyResponse> ofCustomer(CustomerId customer, PageRequest request) {
        return latest(customer, request);
    }

    @Override
    public ScoreTally tally(SurveyKind kind, Instant from, Instant until) {
        return new ScoreTally(between(from, until)
                .filter(response -> response.kind() == kind)
                .collect(Collectors.groupingBy(
                        SurveyResponse::scale,
                        Collectors.groupingBy(SurveyResponse::score, TreeMap::new, Collectors.counting()))));
    }
}

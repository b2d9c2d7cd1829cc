package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.CrmServices;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.satisfaction.RecordResponse;
import io.rapport.crm.satisfaction.Scale;
import io.rapport.crm.satisfaction.ScoreTally;
import io.rapport.crm.satisfaction.SurveyKind;
import io.rapport.crm.satisfaction.SurveyResponse;
import io.rapport.crm.satisfaction.SurveyResponseId;
import io.rapport.crm.satisfaction.SurveyResponseRepository;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How survey responses are kept and counted. */
public abstract class SurveyResponseRepositoryContract
        extends FactRepositoryContract<SurveyResponseId, SurveyResponse, SurveyResponseRepository> {

    private static final Instant BEFORE = MONDAY.minusSeconds(3600);
    private static final Instant AFTER = MONDAY.plusSeconds(3600);

    protected SurveyResponseRepositoryContract() {
        super(SurveyResponseRepository.class);
    }

    @Override
    SurveyResponse record(CrmServices crm, CustomerId customer, ExternalId key, Instant at) {
        return crm.surveys()
                .record(RecordResponse.csat(customer, 4).answeredAt(at).known(key));
    }

    @Override
    SurveyResponse recordOther(CrmServices crm, CustomerId customer, ExternalId key, Instant at) {
        return crm.surveys()
                .record(RecordResponse.csat(customer, 5).answeredAt(at).known(key));
    }

    @Override
    SurveyResponse made(CustomerId customer, ExternalId key, Instant at) {
        return SurveyResponse.of(
                new SurveyResponseId(ids.next()),
                RecordResponse.csat(customer, 4).answeredAt(at).known(key),
                clock.instant());
    }

    @Override
    Optional<SurveyResponse> find(CrmServices crm, SurveyResponseId id) {
        return crm.surveys().find(id);
    }

    @Override
    Page<SurveyResponse> page(CrmServices crm, CustomerId customer, PageRequest request) {
        return crm.surveys().ofCustomer(customer, request);
    }

    @Override
    long counted(CrmServices crm) {
        return crm.surveys().tally(SurveyKind.CSAT, BEFORE, AFTER).total();
    }

    @Override
    Instant time(SurveyResponse fact) {
        return fact.answeredAt();
    }

    @Test
    void a_response_about_a_ticket_comes_back_as_it_was_saved() {
        CustomerId ann = customer();
        TicketId ticket = ticketOf(ann);

        SurveyResponse effort = crm().surveys()
                .record(RecordResponse.ces(ann, 7)
                        .about(ticket)
                        .answeredAt(BEFORE)
                        .known(KEY));
        SurveyResponse rating = crm().surveys().record(RecordResponse.of(ann, SurveyKind.REVIEW, Scale.of(-2, 2), -2));

        assertThat(crm().surveys().find(effort.id())).contains(effort);
        assertThat(effort.ticket()).contains(ticket);
        assertThat(crm().surveys().find(rating.id())).contains(rating);
        assertThat(rating.answeredAt()).isEqualTo(MONDAY);
        assertThat(crm().surveys().ofCustomer(ann, PageRequest.first(5)).items())
                .containsExactly(rating, effort);
    }

    @Test
    void a_response_is_about_a_ticket_of_the_same_customer() {
        CustomerId ann = customer();
        TicketId bobs = ticketOf(customer());

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(
                        () -> crm().surveys().record(RecordResponse.csat(ann, 4).about(new TicketId(ids.next()))));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () -> crm().surveys().record(RecordResponse.csat(ann, 4).about(bobs)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("ticket"));

        assertThat(counted(crm())).isZero();
    }

    @Test
    void scores_are_counted_by_kind_with_scales_kept_apart() {
        CustomerId ann = customer();
        for (int score : new int[] {9, 10, 9, 0}) {
            crm().surveys().record(RecordResponse.nps(ann, score));
        }
        crm().surveys().record(RecordResponse.csat(ann, 5));
        crm().surveys().record(RecordResponse.of(ann, SurveyKind.CSAT, Scale.ONE_TO_SEVEN, 5));

        ScoreTally nps = crm().surveys().tally(SurveyKind.NPS, BEFORE, AFTER);
        ScoreTally csat = crm().surveys().tally(SurveyKind.CSAT, BEFORE, AFTER);

        assertThat(nps.counts()).isEqualTo(Map.of(Scale.ZERO_TO_TEN, Map.of(0, 1L, 9, 2L, 10, 1L)));
        assertThat(nps.on(Scale.ZERO_TO_TEN).keySet()).containsExactly(0, 9, 10);
        assertThat(csat.counts())
                .isEqualTo(Map.of(Scale.ONE_TO_FIVE, Map.of(5, 1L), Scale.ONE_TO_SEVEN, Map.of(5, 1L)));
        assertThat(csat.on(Scale.of(0, 100))).isEmpty();
        assertThat(csat.total()).isEqualTo(2);
        assertThat(crm().surveys().tally(SurveyKind.CES, BEFORE, AFTER).total()).isZero();
    }

    @Test
    void a_period_has_its_first_instant_and_not_its_last() {
        record(crm(), customer(), KEY, MONDAY);

        assertThat(crm().surveys()
                        .tally(SurveyKind.CSAT, MONDAY, MONDAY.plusNanos(1000))
                        .total())
                .isEqualTo(1);
        assertThat(crm().surveys().tally(SurveyKind.CSAT, BEFORE, MONDAY).total())
                .isZero();
        assertThat(crm().surveys().tally(SurveyKind.CSAT, MONDAY, MONDAY).total())
                .isZero();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> crm().surveys().tally(SurveyKind.CSAT, MONDAY, BEFORE))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("until"));
    }

    private TicketId ticketOf(CustomerId customer) {
        return crm().tickets()
                .open(OpenTicket.of(customer, TicketKind.QUESTION, "Hello?"))
                .id();
    }
}

package io.rapport.crm.satisfaction;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.ticket.TicketId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks for a customer's answer to be written down.
 *
 * <pre>{@code
 * RecordResponse.csat(ann.id(), 4).about(ticket.id());
 * RecordResponse.nps(ann.id(), 9).answeredAt(lastFriday).known(ExternalId.of("forms", "r-17"));
 * }</pre>
 *
 * @param scale 0 to 10 for {@link SurveyKind#NPS}
 * @param score on the scale
 * @param ticket a ticket of the same customer
 * @param answeredAt when it is recorded, unless given; kept to the microsecond
 */
public record RecordResponse(
        @NotNull @Valid CustomerId customer,
        @NotNull SurveyKind kind,
        @NotNull @Valid Scale scale,
        int score,
        @NotNull Optional<@Valid TicketId> ticket,
        @NotNull Optional<Instant> answeredAt,
        @NotNull Optional<@Valid ExternalId> externalId) {

    @Constructible(RecordResponse.class)
    public RecordResponse {
        Require.present("customer", customer);
        SurveyResponse.requireAnswer(kind, scale, score);
        Require.present("ticket", ticket);
        Require.present("answeredAt", answeredAt);
        Require.present("externalId", externalId);
    }

    public static RecordResponse of(CustomerId customer, SurveyKind kind, Scale scale, int score) {
        return new RecordResponse(customer, kind, scale, score, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Satisfaction from 1 to 5. */
    public static RecordResponse csat(CustomerId customer, int score) {
        return of(customer, SurveyKind.CSAT, Scale.ONE_TO_FIVE, score);
    }

    /** Likelihood to recommend, from 0 to 10. */
    public static RecordResponse nps(CustomerId customer, int score) {
        return of(customer, SurveyKind.NPS, Scale.ZERO_TO_TEN, score);
    }

    /** Effort from 1 to 7. */
    public static RecordResponse ces(CustomerId customer, int score) {
        return of(customer, SurveyKind.CES, Scale.ONE_TO_SEVEN, score);
    }

    /** A rating from 1 to 5. */
    public static RecordResponse review(CustomerId customer, int score) {
        return of(customer, SurveyKind.REVIEW, Scale.ONE_TO_FIVE, score);
    }

    public RecordResponse about(TicketId subject) {
        return new RecordResponse(customer, kind, scale, score, Optional.of(subject), answeredAt, externalId);
    }

    public RecordResponse answeredAt(Instant when) {
        return new RecordResponse(customer, kind, scale, score, ticket, Optional.of(when), externalId);
    }

    public RecordResponse known(ExternalId key) {
        return new RecordResponse(customer, kind, scale, score, ticket, answeredAt, Optional.of(key));
    }

    /** Without the answer. */
    @Override
    public String toString() {
        return "RecordResponse[" + customer + ", " + kind + "]";
    }
}

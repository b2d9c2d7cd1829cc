package io.rapport.crm.imports;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.satisfaction.RecordResponse;
import io.rapport.crm.satisfaction.Scale;
import io.rapport.crm.satisfaction.SurveyKind;
import io.rapport.crm.ticket.TicketId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Optional;

/**
 * An answer that the host has already.
 *
 * @param response its key in the host's survey system
 * @param customer who answered, by the host's key
 * @param scale 0 to 10 for {@link SurveyKind#NPS}
 * @param score on the scale
 * @param ticket what it is about, by the host's key; a ticket of the same customer
 * @param answeredAt kept to the microsecond
 */
public record ImportResponse(
        @NotNull @Valid ExternalId response,
        @NotNull @Valid ExternalId customer,
        @NotNull SurveyKind kind,
        @NotNull @Valid Scale scale,
        int score,
        @NotNull Optional<@Valid ExternalId> ticket,
        @NotNull Instant answeredAt) {

    @Constructible(ImportResponse.class)
    public ImportResponse {
        Require.present("response", response);
        Require.present("customer", customer);
        Require.present("kind", kind);
        Require.present("scale", scale);
        Require.present("ticket", ticket);
        Require.present("answeredAt", answeredAt);
    }

    RecordResponse command(CustomerId who, Optional<TicketId> about) {
        return new RecordResponse(who, kind, scale, score, about, Optional.of(answeredAt), Optional.of(response));
    }
}

package io.rapport.crm.imports;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.satisfaction.SurveyResponse;
import io.rapport.crm.satisfaction.SurveyResponseId;
import io.rapport.crm.satisfaction.SurveyResponseRepository;
import io.rapport.crm.store.Workspace;
import io.rapport.crm.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Stores survey responses. */
final class ResponseIntake extends FactIntake<ImportResponse, SurveyResponseId, SurveyResponse> {

    ResponseIntake(Workspace workspace) {
        super(workspace, SurveyResponseRepository.class);
    }

    @Override
    public ImportKind kind() {
        return ImportKind.RESPONSES;
    }

    @Override
    ExternalId key(ImportResponse row) {
        return row.response();
    }

    @Override
    ExternalId customer(ImportResponse row) {
        return row.customer();
    }

    @Override
    Optional<ExternalId> ticket(ImportResponse row) {
        return row.ticket();
    }

    @Override
    SurveyResponse fact(ImportResponse row, Known known, UUID id, Instant recordedAt) {
        CustomerId customer = known.customer(row.customer());
        Optional<TicketId> about = row.ticket().map(key -> known.ticket(key, customer));
        return SurveyResponse.of(new SurveyResponseId(id), row.command(customer, about), recordedAt);
    }
}

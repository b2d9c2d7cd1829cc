package io.rapport.crm.quickstart.relations;

import io.rapport.crm.customer.ContactPoint;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.imports.ImportCustomer;
import io.rapport.crm.imports.ImportInteraction;
import io.rapport.crm.imports.ImportOrder;
import io.rapport.crm.imports.ImportResponse;
import io.rapport.crm.imports.ImportTicket;
import io.rapport.crm.quickstart.input.CustomerRow;
import io.rapport.crm.quickstart.input.InteractionRow;
import io.rapport.crm.quickstart.input.OrderRow;
import io.rapport.crm.quickstart.input.SurveyRow;
import io.rapport.crm.quickstart.input.TicketRow;
import io.rapport.crm.satisfaction.Scale;
import io.rapport.crm.satisfaction.SurveyKind;
import java.util.Optional;

/**
 * Says the rows of the files in the words of the library. The keys of the files become external ids of one system.
 *
 * @param system who gave the keys
 */
record Translation(String system) {

    /** Libphonenumber's own sign for a number that is not dialled from any known country. */
    private static final String NO_COUNTRY = "ZZ";

    private static final Actor STAFF = Actor.of("shop");

    ExternalId key(String key) {
        return ExternalId.of(system, key);
    }

    ImportCustomer customer(CustomerRow row) {
        RegisterCustomer registration = RegisterCustomer.person(row.name()).with(key(row.customerId()));
        for (String email : row.email().stream().toList()) {
            registration = registration.with(ContactPoint.email(email));
        }
        for (String phone : row.phone().stream().toList()) {
            // A household may share one telephone.
            String country = row.country().orElse(NO_COUNTRY);
            registration = registration.with(ContactPoint.phone(phone, country).asShared());
        }
        for (String tag : row.tags()) {
            registration = registration.tagged(tag);
        }
        return new ImportCustomer(registration, row.registeredAt());
    }

    /** A customer of whom nothing is known but their first order. */
    ImportCustomer buyer(OrderRow row) {
        return new ImportCustomer(
                RegisterCustomer.person("Customer " + row.customerId()).with(key(row.customerId())), row.orderedAt());
    }

    ImportOrder order(OrderRow row) {
        return new ImportOrder(key(row.orderId()), key(row.customerId()), row.orderedAt(), row.amount());
    }

    ImportInteraction interaction(InteractionRow row) {
        return new ImportInteraction(
                key(row.interactionId()),
                key(row.customerId()),
                row.channel(),
                row.direction(),
                row.initiative(),
                row.purpose(),
                Optional.empty(),
                Optional.empty(),
                row.startedAt(),
                row.endedAt(),
                row.outcome(),
                Optional.empty(),
                Optional.empty());
    }

    ImportTicket ticket(TicketRow row) {
        return new ImportTicket(
                key(row.ticketId()),
                key(row.customerId()),
                row.kind(),
                row.subject(),
                row.openedAt(),
                row.firstResponseAt(),
                row.resolvedAt(),
                row.closedAt(),
                STAFF);
    }

    ImportResponse response(SurveyRow row) {
        boolean nps = row.kind() == SurveyRow.Kind.NPS;
        return new ImportResponse(
                key(row.responseId()),
                key(row.customerId()),
                nps ? SurveyKind.NPS : SurveyKind.CSAT,
                nps ? Scale.ZERO_TO_TEN : Scale.ONE_TO_FIVE,
                row.score(),
                Optional.empty(),
                row.answeredAt());
    }
}

package io.rapport.crm.imports;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketId;
import java.util.Map;
import java.util.Optional;

/** What the rows of a batch refer to. */
record Known(Map<ExternalId, CustomerId> customers, Map<ExternalId, Ticket> tickets) {

    CustomerId customer(ExternalId key) {
        return Optional.ofNullable(customers.get(key))
                .orElseThrow(() -> new InvalidInputException("customer", "is not known", "import the customer first"));
    }

    TicketId ticket(ExternalId key, CustomerId customer) {
        return Optional.ofNullable(tickets.get(key))
                .filter(ticket -> ticket.customer().equals(customer))
                .map(Ticket::id)
                .orElseThrow(() -> new InvalidInputException(
                        "ticket", "is not known as one of the customer's", "import the customer's tickets first"));
    }
}

package io.rapport.crm.ticket;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.ExternalId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * Asks for a new ticket.
 *
 * @param subject at most 200 characters
 * @param message what the customer said, at most 20,000 characters, possibly empty
 * @param externalId the key that the host's own help desk or mail gave it
 */
public record OpenTicket(
        @NotNull @Valid CustomerId customer,
        @NotNull TicketKind kind,
        @NotBlank @Size(max = 200) String subject,
        @NotNull @Size(max = 20_000) String message,
        @NotNull Optional<@Valid ExternalId> externalId,
        @NotNull @Valid Triage triage) {

    public OpenTicket {
        Require.present("customer", customer);
        Require.present("kind", kind);
        Require.text("subject", subject, Ticket.MAX_SUBJECT);
        Require.atMost("message", message, Ticket.MAX_TEXT);
        Require.present("externalId", externalId);
        Require.present("triage", triage);
    }

    /** With nothing said beyond the subject, and sorted as {@link Triage#STANDARD}. */
    public static OpenTicket of(CustomerId customer, TicketKind kind, String subject) {
        return new OpenTicket(customer, kind, subject, "", Optional.empty(), Triage.STANDARD);
    }

    public OpenTicket saying(String text) {
        return new OpenTicket(customer, kind, subject, text, externalId, triage);
    }

    public OpenTicket known(ExternalId key) {
        return new OpenTicket(customer, kind, subject, message, Optional.of(key), triage);
    }

    public OpenTicket sorted(Triage by) {
        return new OpenTicket(customer, kind, subject, message, externalId, by);
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "OpenTicket[" + customer + ", " + kind + "]";
    }
}

package io.rapport.crm.imports;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A ticket that the host has already. Its history is made by the ticket's own verbs at these instants, so it can go on
 * from there. What was said is not imported: the first answer reads {@value #ANSWERED}, and the resolution has the code
 * {@value #RESOLVED}.
 *
 * @param ticket its key in the host's help desk
 * @param customer whose it is, by the host's key
 * @param subject at most 200 characters
 * @param openedAt like all instants here, kept to the microsecond and not after the next
 * @param firstResponseAt the first answer of a person
 * @param resolvedAt only with a first answer
 * @param closedAt only with a resolution
 * @param staff who answered and resolved
 */
public record ImportTicket(
        @NotNull @Valid ExternalId ticket,
        @NotNull @Valid ExternalId customer,
        @NotNull TicketKind kind,
        @NotBlank @Size(max = 200) String subject,
        @NotNull Instant openedAt,
        @NotNull Optional<Instant> firstResponseAt,
        @NotNull Optional<Instant> resolvedAt,
        @NotNull Optional<Instant> closedAt,
        @NotNull @Valid Actor staff) {

    static final String ANSWERED = "(imported)";
    static final String RESOLVED = "imported";

    @Constructible(ImportTicket.class)
    public ImportTicket {
        Require.present("ticket", ticket);
        Require.present("customer", customer);
        Require.present("kind", kind);
        Require.text("subject", subject, 200);
        openedAt = Require.present("openedAt", openedAt).truncatedTo(ChronoUnit.MICROS);
        firstResponseAt = toMicros("firstResponseAt", firstResponseAt);
        resolvedAt = toMicros("resolvedAt", resolvedAt);
        closedAt = toMicros("closedAt", closedAt);
        Require.present("staff", staff);
        requireOrder("openedAt", Optional.of(openedAt), "firstResponseAt", firstResponseAt);
        requireOrder("firstResponseAt", firstResponseAt, "resolvedAt", resolvedAt);
        requireOrder("resolvedAt", resolvedAt, "closedAt", closedAt);
    }

    Ticket made(TicketId id, CustomerId whose) {
        Ticket opened = Ticket.open(id, OpenTicket.of(whose, kind, subject).known(ticket), openedAt);
        Ticket answered = firstResponseAt
                .map(at -> opened.staffReply(staff, ANSWERED, at))
                .orElse(opened);
        Ticket resolved = resolvedAt
                .map(at -> answered.resolve(Resolution.of(RESOLVED, ""), staff, at))
                .orElse(answered);
        return closedAt.map(resolved::close).orElse(resolved);
    }

    /**
     * Whether a stored ticket began as this row says. One that went on since the import is compared in what cannot have
     * changed.
     */
    boolean began(Ticket stored, CustomerId whose) {
        Ticket made = made(stored.id(), whose).saved();
        if (stored.version() <= made.version()) {
            return stored.equals(made);
        }
        return stored.customer().equals(whose)
                && stored.kind() == kind
                && stored.subject().equals(subject)
                && stored.openedAt().equals(openedAt)
                && (firstResponseAt.isEmpty() || firstResponseAt.equals(stored.firstResponseAt()));
    }

    /** Without the subject. */
    @Override
    public String toString() {
        return "ImportTicket[" + ticket + ", " + kind + ", " + openedAt + "]";
    }

    private static Optional<Instant> toMicros(String field, Optional<Instant> at) {
        return Require.present(field, at).map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
    }

    private static void requireOrder(String before, Optional<Instant> first, String field, Optional<Instant> then) {
        Require.that(
                then.isEmpty() || first.isPresent(), field, "is given without " + before, "give " + before + " too");
        boolean backwards =
                first.isPresent() && then.filter(first.get()::isAfter).isPresent();
        Require.that(!backwards, field, "is before " + before, "give instants in the order in which they came");
    }
}

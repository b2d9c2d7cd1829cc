package io.rapport.crm.quickstart.input;

import io.rapport.crm.quickstart.csv.Column;
import io.rapport.crm.quickstart.csv.CsvLayout;
import io.rapport.crm.quickstart.csv.Row;
import io.rapport.crm.quickstart.csv.ValueTypes;
import io.rapport.crm.ticket.TicketKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A row of {@code tickets.csv}: one request, with the moments it reached so far. */
public record TicketRow(
        long line,
        String ticketId,
        String customerId,
        TicketKind kind,
        String subject,
        Instant openedAt,
        Optional<Instant> firstResponseAt,
        Optional<Instant> resolvedAt,
        Optional<Instant> closedAt) {

    private static final Column<String> TICKET_ID = Column.required("ticket_id", Keys.KEY);
    private static final Column<TicketKind> KIND = Column.required("kind", ValueTypes.oneOf(TicketKind.class));
    private static final Column<String> SUBJECT = Column.required("subject", ValueTypes.text(200));
    private static final Column<Instant> OPENED_AT = Column.required("opened_at", ValueTypes.instant());
    private static final Column<Instant> FIRST_RESPONSE_AT = Column.optional("first_response_at", ValueTypes.instant());
    private static final Column<Instant> RESOLVED_AT = Column.optional("resolved_at", ValueTypes.instant());
    private static final Column<Instant> CLOSED_AT = Column.optional("closed_at", ValueTypes.instant());

    public static final CsvLayout<TicketRow> LAYOUT = CsvLayout.of(
            List.of(TICKET_ID, Keys.CUSTOMER_ID, KIND, SUBJECT, OPENED_AT, FIRST_RESPONSE_AT, RESOLVED_AT, CLOSED_AT),
            TicketRow::from);

    private static TicketRow from(Row row) {
        Instant openedAt = row.get(OPENED_AT);
        Optional<Instant> firstResponseAt = row.find(FIRST_RESPONSE_AT);
        Optional<Instant> resolvedAt = row.find(RESOLVED_AT);
        Optional<Instant> closedAt = row.find(CLOSED_AT);
        if (firstResponseAt.filter(openedAt::isAfter).isPresent()) {
            throw row.refuse(FIRST_RESPONSE_AT, "is before opened_at");
        }
        if (resolvedAt.filter(firstResponseAt.orElse(openedAt)::isAfter).isPresent()) {
            throw row.refuse(RESOLVED_AT, "is before opened_at or first_response_at");
        }
        if (resolvedAt.isPresent() && firstResponseAt.isEmpty()) {
            throw row.refuse(RESOLVED_AT, "needs a first_response_at");
        }
        if (closedAt.isPresent()
                && resolvedAt.filter(at -> !at.isAfter(closedAt.get())).isEmpty()) {
            throw row.refuse(CLOSED_AT, "needs a resolved_at that is not after it");
        }
        return new TicketRow(
                row.line(),
                row.get(TICKET_ID),
                row.get(Keys.CUSTOMER_ID),
                row.get(KIND),
                row.get(SUBJECT),
                openedAt,
                firstResponseAt,
                resolvedAt,
                closedAt);
    }
}

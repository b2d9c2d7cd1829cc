package io.rapport.crm.quickstart.input;

import io.rapport.crm.quickstart.csv.Column;
import io.rapport.crm.quickstart.csv.CsvLayout;
import io.rapport.crm.quickstart.csv.Row;
import io.rapport.crm.quickstart.csv.ValueTypes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A row of {@code customers.csv}: one registered customer. */
public record CustomerRow(
        long line,
        String customerId,
        String name,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> country,
        Instant registeredAt,
        Set<String> tags,
        boolean loyaltyMember) {

    private static final Column<String> NAME = Column.required("name", ValueTypes.text(200));
    private static final Column<String> EMAIL = Column.optional("email", ValueTypes.text(254));
    private static final Column<String> PHONE = Column.optional("phone", ValueTypes.text(40));
    private static final Column<String> COUNTRY = Column.optional("country", ValueTypes.country());
    private static final Column<Instant> REGISTERED_AT = Column.required("registered_at", ValueTypes.instant());
    private static final Column<Set<String>> TAGS = Column.optional("tags", ValueTypes.words());
    private static final Column<Boolean> LOYALTY_MEMBER = Column.optional("loyalty_member", ValueTypes.flag());

    public static final CsvLayout<CustomerRow> LAYOUT = CsvLayout.of(
            List.of(Keys.CUSTOMER_ID, NAME, EMAIL, PHONE, COUNTRY, REGISTERED_AT, TAGS, LOYALTY_MEMBER),
            CustomerRow::from);

    private static CustomerRow from(Row row) {
        return new CustomerRow(
                row.line(),
                row.get(Keys.CUSTOMER_ID),
                row.get(NAME),
                row.find(EMAIL),
                row.find(PHONE),
                row.find(COUNTRY),
                row.get(REGISTERED_AT),
                row.find(TAGS).orElse(Set.of()),
                row.find(LOYALTY_MEMBER).orElse(false));
    }
}

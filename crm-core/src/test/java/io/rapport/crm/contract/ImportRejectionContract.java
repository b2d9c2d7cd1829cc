package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.customer.ContactKey;
import io.rapport.crm.customer.ContactPoint;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.imports.ImportCustomer;
import io.rapport.crm.imports.ImportReport;
import io.rapport.crm.imports.ImportResponse;
import io.rapport.crm.imports.Rejection;
import io.rapport.crm.purchase.Purchase;
import io.rapport.crm.satisfaction.Scale;
import io.rapport.crm.satisfaction.SurveyKind;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Which rows of the host are rejected, each with its line, field and reason, and no other row with it. */
public abstract class ImportRejectionContract extends ImportContract {

    @Test
    void a_row_that_names_two_customers_is_rejected() {
        crm().importer().customers(rows(customer("ann"), customer("bob")));

        ImportReport report = crm().importer()
                .customers(rows(() -> new ImportCustomer(
                        RegisterCustomer.person("Both").with(shop("ann")).with(shop("bob")), MONDAY)));

        assertThat(report.rejections()).extracting(Rejection::field).containsExactly("externalIds");
        assertThat(crm().customers().count()).isEqualTo(2);
    }

    @Test
    void a_taken_contact_key_rejects_its_row_and_no_other() {
        crm().customers().register(RegisterCustomer.person("Cy").with(ContactPoint.email("c3@example.com")));

        ImportReport report = crm().importer()
                .customers(numbered(
                        10,
                        i -> new ImportCustomer(
                                RegisterCustomer.person("Customer " + i)
                                        .with(shop("c" + i))
                                        .with(ContactPoint.email("c" + (i == 7 ? 5 : i) + "@example.com")),
                                LAST_YEAR)));

        assertThat(report.stored()).isEqualTo(8);
        assertThat(report.rejections()).extracting(Rejection::line).containsExactly(4L, 8L);
        assertThat(report.rejections()).extracting(Rejection::field).containsOnly("contactPoints");
        assertThat(report.rejections())
                .noneMatch(rejection -> rejection.reason().contains("example.com"));
        assertThat(crm().customers().count()).isEqualTo(9);
        assertThat(crm().customers().findByContact(ContactKey.email("c5@example.com")))
                .singleElement()
                .satisfies(first -> assertThat(first.externalIds()).containsExactly(shop("c5")));
    }

    @Test
    void a_stored_row_with_other_content_is_rejected() {
        crm().importer().customers(rows(customer("ann")));
        crm().importer().orders(rows(order("o1", "ann", "EUR 12.50")));
        crm().importer().tickets(rows(ticket("t1", "ann", 1)));

        ImportReport orders = crm().importer().orders(rows(order("o1", "ann", "EUR 12.51")));
        ImportReport tickets = crm().importer().tickets(rows(ticket("t1", "ann", 1, 2)));

        assertThat(orders.rejections()).extracting(Rejection::field).containsExactly("externalId");
        assertThat(tickets.rejections()).extracting(Rejection::field).containsExactly("externalId");
        assertThat(crm().purchases().ofCustomer(ann().id(), first()).items())
                .extracting(Purchase::total)
                .containsExactly(Money.parse("EUR 12.50"));
    }

    @Test
    void a_row_that_breaks_a_rule_is_rejected_with_its_line_field_and_reason() {
        crm().importer().customers(rows(customer("ann"), customer("bob")));
        crm().importer().tickets(rows(ticket("bobs", "bob", 1)));

        ImportReport orders = crm().importer()
                .orders(rows(
                        order("o1", "ann", "EUR 1.00"),
                        order("o2", "nobody", "EUR 1.00"),
                        order("o3", "ann", "EUR -1.00"),
                        () -> {
                            throw new InvalidInputException(
                                    "total", "is not a number", "write it with a decimal point");
                        }));
        ImportReport tickets = crm().importer()
                .tickets(rows(
                        ticket("t1", "ann", 2, 1),
                        ticket("t2", "ann", -1),
                        ticket("t3", "ann", 1, 2, 1),
                        () -> importTicket("t4", "ann", Optional.empty(), Optional.of(hours(1)), Optional.empty())));
        ImportReport responses = crm().importer()
                .responses(rows(
                        response("r1", "ann", Optional.of(shop("bobs"))),
                        response("r2", "ann", Optional.of(shop("none"))),
                        () -> new ImportResponse(
                                shop("r3"),
                                shop("ann"),
                                SurveyKind.NPS,
                                Scale.ONE_TO_FIVE,
                                4,
                                Optional.empty(),
                                LAST_YEAR)));

        assertThat(orders.stored()).isEqualTo(1);
        assertThat(orders.rejections())
                .containsExactly(
                        new Rejection("rows.csv", 2, "customer", "is not known: import the customer first"),
                        new Rejection("rows.csv", 3, "total", "is below 0: record a return apart from the order"),
                        new Rejection("rows.csv", 4, "total", "is not a number: write it with a decimal point"));
        assertThat(tickets.rejections())
                .extracting(Rejection::field)
                .containsExactly("resolvedAt", "firstResponseAt", "closedAt", "resolvedAt");
        assertThat(responses.rejections()).extracting(Rejection::field).containsExactly("ticket", "ticket", "scale");
    }

    @Test
    void an_external_id_that_comes_twice_in_a_run_is_rejected_with_its_first_line() {
        crm().importer().customers(rows(customer("ann")));

        ImportReport report = crm().importer()
                .batchSize(2)
                .orders(rows(
                        order("o1", "ann", "EUR 1.00"),
                        order("o1", "ann", "EUR 2.00"),
                        order("o2", "ann", "EUR 3.00"),
                        order("o1", "ann", "EUR 1.00")));

        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.rejections()).extracting(Rejection::line).containsExactly(2L, 4L);
        assertThat(report.rejections()).allSatisfy(rejection -> {
            assertThat(rejection.field()).isEqualTo("externalId");
            assertThat(rejection.reason()).contains("line 1 of rows.csv");
        });
    }

    @Test
    void rejections_are_counted_exactly_and_kept_up_to_a_bound() {
        int rows = ImportReport.MAX_REJECTIONS + 200;

        ImportReport report = crm().importer().orders(numbered(rows, i -> importOrder("o" + i, "nobody", "EUR 1.00")));

        assertThat(report.rejected()).isEqualTo(rows);
        assertThat(report.rejections()).hasSize(ImportReport.MAX_REJECTIONS);
        assertThat(report.rejections().get(ImportReport.MAX_REJECTIONS - 1).line())
                .isEqualTo(ImportReport.MAX_REJECTIONS);
        assertThat(report.complete()).isFalse();
    }
}

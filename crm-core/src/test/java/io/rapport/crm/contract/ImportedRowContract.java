package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.imports.ImportCustomer;
import io.rapport.crm.imports.ImportKind;
import io.rapport.crm.imports.ImportReport;
import io.rapport.crm.interaction.Interaction;
import io.rapport.crm.interaction.Sentiment;
import io.rapport.crm.purchase.Purchase;
import io.rapport.crm.satisfaction.SurveyResponse;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketStatus;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** How rows of the host become customers, tickets and facts, once each. */
public abstract class ImportedRowContract extends ImportContract {

    @Test
    void customers_come_in_with_the_date_on_which_they_became_known() {
        ImportReport report = crm().importer().customers(rows(customer("ann"), customer("bob")));

        Customer ann = ann();
        assertThat(report).isEqualTo(new ImportReport(ImportKind.CUSTOMERS, 2, 2, 0, 0, List.of()));
        assertThat(report.complete()).isTrue();
        assertThat(ann.registeredAt()).isEqualTo(LAST_YEAR);
        assertThat(crm().customers().history(ann.id())).hasSize(1);
        assertThat(crm().customers().count()).isEqualTo(2);
        assertThat(otherCrm().customers().count()).isZero();
    }

    @Test
    void a_customer_who_exists_is_left_as_they_are() {
        crm().importer().customers(rows(customer("ann")));
        Customer tagged = crm().customers().tag(ann().id(), "vip");

        ImportReport again = crm().importer()
                .customers(rows(() -> new ImportCustomer(
                        RegisterCustomer.person("Another name").with(shop("ann")), MONDAY)));

        assertThat(again).isEqualTo(new ImportReport(ImportKind.CUSTOMERS, 1, 0, 1, 0, List.of()));
        assertThat(ann()).isEqualTo(tagged);
    }

    @Test
    void orders_interactions_tickets_and_responses_become_what_their_rows_say() {
        crm().importer().customers(rows(customer("ann")));

        crm().importer().orders(rows(order("o1", "ann", "EUR 12.50")));
        crm().importer().interactions(rows(chat("i1", "ann")));
        crm().importer().tickets(rows(ticket("t1", "ann", 1, 2, 3)));
        crm().importer().responses(rows(response("r1", "ann", Optional.of(shop("t1")))));

        Purchase order =
                crm().purchases().ofCustomer(ann().id(), first()).items().get(0);
        Interaction chat =
                crm().interactions().timeline(ann().id(), first()).items().get(0);
        Ticket ticket = crm().tickets().page(ann().id(), first()).items().get(0);
        SurveyResponse response =
                crm().surveys().ofCustomer(ann().id(), first()).items().get(0);
        assertThat(order.total()).isEqualTo(Money.parse("EUR 12.50"));
        assertThat(order.at()).isEqualTo(LAST_YEAR);
        assertThat(order.recordedAt()).isEqualTo(MONDAY);
        assertThat(chat.sentiment()).contains(Sentiment.POSITIVE);
        assertThat(chat.externalId()).contains(shop("i1"));
        assertThat(ticket.status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(ticket.openedAt()).isEqualTo(LAST_YEAR);
        assertThat(ticket.firstResponseAt()).contains(hours(1));
        assertThat(ticket.resolvedAt()).contains(hours(2));
        assertThat(ticket.closedAt()).contains(hours(3));
        assertThat(crm().tickets().history(ticket.id()))
                .hasExactlyElementsOfTypes(
                        TicketEvent.Opened.class,
                        TicketEvent.StaffReplied.class,
                        TicketEvent.Resolved.class,
                        TicketEvent.Closed.class);
        assertThat(response.ticket()).contains(ticket.id());
        assertThat(response.score()).isEqualTo(9);
    }

    @Test
    void everything_imported_again_is_unchanged() {
        for (int run = 0; run < 2; run++) {
            List<ImportReport> reports = List.of(
                    crm().importer().customers(rows(customer("ann"))),
                    crm().importer().orders(rows(order("o1", "ann", "EUR 12.50"))),
                    crm().importer().interactions(rows(chat("i1", "ann"))),
                    crm().importer().tickets(rows(ticket("t1", "ann", 1, 2, 3))),
                    crm().importer().responses(rows(response("r1", "ann", Optional.of(shop("t1"))))));
            aMinuteLater();

            assertThat(reports).extracting(ImportReport::stored).containsOnly(run == 0 ? 1L : 0L);
            assertThat(reports).extracting(ImportReport::unchanged).containsOnly(run == 0 ? 0L : 1L);
            assertThat(reports).allMatch(ImportReport::complete);
        }
        assertThat(crm().purchases().count()).isEqualTo(1);
        assertThat(crm().tickets().countByStatus())
                .containsOnlyKeys(TicketStatus.CLOSED)
                .containsValue(1L);
    }

    @Test
    void a_ticket_that_went_on_since_is_unchanged() {
        crm().importer().customers(rows(customer("ann")));
        crm().importer().tickets(rows(ticket("t1", "ann", 1)));
        Ticket imported = crm().tickets().page(ann().id(), first()).items().get(0);
        Ticket replied = crm().tickets().customerReply(imported.id(), "And now?");

        ImportReport same = crm().importer().tickets(rows(ticket("t1", "ann", 1)));
        ImportReport other = crm().importer().tickets(rows(ticket("t1", "ann", 2)));

        assertThat(same.unchanged()).isEqualTo(1);
        assertThat(other.rejected()).isEqualTo(1);
        assertThat(crm().tickets().find(imported.id())).contains(replied);
    }

    @Test
    void history_is_not_news_unless_said() {
        crm().importer().customers(rows(customer("ann")));
        crm().importer().orders(rows(order("o1", "ann", "EUR 1.00")));
        crm().importer().tickets(rows(ticket("t1", "ann", 1)));
        assertThat(crm().outbox().size()).isZero();

        crm().importer().announcing(true).orders(rows(order("o1", "ann", "EUR 1.00"), order("o2", "ann", "EUR 1.00")));
        assertThat(crm().outbox().size()).isEqualTo(1);
        crm().importer().announcing(true).tickets(rows(ticket("t2", "ann", 1)));
        assertThat(crm().outbox().size()).isEqualTo(3);
    }
}

package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.customer.ContactKey;
import io.rapport.crm.customer.ContactPoint;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.imports.ImportCustomer;
import io.rapport.crm.imports.ImportInteraction;
import io.rapport.crm.imports.ImportKind;
import io.rapport.crm.imports.ImportOrder;
import io.rapport.crm.imports.ImportProgress;
import io.rapport.crm.imports.ImportReport;
import io.rapport.crm.imports.ImportResponse;
import io.rapport.crm.imports.ImportRow;
import io.rapport.crm.imports.ImportTicket;
import io.rapport.crm.imports.Rejection;
import io.rapport.crm.interaction.Channel;
import io.rapport.crm.interaction.Direction;
import io.rapport.crm.interaction.Initiative;
import io.rapport.crm.interaction.Interaction;
import io.rapport.crm.interaction.Purpose;
import io.rapport.crm.interaction.Sentiment;
import io.rapport.crm.purchase.Purchase;
import io.rapport.crm.satisfaction.Scale;
import io.rapport.crm.satisfaction.SurveyKind;
import io.rapport.crm.satisfaction.SurveyResponse;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** How rows of the host become customers, tickets and facts, once each. */
public abstract class ImportContract extends StoreContract {

    private static final Instant LAST_YEAR = Instant.parse("2025-03-02T09:30:00Z");
    private static final Actor BEA = Actor.of("bea");

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
    void an_import_cut_off_in_the_middle_is_finished_by_running_it_again() {
        crm().importer().customers(rows(customer("ann")));
        Stream<ImportRow<ImportOrder>> cutOff = numbered(25, i -> {
            if (i == 17) {
                throw new IllegalStateException("the disk is gone");
            }
            return importOrder("o" + i, "ann", "EUR 1.00");
        });

        assertThatThrownBy(() -> crm().importer().batchSize(5).orders(cutOff)).hasMessage("the disk is gone");
        assertThat(crm().purchases().count()).isEqualTo(15);

        ImportReport report =
                crm().importer().batchSize(5).orders(numbered(25, i -> importOrder("o" + i, "ann", "EUR 1.00")));
        assertThat(report.unchanged()).isEqualTo(15);
        assertThat(report.stored()).isEqualTo(10);
        assertThat(crm().purchases().count()).isEqualTo(25);
    }

    @Test
    void progress_is_told_after_each_batch_is_committed() {
        crm().importer().customers(rows(customer("ann")));
        List<ImportProgress> told = new ArrayList<>();
        List<Long> committed = new ArrayList<>();

        crm().importer()
                .batchSize(2)
                .listener(progress -> {
                    told.add(progress);
                    committed.add(crm().purchases().count());
                })
                .orders(rows(
                        order("o1", "ann", "EUR 1.00"),
                        order("o2", "ann", "EUR 1.00"),
                        order("o3", "nobody", "EUR 1.00"),
                        order("o4", "ann", "EUR 1.00"),
                        order("o5", "ann", "EUR 1.00")));

        assertThat(told)
                .containsExactly(
                        new ImportProgress(ImportKind.ORDERS, 2, 2, 0, 0),
                        new ImportProgress(ImportKind.ORDERS, 4, 3, 0, 1),
                        new ImportProgress(ImportKind.ORDERS, 5, 4, 0, 1));
        assertThat(committed).containsExactly(2L, 3L, 4L);
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

    @Test
    void an_empty_import_does_nothing() {
        assertThat(crm().importer().customers(Stream.empty()))
                .isEqualTo(new ImportReport(ImportKind.CUSTOMERS, 0, 0, 0, 0, List.of()));
    }

    @Test
    void a_batch_has_from_1_to_10000_rows() {
        for (int size : new int[] {0, -1, 10_001}) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> crm().importer().batchSize(size))
                    .satisfies(refused -> assertThat(refused.field()).isEqualTo("batchSize"));
        }
        assertThat(crm().importer()
                        .batchSize(10_000)
                        .customers(rows(customer("ann")))
                        .stored())
                .isEqualTo(1);
    }

    private Customer ann() {
        return crm().customers().find(shop("ann")).orElseThrow();
    }

    private static PageRequest first() {
        return PageRequest.first(10);
    }

    private static ExternalId shop(String key) {
        return ExternalId.of("shop", key);
    }

    private static Instant hours(int count) {
        return LAST_YEAR.plusSeconds(3600L * count);
    }

    @SafeVarargs
    private static <T> Stream<ImportRow<T>> rows(Supplier<T>... values) {
        return IntStream.range(0, values.length).mapToObj(i -> ImportRow.of("rows.csv", i + 1L, values[i]));
    }

    private static <T> Stream<ImportRow<T>> numbered(int size, IntFunction<T> value) {
        return IntStream.range(0, size).mapToObj(i -> ImportRow.of("rows.csv", i + 1L, () -> value.apply(i)));
    }

    private static Supplier<ImportCustomer> customer(String key) {
        return () ->
                new ImportCustomer(RegisterCustomer.person("Name of " + key).with(shop(key)), LAST_YEAR);
    }

    private static Supplier<ImportOrder> order(String key, String customer, String total) {
        return () -> importOrder(key, customer, total);
    }

    private static ImportOrder importOrder(String key, String customer, String total) {
        return new ImportOrder(shop(key), shop(customer), LAST_YEAR.plusNanos(1), Money.parse(total));
    }

    private static Supplier<ImportInteraction> chat(String key, String customer) {
        return () -> new ImportInteraction(
                shop(key),
                shop(customer),
                Channel.LIVE_CHAT,
                Direction.IN,
                Initiative.REACTIVE,
                Purpose.SERVICE,
                Optional.of(BEA),
                Optional.of("thread"),
                LAST_YEAR,
                Optional.of(hours(1)),
                Optional.of("answered"),
                Optional.of(Sentiment.POSITIVE),
                Optional.of("Hello"));
    }

    private static Supplier<ImportResponse> response(String key, String customer, Optional<ExternalId> ticket) {
        return () ->
                new ImportResponse(shop(key), shop(customer), SurveyKind.NPS, Scale.ZERO_TO_TEN, 9, ticket, LAST_YEAR);
    }

    /** A ticket with its first response, resolution and closing this many hours after the opening, as far as given. */
    private static Supplier<ImportTicket> ticket(String key, String customer, Integer... hours) {
        List<Instant> at = Arrays.stream(hours).map(ImportContract::hours).toList();
        return () -> importTicket(
                key,
                customer,
                at.stream().findFirst(),
                at.stream().skip(1).findFirst(),
                at.stream().skip(2).findFirst());
    }

    private static ImportTicket importTicket(
            String key,
            String customer,
            Optional<Instant> answered,
            Optional<Instant> resolved,
            Optional<Instant> closed) {
        return new ImportTicket(
                shop(key), shop(customer), TicketKind.RETURN, "Broken", LAST_YEAR, answered, resolved, closed, BEA);
    }
}

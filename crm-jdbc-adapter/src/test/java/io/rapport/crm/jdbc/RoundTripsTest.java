package io.rapport.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.Crm;
import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.calendar.WeeklyHours;
import io.rapport.crm.customer.ContactPoint;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.playbook.DraftPlaybook;
import io.rapport.crm.playbook.Procedure;
import io.rapport.crm.playbook.Step;
import io.rapport.crm.playbook.TicketCondition;
import io.rapport.crm.playbook.TicketFacts;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.purchase.RecordPurchase;
import io.rapport.crm.ticket.CompleteStep;
import io.rapport.crm.ticket.FollowUpPolicy;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.returns.LineUnits;
import io.rapport.crm.ticket.returns.RefundLine;
import io.rapport.crm.ticket.returns.RequestReturn;
import io.rapport.crm.ticket.returns.ReturnId;
import io.rapport.crm.ticket.returns.ReturnItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the commands cost on PostgreSQL, in statements executed; a commit counts too. */
class RoundTripsTest {

    private static HikariDataSource pool;
    private static RecordingDataSource dataSource;

    private final Crm crm = Crm.builder()
            .store(JdbcCrmStore.on(dataSource))
            .tenant(TenantId.of("trips-" + UUID.randomUUID()))
            .build();

    @BeforeAll
    static void open() {
        pool = TestDatabase.postgresPool(true);
        dataSource = new RecordingDataSource(pool);
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @BeforeEach
    void forget() {
        dataSource.executed();
    }

    @Test
    void loading_an_aggregate_is_one_round_trip() {
        Customer ann = crm.customers().register(RegisterCustomer.person("Ann"));
        Ticket ticket = crm.tickets().open(OpenTicket.of(ann.id(), TicketKind.QUESTION, "Where is it?"));
        dataSource.executed();

        crm.customers().find(ann.id());
        assertThat(dataSource.executed()).hasSize(1);
        crm.tickets().find(ticket.id());
        assertThat(dataSource.executed()).hasSize(1);
        crm.customers().find(ExternalId.of("shop", "1"));
        assertThat(dataSource.executed()).hasSize(1);
    }

    @Test
    void inserting_an_aggregate_with_keys_events_and_outbox_is_one_round_trip_and_the_commit() {
        crm.customers()
                .register(RegisterCustomer.person("Ann")
                        .with(ContactPoint.email("ann-" + UUID.randomUUID() + "@example.com"))
                        .with(ExternalId.of("shop", "1"))
                        .with(ExternalId.of("erp", "2")));

        assertThat(dataSource.executed()).hasSize(2).last().isEqualTo("commit");
    }

    @Test
    void loading_changing_and_saving_an_aggregate_is_two_round_trips_and_the_commit() {
        Customer ann = crm.customers().register(RegisterCustomer.person("Ann"));
        Ticket ticket = crm.tickets().open(OpenTicket.of(ann.id(), TicketKind.QUESTION, "Where is it?"));
        dataSource.executed();

        crm.tickets().staffReply(ticket.id(), Actor.of("bea"), "On its way");

        assertThat(dataSource.executed()).hasSize(3).last().isEqualTo("commit");
    }

    @Test
    void matching_a_ticket_against_all_playbooks_is_one_round_trip() {
        for (String key : List.of("broken", "lost", "late")) {
            publish(key);
        }
        dataSource.executed();

        assertThat(crm.playbooks().matches(TicketFacts.of("COMPLAINT", 1).saying("Late and broken")))
                .hasSize(2);
        assertThat(dataSource.executed()).hasSize(1);
    }

    @Test
    void opening_a_ticket_reads_the_customer_all_policies_and_all_playbooks_in_one_round_trip_each() {
        Customer ann = crm.customers().register(RegisterCustomer.person("Ann"));
        for (String key : List.of("broken", "lost", "late")) {
            publish(key);
        }
        dataSource.executed();

        crm.tickets().open(OpenTicket.of(ann.id(), TicketKind.QUESTION, "It is broken"));

        assertThat(dataSource.executed()).hasSize(5).last().isEqualTo("commit");
    }

    @Test
    void the_outcomes_of_many_tickets_are_two_round_trips() {
        Customer ann = crm.customers().register(RegisterCustomer.person("Ann"));
        publish("broken");
        Actor bea = Actor.of("bea");
        for (int i = 0; i < 5; i++) {
            Ticket ticket = crm.tickets().open(OpenTicket.of(ann.id(), TicketKind.QUESTION, "It is broken"));
            crm.tickets().start(ticket.id(), bea);
            crm.tickets()
                    .playbooks()
                    .completeStep(CompleteStep.of(
                            ticket.id(), ticket.playbooks().get(0).ref(), "call", bea));
            crm.tickets().resolve(ticket.id(), Resolution.of("done", ""), bea);
        }
        BusinessCalendar always = BusinessCalendar.builder(CalendarId.of("always"), "UTC")
                .weekly(WeeklyHours.roundTheClock())
                .build();
        dataSource.executed();

        assertThat(crm.tickets()
                        .playbooks()
                        .outcomes(
                                Instant.EPOCH,
                                Instant.parse("2999-01-01T00:00:00Z"),
                                always,
                                ticket -> Optional.empty())
                        .result())
                .hasSize(1);
        assertThat(dataSource.executed()).hasSize(2);
    }

    @Test
    void scheduling_a_follow_up_and_a_survey_with_a_resolution_is_three_round_trips_more() {
        Crm asking = Crm.builder()
                .store(JdbcCrmStore.on(dataSource))
                .tenant(crm.tenant())
                .followUpPolicy(FollowUpPolicy.of(Duration.ofHours(8), CalendarId.of("always"))
                        .everybody()
                        .surveying(Duration.ofHours(1)))
                .build();
        Actor bea = Actor.of("bea");
        crm.calendars()
                .define(
                        BusinessCalendar.builder(CalendarId.of("always"), "UTC")
                                .weekly(WeeklyHours.roundTheClock())
                                .build(),
                        bea);
        Customer ann = crm.customers().register(RegisterCustomer.person("Ann"));
        Ticket with = crm.tickets().open(OpenTicket.of(ann.id(), TicketKind.QUESTION, "Where is it?"));
        Ticket without = crm.tickets().open(OpenTicket.of(ann.id(), TicketKind.QUESTION, "Where is it?"));
        crm.tickets().start(with.id(), bea);
        crm.tickets().start(without.id(), bea);
        dataSource.executed();

        crm.tickets().resolve(without.id(), Resolution.of("answered", ""), bea);
        assertThat(dataSource.executed()).hasSize(3).last().isEqualTo("commit");
        asking.tickets().resolve(with.id(), Resolution.of("answered", ""), bea);
        assertThat(dataSource.executed()).hasSize(6).last().isEqualTo("commit");
    }

    private void publish(String key) {
        Procedure procedure = Procedure.of(Step.mandatory("call", "Call the customer", "agent"))
                .matching(TicketCondition.any().keyword(key));
        crm.playbooks()
                .publish(
                        crm.playbooks()
                                .draft(DraftPlaybook.of(key, key, procedure))
                                .id(),
                        Actor.of("bea"));
    }

    @Test
    void refunding_is_two_locks_a_look_at_the_key_three_writes_and_the_commit() {
        Customer ann = crm.customers().register(RegisterCustomer.person("Ann"));
        PurchaseId order = crm.purchases()
                .record(RecordPurchase.of(ann.id(), ExternalId.of("shop", "order-1"), Money.parse("EUR 49.90")))
                .id();
        ReturnId id = crm.returns()
                .request(RequestReturn.of(ann.id(), ReturnItem.of(order, 0, 1, "broken")))
                .id();
        LineUnits one = LineUnits.of(0, 1);
        crm.returns().approve(id, one, Actor.of("bea"));
        dataSource.executed();

        crm.returns()
                .refund(RefundLine.of(id, one, CommandKey.of("refund-1"), Actor.of("bea"))
                        .keepingGoods());

        assertThat(dataSource.executed()).hasSize(7).last().isEqualTo("commit");
    }

    @Test
    void a_step_of_a_return_is_a_lock_a_save_and_the_commit() {
        Customer ann = crm.customers().register(RegisterCustomer.person("Ann"));
        PurchaseId order = crm.purchases()
                .record(RecordPurchase.of(ann.id(), ExternalId.of("shop", "order-1"), Money.parse("EUR 49.90")))
                .id();
        ReturnId id = crm.returns()
                .request(RequestReturn.of(ann.id(), ReturnItem.of(order, 0, 1, "broken")))
                .id();
        dataSource.executed();

        crm.returns().approve(id, LineUnits.of(0, 1), Actor.of("bea"));

        assertThat(dataSource.executed()).hasSize(3).last().isEqualTo("commit");
    }
}

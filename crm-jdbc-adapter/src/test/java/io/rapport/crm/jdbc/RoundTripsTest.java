package io.rapport.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.Crm;
import io.rapport.crm.contract.SettableClock;
import io.rapport.crm.customer.ContactPoint;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.loyalty.CommitHold;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.ExpiryPolicy;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.Program;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.RedeemPoints;
import io.rapport.crm.loyalty.Reservation;
import io.rapport.crm.loyalty.ReservePoints;
import io.rapport.crm.loyalty.TransferPoints;
import io.rapport.crm.playbook.DraftPlaybook;
import io.rapport.crm.playbook.Procedure;
import io.rapport.crm.playbook.Step;
import io.rapport.crm.playbook.TicketCondition;
import io.rapport.crm.playbook.TicketFacts;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the commands cost on PostgreSQL, in statements executed; a commit counts too. */
class RoundTripsTest {

    private static HikariDataSource pool;
    private static RecordingDataSource dataSource;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:30:00Z"));

    private final Crm crm = Crm.builder()
            .clock(clock)
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
            Procedure procedure = Procedure.of(Step.mandatory("call", "Call the customer", "agent"))
                    .matching(TicketCondition.any().keyword(key));
            crm.playbooks()
                    .publish(
                            crm.playbooks()
                                    .draft(DraftPlaybook.of(key, key, procedure))
                                    .id(),
                            Actor.of("bea"));
        }
        dataSource.executed();

        assertThat(crm.playbooks().matches(TicketFacts.of("COMPLAINT", 1).saying("Late and broken")))
                .hasSize(2);
        assertThat(dataSource.executed()).hasSize(1);
    }

    @Test
    void redeeming_points_is_a_lock_a_save_and_the_commit() {
        Customer ann = crm.customers().register(RegisterCustomer.person("Ann"));
        LoyaltyAccount club = crm.loyalty().enrol(EnrolCustomer.of(ann.id(), ProgramId.of("club")));
        crm.loyalty().earn(EarnPoints.of(club.id(), 100, CommandKey.of("order-1:earn")));
        dataSource.executed();

        crm.loyalty().redeem(RedeemPoints.of(club.id(), 40, CommandKey.of("order-2:redeem")));

        assertThat(dataSource.executed()).hasSize(3).last().isEqualTo("commit");
    }

    @Test
    void redeeming_from_many_lots_what_fell_due_included_takes_no_more_round_trips() {
        crm.programs()
                .define(
                        Program.builder(ProgramId.of("club"), ZoneOffset.UTC)
                                .expiry(ExpiryPolicy.afterDays(30))
                                .build(),
                        Actor.SYSTEM);
        LoyaltyAccount club = enrolled("club");
        for (int i = 0; i < 20; i++) {
            crm.loyalty()
                    .earn(EarnPoints.of(club.id(), 10, CommandKey.of("order-" + i))
                            .at(clock.instant().minus(Duration.ofDays(i))));
        }
        clock.move(Duration.ofDays(15));
        dataSource.executed();

        crm.loyalty().redeem(RedeemPoints.of(club.id(), 95, CommandKey.of("redeem")));

        assertThat(dataSource.executed()).hasSize(3).last().isEqualTo("commit");
        assertThat(crm.loyalty().find(club.id()).orElseThrow().totals().expired())
                .isEqualTo(40);
        assertThat(crm.loyalty().verify(club.id()).discrepancies()).isEmpty();
    }

    @Test
    void a_hold_its_commit_and_a_repeated_command_take_few_round_trips() {
        LoyaltyAccount club = enrolled("club");
        crm.loyalty().earn(EarnPoints.of(club.id(), 100, CommandKey.of("earn")));
        dataSource.executed();

        Reservation hold = crm.loyalty().reserve(ReservePoints.of(club.id(), 100, CommandKey.of("hold")));
        assertThat(dataSource.executed()).hasSize(3);
        crm.loyalty()
                .commit(CommitHold.of(club.id(), hold.hold(), CommandKey.of("commit"))
                        .only(30));
        assertThat(dataSource.executed()).hasSize(3);
        crm.loyalty()
                .commit(CommitHold.of(club.id(), hold.hold(), CommandKey.of("commit"))
                        .only(30));
        assertThat(dataSource.executed()).hasSize(3);
    }

    @Test
    void a_balance_is_one_round_trip() {
        LoyaltyAccount club = enrolled("club");
        crm.loyalty().earn(EarnPoints.of(club.id(), 100, CommandKey.of("earn")));
        dataSource.executed();

        crm.loyalty().balance(club.id());

        assertThat(dataSource.executed()).hasSize(1);
    }

    @Test
    void a_transfer_is_two_locks_two_saves_and_the_commit() {
        LoyaltyAccount ann = enrolled("club");
        LoyaltyAccount bob = enrolled("club");
        crm.loyalty().earn(EarnPoints.of(ann.id(), 100, CommandKey.of("earn")));
        dataSource.executed();

        crm.loyalty().transfer(TransferPoints.of(ann.id(), bob.id(), 40, CommandKey.of("gift")));

        assertThat(dataSource.executed()).hasSize(5).last().isEqualTo("commit");
    }

    private LoyaltyAccount enrolled(String program) {
        Customer customer = crm.customers().register(RegisterCustomer.person("Ann"));
        return crm.loyalty().enrol(EnrolCustomer.of(customer.id(), ProgramId.of(program)));
    }
}

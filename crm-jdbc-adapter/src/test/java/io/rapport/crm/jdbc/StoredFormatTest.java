package io.rapport.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.Crm;
import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.calendar.WeeklyHours;
import io.rapport.crm.contract.SettableClock;
import io.rapport.crm.customer.ContactPoint;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.interaction.Channel;
import io.rapport.crm.interaction.Purpose;
import io.rapport.crm.interaction.RecordInteraction;
import io.rapport.crm.jdbc.internal.StoredNames;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.playbook.DraftPlaybook;
import io.rapport.crm.playbook.Guard;
import io.rapport.crm.playbook.Playbook;
import io.rapport.crm.playbook.Procedure;
import io.rapport.crm.playbook.Step;
import io.rapport.crm.playbook.TicketCondition;
import io.rapport.crm.purchase.PurchaseLine;
import io.rapport.crm.purchase.RecordPurchase;
import io.rapport.crm.staff.Certification;
import io.rapport.crm.staff.CertificationGrant;
import io.rapport.crm.staff.Course;
import io.rapport.crm.staff.DefineCourse;
import io.rapport.crm.staff.EmployeeId;
import io.rapport.crm.staff.RegisterEmployee;
import io.rapport.crm.staff.RevokeCertification;
import io.rapport.crm.staff.Skill;
import io.rapport.crm.staff.Staff;
import io.rapport.crm.staff.StateRequirement;
import io.rapport.crm.staff.Task;
import io.rapport.crm.staff.Validity;
import io.rapport.crm.ticket.FollowUpPolicy;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.WaitingFor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What stands in the database, which later versions of the library must still read. */
class StoredFormatTest {

    private static final Instant START = Instant.parse("2026-03-02T09:30:00.123456Z");
    private static final Actor BEA = Actor.of("bea");

    private static final Procedure PROCEDURE = Procedure.of(
                    Step.mandatory("photo", "Ask for a picture", "agent").within(Duration.ofMinutes(90)),
                    Step.optional("chief", "Call", "head")
                            .when(Guard.when(TicketCondition.any().demanding().priorityAtLeast(3))
                                    .andOnce("photo")))
            .matching(TicketCondition.any().keyword("broken"));

    private final TenantId tenant = TenantId.of("stored-" + UUID.randomUUID());
    private long lastId;

    @Test
    void the_payloads_of_stored_events_do_not_change() throws Exception {
        try (HikariDataSource dataSource = TestDatabase.h2Pool(true)) {
            Crm crm = crm(dataSource);
            Customer ann = crm.customers()
                    .register(RegisterCustomer.person("Ann")
                            .with(ContactPoint.email("Ann@Example.com"))
                            .with(ExternalId.of("shop", "17"))
                            .in(Locale.forLanguageTag("zh-Hant-TW"))
                            .in(ZoneId.of("Asia/Taipei")));
            Ticket ticket = crm.tickets().open(OpenTicket.of(ann.id(), TicketKind.COMPLAINT, "Broken"));
            crm.tickets().staffReply(ticket.id(), Actor.of("bea"), "Sorry");
            crm.tickets().resolve(ticket.id(), Resolution.of("replaced", "Sent anew"), Actor.of("bea"));
            crm.interactions().record(RecordInteraction.reactive(ann.id(), Channel.PHONE, Purpose.SERVICE));
            crm.purchases()
                    .record(RecordPurchase.of(ann.id(), ExternalId.of("shop", "o-1"), Money.parse("EUR 10.50"))
                            .with(PurchaseLine.of("sku", 2, Money.parse("EUR 10.50"))));
            LoyaltyAccount club = crm.loyalty().enrol(EnrolCustomer.of(ann.id(), ProgramId.of("club")));
            crm.loyalty().earn(EarnPoints.of(club.id(), 10, CommandKey.of("o-1")));
            train(crm.staff());

            Playbook broken = crm.playbooks().draft(DraftPlaybook.of("broken", "Broken", PROCEDURE));
            crm.playbooks().publish(broken.id(), Actor.of("bea"));

            StoredTickets.handle(crm, ticket.id(), START);
            StoredReturns.takeBack(crm, ann.id(), ticket.id());
            crm.calendars()
                    .define(
                            BusinessCalendar.builder(CalendarId.of("always"), "UTC")
                                    .weekly(WeeklyHours.roundTheClock())
                                    .build(),
                            BEA);
            FollowUpPolicy asking = FollowUpPolicy.of(Duration.ofHours(8), CalendarId.of("always"))
                    .everybody()
                    .surveying(Duration.ZERO);
            StoredTickets.care(crm(dataSource, Optional.of(asking)), ann.id());
            StoredPoints.collect(crm, club.id(), START);
            StoredRewards.give(crm, club.id(), START);

            StoredPoints.earnByRules(crm, ann.id());
            StoredHouseholds.share(crm);
            StoredRewards.giveBack(crm);
            StoredPoints.reinstate(crm, club.id());
            StoredPoints.redeemAutomatically(crm, club.id());
            assertThat(payloads(dataSource)).isEqualTo(pinned());
        }
    }

    @Test
    void every_stored_payload_is_still_read() throws IOException {
        for (String line : pinned()) {
            String name = line.substring(0, line.indexOf(' '));
            String payload = line.substring(line.indexOf(' ') + 1).replace("<id>", new UUID(0, 1).toString());

            assertThat(StoredNames.payload(StoredNames.event(name, payload))).isEqualTo(payload);
        }
    }

    @Test
    void what_tickets_stored_before_they_knew_more_is_still_read() {
        String at = "\"at\":\"2026-03-02T09:30:00.123456Z\"}";

        assertThat(StoredNames.event(
                        "ticket.Parked", "{\"waitingFor\":\"CUSTOMER\",\"staff\":{\"value\":\"bea\"}," + at))
                .isEqualTo(new TicketEvent.Parked(WaitingFor.CUSTOMER, Optional.empty(), BEA, START));
        assertThat(StoredNames.event("ticket.CustomerReplied", "{\"message\":\"Hello?\"," + at))
                .isEqualTo(new TicketEvent.CustomerReplied("Hello?", START));
        assertThat(StoredNames.event("ticket.Resumed", "{\"staff\":{\"value\":\"bea\"}," + at))
                .isEqualTo(new TicketEvent.Resumed(BEA, START));
        assertThat(StoredNames.event("ticket.Reopened", "{\"reason\":\"Broken\"," + at))
                .isEqualTo(new TicketEvent.Reopened("Broken", START));
        assertThat(StoredNames.event("ticket.Closed", "{" + at)).isEqualTo(new TicketEvent.Closed(START));
    }

    @Test
    void instants_are_stored_in_utc_to_the_microsecond_whatever_the_zone_of_the_jvm() throws SQLException {
        TimeZone usual = TimeZone.getDefault();
        try (HikariDataSource h2 = TestDatabase.h2Pool(true);
                HikariDataSource postgres = TestDatabase.postgresPool(true)) {
            for (HikariDataSource dataSource : List.of(h2, postgres)) {
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                Customer ann = crm(dataSource).customers().register(RegisterCustomer.person("Ann"));
                TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));

                assertThat(crm(dataSource).customers().find(ann.id())).contains(ann);
                assertThat(one(
                                dataSource,
                                "SELECT CAST(EXTRACT(EPOCH FROM registered_at) * 1000000 AS BIGINT) FROM crm_customer"
                                        + " WHERE id = '" + ann.id().value() + "' AND tenant = '" + tenant.value()
                                        + "'"))
                        .isEqualTo(String.valueOf(START.getEpochSecond() * 1_000_000 + 123_456));
                TimeZone.setDefault(usual);
            }
        } finally {
            TimeZone.setDefault(usual);
        }
    }

    private static void train(Staff staff) {
        Certification complaints = Certification.of("complaints");
        LocalDate day = LocalDate.of(2023, 2, 20);
        staff.requirements()
                .state(StateRequirement.of(Task.COMPLAINT, Set.of(complaints)).on("phone"));
        Course course = staff.courses()
                .define(DefineCourse.titled("Handling complaints")
                        .certifying(CertificationGrant.of(complaints)
                                .valid(Validity.of(Period.ofMonths(12)).renewableInTheLast(30)))
                        .teaching(Skill.of("returns").at(3)));
        EmployeeId bea = staff.register(RegisterEmployee.of(Actor.of("bea"), "office", 12)
                        .as("support")
                        .with(Skill.of("returns").at(2)))
                .id();
        staff.assign(bea, course.id(), day);
        staff.complete(bea, course.id(), day);
        staff.complete(bea, course.id(), day.plusMonths(11).plusDays(15));
        staff.revoke(bea, RevokeCertification.of(complaints, day.plusMonths(13), "Broke the rules"));
    }

    private Crm crm(HikariDataSource dataSource) {
        return crm(dataSource, Optional.empty());
    }

    private Crm crm(HikariDataSource dataSource, Optional<FollowUpPolicy> asking) {
        Crm.Builder builder = Crm.builder();
        asking.ifPresent(builder::followUpPolicy);
        return builder.store(JdbcCrmStore.on(dataSource))
                .tenant(tenant)
                .clock(new SettableClock(START))
                .ids(() -> {
                    lastId++;
                    return new UUID(1, lastId);
                })
                .build();
    }

    private static List<String> pinned() throws IOException {
        try (InputStream text = StoredFormatTest.class.getResourceAsStream("stored-payloads.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static List<String> payloads(HikariDataSource dataSource) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT e.family, e.event_type, e.payload FROM crm_outbox o JOIN crm_event e"
                                + " ON e.aggregate_id = o.aggregate_id AND e.family = o.family"
                                + " AND e.sequence_no = o.sequence_no ORDER BY o.position_no")) {
            while (rows.next()) {
                found.add(rows.getString(1) + "." + rows.getString(2) + " "
                        + rows.getString(3).replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "<id>"));
            }
        }
        return found;
    }

    private static String one(HikariDataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}

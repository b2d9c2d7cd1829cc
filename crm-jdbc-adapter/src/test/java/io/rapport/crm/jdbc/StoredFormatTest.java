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
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.HandleCustomer;
import io.rapport.crm.customer.HandlingProfile;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.customer.RequiredSkill;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.interaction.Channel;
import io.rapport.crm.interaction.Purpose;
import io.rapport.crm.interaction.RecordInteraction;
import io.rapport.crm.jdbc.internal.StoredNames;
import io.rapport.crm.loyalty.ActivatePoints;
import io.rapport.crm.loyalty.AdjustPoints;
import io.rapport.crm.loyalty.ClawbackPolicy;
import io.rapport.crm.loyalty.CommitHold;
import io.rapport.crm.loyalty.EarnByRules;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.ExpiryPolicy;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyAccounts;
import io.rapport.crm.loyalty.Program;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.RedeemPoints;
import io.rapport.crm.loyalty.Redemption;
import io.rapport.crm.loyalty.RefundOrder;
import io.rapport.crm.loyalty.ReservePoints;
import io.rapport.crm.loyalty.RestorePoints;
import io.rapport.crm.loyalty.TransferPoints;
import io.rapport.crm.loyalty.earning.CapPeriod;
import io.rapport.crm.loyalty.earning.EarningActivity;
import io.rapport.crm.loyalty.earning.EarningCap;
import io.rapport.crm.loyalty.earning.EarningRules;
import io.rapport.crm.loyalty.earning.OrderLine;
import io.rapport.crm.loyalty.earning.PointsRule;
import io.rapport.crm.loyalty.earning.Selection;
import io.rapport.crm.playbook.DraftPlaybook;
import io.rapport.crm.playbook.Guard;
import io.rapport.crm.playbook.Playbook;
import io.rapport.crm.playbook.Procedure;
import io.rapport.crm.playbook.Step;
import io.rapport.crm.playbook.TicketCondition;
import io.rapport.crm.playbook.VersionRef;
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
import io.rapport.crm.ticket.AssessComplaint;
import io.rapport.crm.ticket.Assignment;
import io.rapport.crm.ticket.ComplaintOutcome;
import io.rapport.crm.ticket.ComplaintSeverity;
import io.rapport.crm.ticket.CompleteFollowUp;
import io.rapport.crm.ticket.CompleteStep;
import io.rapport.crm.ticket.DecideComplaint;
import io.rapport.crm.ticket.FollowUpId;
import io.rapport.crm.ticket.FollowUpOutcome;
import io.rapport.crm.ticket.FollowUpPolicy;
import io.rapport.crm.ticket.MergeTickets;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Remedy;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.SkipStep;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketImpact;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketLink;
import io.rapport.crm.ticket.TicketPlaybooks;
import io.rapport.crm.ticket.TicketPriority;
import io.rapport.crm.ticket.Tickets;
import io.rapport.crm.ticket.Triage;
import io.rapport.crm.ticket.WaitingFor;
import io.rapport.crm.ticket.WaiveFollowUp;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
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
    private static final Actor CID = Actor.of("cid");

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

            handle(crm, ticket.id());
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
            care(crm(dataSource, Optional.of(asking)), ann.id());
            collect(crm, club.id());
            StoredRewards.give(crm, club.id(), START);

            byRules(crm, ann.id());
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

    /** Everything else that happens to points. */
    private static void collect(Crm crm, LoyaltyAccountId id) {
        LoyaltyAccounts loyalty = crm.loyalty();
        crm.programs()
                .define(
                        Program.builder(ProgramId.of("club"), ZoneId.of("Europe/Berlin"))
                                .expiry(ExpiryPolicy.afterMonths(12))
                                .activation(Period.ofDays(14))
                                .clawback(ClawbackPolicy.debt(5))
                                .costPerPoint(new BigDecimal("0.01"))
                                .build(),
                        BEA);
        loyalty.earn(EarnPoints.of(id, 20, CommandKey.of("o-2")).forOrder("o-2", 2000));
        loyalty.activate(ActivatePoints.of(id, "o-2", CommandKey.of("sent")));
        long hold =
                loyalty.reserve(ReservePoints.of(id, 5, CommandKey.of("hold"))).hold();
        loyalty.commit(CommitHold.of(id, hold, CommandKey.of("paid")).only(3));
        Redemption redemption = loyalty.redeem(RedeemPoints.of(id, 4, CommandKey.of("spent")));
        loyalty.restore(RestorePoints.of(id, redemption.sequence(), CommandKey.of("cancelled")));
        loyalty.adjust(AdjustPoints.up(id, 2, CommandKey.of("sorry"), "was rude", BEA));
        loyalty.adjust(AdjustPoints.down(id, 1, CommandKey.of("oops"), "one too many", BEA));
        loyalty.earn(EarnPoints.of(id, 7, CommandKey.of("o-0"))
                .at(START.minusSeconds(3_000_000))
                .expiring(START.minusSeconds(1)));
        CustomerId bob =
                crm.customers().register(RegisterCustomer.person("Bob")).id();
        LoyaltyAccountId bobs =
                loyalty.enrol(EnrolCustomer.of(bob, ProgramId.of("club"))).id();
        loyalty.transfer(TransferPoints.of(id, bobs, 15, CommandKey.of("gift")));
        loyalty.refund(RefundOrder.whole(id, "o-2", CommandKey.of("returned")));
        loyalty.adjust(AdjustPoints.up(id, 9, CommandKey.of("kind"), "birthday", BEA));
    }

    private static void byRules(Crm crm, CustomerId ann) {
        ProgramId miles = ProgramId.of("miles");
        crm.programs()
                .define(
                        Program.builder(miles, ZoneId.of("Europe/Berlin"))
                                .earning(EarningRules.builder()
                                        .rules(
                                                PointsRule.perAmount("base", BigDecimal.ONE, Money.parse("EUR 1")),
                                                PointsRule.multiplier("tea week", new BigDecimal("1.5"))
                                                        .on(Selection.categories("tea")))
                                        .caps(EarningCap.trim("day", CapPeriod.DAY, 25))
                                        .build())
                                .build(),
                        BEA);
        LoyaltyAccountId id = crm.loyalty().enrol(EnrolCustomer.of(ann, miles)).id();
        EarningActivity order = EarningActivity.order(
                        OrderLine.of("assam", 2, Money.parse("EUR 20.50")).category("tea"))
                .less(Money.parse("EUR 0.25"));
        crm.loyalty()
                .earning()
                .earn(EarnByRules.of(id, order, CommandKey.of("m-1")).forOrder("m-1"));
    }

    /** Everything else that happens to a resolved complaint. */
    private void handle(Crm crm, TicketId broken) {
        Tickets tickets = crm.tickets();
        CustomerId ann = tickets.find(broken).orElseThrow().customer();
        tickets.confirm(broken);
        TicketId id = tickets.open(OpenTicket.of(ann, TicketKind.COMPLAINT, "Rude")
                        .sorted(Triage.STANDARD
                                .priority(TicketPriority.HIGH)
                                .category("staff")
                                .tagged("vip")))
                .id();
        tickets.assign(id, Assignment.to(BEA).in("first line"), BEA);
        tickets.changePriority(id, TicketPriority.URGENT, BEA);
        tickets.changeImpact(id, TicketImpact.HIGH, BEA);
        tickets.changeCategory(id, Optional.empty(), BEA);
        tickets.tag(id, "fragile", BEA);
        tickets.untag(id, "vip", BEA);
        tickets.watch(id, CID, BEA);
        tickets.unwatch(id, CID, BEA);
        tickets.link(id, TicketLink.related(broken), BEA);
        tickets.unlink(id, TicketLink.related(broken), BEA);
        tickets.automaticMessage(id, Actor.of("bot"), "We got it");
        tickets.note(id, BEA, "Ask him");
        tickets.start(id, BEA);
        tickets.park(id, WaitingFor.CUSTOMER, START.plusSeconds(60), BEA);
        tickets.customerMessage(id, "It was Cid");
        tickets.logCall(id, BEA, "Listened");
        tickets.park(id, WaitingFor.THIRD_PARTY, BEA);
        tickets.resume(id, BEA);
        tickets.complaints()
                .assess(AssessComplaint.of(id, ComplaintSeverity.SERIOUS, BEA)
                        .about(CID)
                        .causedBy("rudeness"));
        tickets.complaints()
                .decide(DecideComplaint.of(id, ComplaintOutcome.PARTLY, BEA, Remedy.VOUCHER, Remedy.APOLOGY));
        tickets.complaints().appeal(id, "Not fair");
        TicketId target =
                tickets.open(OpenTicket.of(ann, TicketKind.COMPLAINT, "Again")).id();
        tickets.merge(MergeTickets.of(id, target, BEA));
        tickets.cancel(target, "Test", BEA);
        TicketId followUp = tickets.customerMessage(target, "No test").id();
        tickets.start(followUp, BEA);
        tickets.save(tickets.schedule(followUp, START.plusSeconds(60), BEA).wake(START.plusSeconds(90)));
        tickets.resolve(followUp, Resolution.of("explained", ""), Actor.of("eve"));
        tickets.reopen(followUp, "Not understood");
    }

    /** Everything that happens because a customer needs special care. */
    private static void care(Crm crm, CustomerId ann) {
        Triage urgent = Triage.STANDARD.priority(TicketPriority.URGENT);
        crm.tickets().open(OpenTicket.of(ann, TicketKind.QUESTION, "A question").saying("Is it BROKEN?"));
        crm.customers()
                .handle(
                        ann,
                        HandleCustomer.of(
                                HandlingProfile.STANDARD
                                        .tier("gold")
                                        .demanding("Was passed around")
                                        .playbook("broken")
                                        .skill(RequiredSkill.of("patience", 4)),
                                BEA));
        Ticket ticket = crm.tickets()
                .open(OpenTicket.of(ann, TicketKind.QUESTION, "Hello?").sorted(urgent));
        VersionRef version = ticket.playbooks().get(0).ref();
        TicketPlaybooks playbooks = crm.tickets().playbooks();
        playbooks.completeStep(
                CompleteStep.of(ticket.id(), version, "photo", BEA).noting("Two of them"));
        playbooks.skipStep(SkipStep.of(ticket.id(), version, "chief", "He is ill", BEA));
        ask(crm, ann, ticket.id());
    }

    /** Everything that happens after a resolution. */
    private static void ask(Crm crm, CustomerId ann, TicketId id) {
        Tickets tickets = crm.tickets();
        tickets.start(id, BEA);
        tickets.resolve(id, Resolution.of("replaced", ""), BEA);
        tickets.tick(1);
        tickets.reopen(id, "Broken again");
        tickets.resolve(id, Resolution.of("replaced", ""), BEA);
        FollowUpId mandatory = tickets.followUps().ofTicket(id).get(1).id();
        tickets.followUps().reassign(mandatory, CID, BEA);
        tickets.followUps()
                .complete(CompleteFollowUp.of(mandatory, FollowUpOutcome.NEEDS_MET, CID)
                        .noting("Very happy"));
        crm.customers().handle(ann, HandleCustomer.of(HandlingProfile.STANDARD, BEA));
        TicketId standard =
                tickets.open(OpenTicket.of(ann, TicketKind.QUESTION, "Hello?")).id();
        tickets.start(standard, BEA);
        tickets.resolve(standard, Resolution.of("answered", ""), BEA);
        FollowUpId optional = tickets.followUps().ofTicket(standard).get(0).id();
        tickets.followUps().waive(WaiveFollowUp.of(optional, "Moved away", BEA));
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

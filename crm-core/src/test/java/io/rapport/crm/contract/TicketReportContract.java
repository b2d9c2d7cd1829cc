package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.ticket.AssessComplaint;
import io.rapport.crm.ticket.Assignment;
import io.rapport.crm.ticket.AttainmentReport;
import io.rapport.crm.ticket.ComplaintClocks;
import io.rapport.crm.ticket.ComplaintOutcome;
import io.rapport.crm.ticket.ComplaintSeverity;
import io.rapport.crm.ticket.DecideComplaint;
import io.rapport.crm.ticket.IdleWait;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Remedy;
import io.rapport.crm.ticket.ServicePolicy;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketPriority;
import io.rapport.crm.ticket.Triage;
import io.rapport.crm.ticket.WaitingFor;
import io.rapport.crm.ticket.sla.Attainment;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.Target;
import io.rapport.crm.ticket.sla.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How promises were kept over many tickets, and the deadlines of complaints. */
public abstract class TicketReportContract extends OfficeContract {

    private static final Actor CID = Actor.of("cid");

    @BeforeEach
    void aPolicy() {
        crm.servicePolicies()
                .define(
                        ServicePolicy.builder("all", OFFICE)
                                .promise(Metric.FIRST_RESPONSE, Target.of(Duration.ofHours(1)))
                                .complaints(Target.of(Duration.ofHours(4)), Target.ofBusinessDays(3))
                                .build(),
                        BEA);
    }

    @Test
    void attainment_is_told_by_month_team_and_priority_in_business_time() {
        answered("first line", TicketPriority.NORMAL, Duration.ofMinutes(30));
        answered("first line", TicketPriority.NORMAL, Duration.ofMinutes(90));
        answered("second line", TicketPriority.URGENT, Duration.ofMinutes(50));
        TicketId ended = opened(TicketPriority.URGENT);
        tickets.cancel(ended, "Spam", BEA);
        clock.set(Instant.parse("2026-03-31T23:30:00Z"));
        opened(TicketPriority.NORMAL);
        clock.set(Instant.parse("2026-04-01T09:10:00Z"));

        AttainmentReport report = report(monday("00:00"), Instant.parse("2026-05-01T00:00:00Z"), ZoneOffset.UTC);

        Attainment all = report.of(Metric.FIRST_RESPONSE);
        assertThat(all.met()).isEqualTo(2);
        assertThat(all.breached()).isEqualTo(1);
        assertThat(all.open()).isEqualTo(1);
        assertThat(all.median()).contains(Duration.ofMinutes(50));
        assertThat(all.percentile90()).contains(Duration.ofMinutes(90));
        assertThat(report.by(AttainmentReport.Group::team, Metric.FIRST_RESPONSE))
                .hasEntrySatisfying(
                        "first line", team -> assertThat(team.share()).hasValue(0.5))
                .hasEntrySatisfying(
                        "second line", team -> assertThat(team.share()).hasValue(1.0))
                .hasEntrySatisfying("", team -> assertThat(team.share()).isEmpty());
        assertThat(report.by(AttainmentReport.Group::priority, Metric.FIRST_RESPONSE)
                        .get(TicketPriority.URGENT)
                        .met())
                .isEqualTo(1);
        assertThat(report.by(AttainmentReport.Group::month, Metric.FIRST_RESPONSE))
                .containsOnlyKeys(YearMonth.of(2026, 3));
        assertThat(report(monday("00:00"), Instant.parse("2026-05-01T00:00:00Z"), ZoneId.of("Europe/Zagreb"))
                        .by(AttainmentReport.Group::month, Metric.FIRST_RESPONSE))
                .containsOnlyKeys(YearMonth.of(2026, 3), YearMonth.of(2026, 4));
    }

    @Test
    void a_report_counts_the_tickets_that_were_opened_in_its_time_its_end_excluded() {
        opened(TicketPriority.NORMAL);
        clock.set(monday("10:00"));
        opened(TicketPriority.NORMAL);

        assertThat(report(monday("09:00"), monday("10:00"), ZoneOffset.UTC)
                        .of(Metric.FIRST_RESPONSE)
                        .open())
                .isEqualTo(1);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> report(monday("09:00"), monday("09:00"), ZoneOffset.UTC));
    }

    @Test
    void tickets_that_were_parked_while_the_customer_was_waiting_are_reported() {
        TicketId id = opened(TicketPriority.NORMAL);
        tickets.start(id, BEA);
        tickets.park(id, WaitingFor.THIRD_PARTY, CID);
        clock.set(monday("12:00"));

        assertThat(tickets.reports().idleWaits(monday("00:00"), monday("23:00"), Duration.ofHours(1)))
                .extracting(IdleWait::ticket, IdleWait::parkedBy)
                .containsExactly(tuple(id, CID));
        assertThat(otherCrm().tickets().reports().idleWaits(monday("00:00"), monday("23:00"), Duration.ZERO))
                .isEmpty();
    }

    @Test
    void a_complaint_is_acknowledged_by_any_message_and_finally_answered_by_its_decision() {
        TicketId id =
                tickets.open(OpenTicket.of(ann, TicketKind.COMPLAINT, "Rude")).id();
        clock.set(monday("10:00"));
        tickets.automaticMessage(id, Actor.of("bot"), "We got it");
        tickets.start(id, BEA);
        tickets.park(id, WaitingFor.THIRD_PARTY, BEA);

        ComplaintClocks clocks = tickets.complaints().clocks(id);
        assertThat(clocks.acknowledgement().met()).isTrue();
        assertThat(clocks.finalAnswer().verdict()).isEqualTo(Verdict.OPEN);
        assertThat(clocks.finalAnswer().due())
                .as("these clocks stand still for no wait")
                .contains(Instant.parse("2026-03-05T09:00:00Z"));

        tickets.complaints().assess(AssessComplaint.of(id, ComplaintSeverity.SERIOUS, BEA));
        clock.set(Instant.parse("2026-03-04T12:00:00Z"));
        tickets.complaints().decide(DecideComplaint.of(id, ComplaintOutcome.UPHELD, BEA, Remedy.APOLOGY));
        assertThat(tickets.complaints().clocks(id).finalAnswer().met()).isTrue();

        clock.set(Instant.parse("2026-03-05T12:00:00Z"));
        tickets.complaints().appeal(id, "Not enough");
        assertThat(tickets.complaints().clocks(id).finalAnswer().verdict())
                .as("what was decided was in time; the appeal gives the time back that was left")
                .isEqualTo(Verdict.OPEN);
        assertThat(tickets.complaints().clocks(id).finalAnswer().due()).contains(Instant.parse("2026-03-05T17:00:00Z"));
    }

    @Test
    void other_tickets_have_no_deadlines_of_complaints() {
        TicketId id = opened(TicketPriority.NORMAL);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> tickets.complaints().clocks(id));
    }

    private void answered(String team, TicketPriority priority, Duration after) {
        clock.set(monday("09:00"));
        TicketId id = opened(priority);
        tickets.assign(id, Assignment.toTeam(team), BEA);
        clock.move(after);
        tickets.staffReply(id, BEA, "Good morning");
    }

    private TicketId opened(TicketPriority priority) {
        return tickets.open(OpenTicket.of(ann, TicketKind.QUESTION, "How?").sorted(Triage.STANDARD.priority(priority)))
                .id();
    }

    private AttainmentReport report(Instant from, Instant until, ZoneId zone) {
        return tickets.reports().attainment(from, until, zone);
    }
}

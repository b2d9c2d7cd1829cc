package io.rapport.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.Crm;
import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarText;
import io.rapport.crm.contract.SettableClock;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.ServiceClocks;
import io.rapport.crm.ticket.sla.ServiceLevel;
import io.rapport.crm.ticket.sla.ServiceLevelId;
import io.rapport.crm.ticket.sla.Target;
import io.rapport.crm.ticket.sla.Verdict;
import io.rapport.crm.ticket.sla.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The clocks of service levels over what really happens to a ticket. */
class TicketClocksTest {

    private static final Actor BEA = Actor.of("bea");
    private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final BusinessCalendar OFFICE = CalendarText.read("Etc/UTC ; weekly mon..fri=09:00-17:00");
    private static final ServiceLevel GOLD = ServiceLevel.version(ServiceLevelId.of("gold"), 1)
            .promise(Metric.FIRST_RESPONSE, Target.of(Duration.ofHours(1)))
            .promise(Metric.NEXT_RESPONSE, Target.of(Duration.ofHours(2)))
            .promise(Metric.RESOLUTION, Target.of(Duration.ofHours(8)))
            .pausing(Metric.RESOLUTION, Wait.SCHEDULED);

    private final SettableClock clock = new SettableClock(MONDAY_NINE);
    private final Crm crm = Crm.builder().clock(clock).build();
    private final CustomerId ann =
            crm.customers().register(RegisterCustomer.person("Ann")).id();
    private final TicketId id = crm.tickets()
            .open(OpenTicket.of(ann, TicketKind.TECHNICAL, "It does not start"))
            .id();

    @Test
    void notes_and_automatic_messages_are_no_answer_and_a_call_is() {
        at("09:20").automaticMessage(id, Actor.of("bot"), "We got it");
        at("09:30").note(id, BEA, "Looks bad");
        assertThat(clocks().firstResponse().verdict()).isEqualTo(Verdict.OPEN);
        assertThat(clocks().firstResponse().due()).contains(today("10:00"));

        at("09:59").logCall(id, BEA, "Explained");

        assertThat(clocks().firstResponse().met()).isTrue();
        assertThat(clocks().firstResponse().elapsed()).isEqualTo(Duration.ofMinutes(59));
    }

    @Test
    void an_answer_at_the_very_moment_it_is_due_is_in_time() {
        at("10:00");
        assertThat(clocks().firstResponse().verdict()).isEqualTo(Verdict.OPEN);

        crm.tickets().staffReply(id, BEA, "Just in time");

        assertThat(clocks().firstResponse().met()).isTrue();
        assertThat(clocks().firstResponse().remaining()).contains(Duration.ZERO);
    }

    @Test
    void an_answer_a_second_later_is_too_late_and_stays_so() {
        clock.set(today("10:00").plusSeconds(1));
        assertThat(clocks().firstResponse().breached()).isTrue();
        crm.tickets().staffReply(id, BEA, "Sorry");
        at("12:00").park(id, WaitingFor.CUSTOMER, BEA);

        assertThat(clocks().firstResponse().breachedAt()).contains(today("10:00"));
        assertThat(clocks().firstResponse().due()).contains(today("10:00"));
        assertThat(clocks().breaches()).hasSize(1);
    }

    @Test
    void a_ticket_parked_at_the_very_moment_it_is_due_is_breached_only_when_work_goes_on() {
        at("09:30").staffReply(id, BEA, "We look into it");
        at("17:00").park(id, WaitingFor.CUSTOMER, BEA);
        clock.set(MONDAY_NINE.plus(Duration.ofHours(24)));
        assertThat(clocks().resolution().verdict()).isEqualTo(Verdict.OPEN);
        assertThat(clocks().resolution().remaining()).contains(Duration.ZERO);

        crm.tickets().customerReply(id, "Here you are");
        clock.move(Duration.ofSeconds(1));

        assertThat(clocks().resolution().breachedAt()).contains(MONDAY_NINE.plus(Duration.ofHours(24)));
    }

    @Test
    void a_customer_reply_ends_the_pause_at_once() {
        at("10:00").staffReply(id, BEA, "Which model?");
        at("10:00").park(id, WaitingFor.CUSTOMER, BEA);
        at("12:00");
        assertThat(clocks().resolution().paused()).isTrue();
        assertThat(clocks().resolution().due()).isEmpty();
        assertThat(clocks().resolution().remaining()).contains(Duration.ofHours(7));

        at("12:30").customerReply(id, "The blue one");

        assertThat(clocks().resolution().due())
                .contains(MONDAY_NINE.plus(Duration.ofHours(26)).plusSeconds(1800));
        assertThat(clocks().nextResponse().due()).contains(today("14:30"));
    }

    @Test
    void a_wait_with_an_end_is_over_at_its_end_whenever_tick_notices() {
        at("09:30").staffReply(id, BEA, "Tomorrow");
        at("10:00").schedule(id, today("11:00"), BEA);

        at("12:00");
        ServiceClocks unnoticed = clocks();
        crm.tickets().tick(100);
        ServiceClocks noticed = clocks();

        assertThat(noticed).isEqualTo(unnoticed);
        assertThat(noticed.resolution().elapsed()).isEqualTo(Duration.ofHours(2));
        assertThat(noticed.resolution().pausedTime()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void reopening_resumes_the_resolution_and_leaves_the_resolved_span_out() {
        at("09:30").staffReply(id, BEA, "Try this");
        at("10:00").resolve(id, Resolution.of("advised", ""), BEA);
        assertThat(clocks().resolution().met()).isTrue();

        at("15:00").reopen(id, "It still does not start");
        at("16:00");

        assertThat(clocks().resolution().verdict()).isEqualTo(Verdict.OPEN);
        assertThat(clocks().resolution().elapsed()).isEqualTo(Duration.ofHours(2));
        assertThat(clocks().firstResponse().met()).isTrue();
        assertThat(clocks().nextResponse().due()).contains(today("17:00"));
    }

    @Test
    void the_clocks_of_a_cancelled_ticket_are_neither_met_nor_breached() {
        at("09:30").cancel(id, "Asked twice", BEA);

        assertThat(clocks().firstResponse().verdict()).isEqualTo(Verdict.VOID);
        assertThat(clocks().resolution().verdict()).isEqualTo(Verdict.VOID);
    }

    @Test
    void an_unknown_ticket_has_no_clocks() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> crm.tickets().promises().clocks(new TicketId(new UUID(1, 1)), GOLD, OFFICE));
    }

    private ServiceClocks clocks() {
        return crm.tickets().promises().clocks(id, GOLD, OFFICE);
    }

    private Tickets at(String time) {
        clock.set(today(time));
        return crm.tickets();
    }

    private static Instant today(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }
}

package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.ServicePolicy;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.WaitingFor;
import io.rapport.crm.ticket.sla.EscalationLevel;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.Target;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When the levels of a promise fire, before it is due and after: once, and in business time unless urgent. */
public abstract class EscalationLevelContract extends EscalationContract {

    @Test
    void a_warning_comes_before_it_is_due_and_a_level_after_and_each_fires_once() {
        define(answerIn(4)
                .escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("warning", 75))
                .escalate(Metric.FIRST_RESPONSE, EscalationLevel.afterDue("late", Duration.ofHours(1))));
        TicketId id = open();

        assertThat(tickAt("11:59").escalated()).isZero();
        assertThat(tickAt("12:00").escalated()).isEqualTo(1);
        assertThat(tickAt("12:00").escalated()).isZero();
        assertThat(tickAt("13:59").escalated()).isZero();
        assertThat(tickAt("14:00").escalated()).isEqualTo(1);
        assertThat(tickAt("16:00").escalated()).isZero();

        assertThat(escalations(id))
                .extracting(
                        TicketEvent.Escalated::level,
                        TicketEvent.Escalated::metric,
                        TicketEvent.Escalated::reachedAt,
                        TicketEvent.Escalated::at)
                .containsExactly(
                        tuple("warning", Metric.FIRST_RESPONSE, monday("12:00"), monday("12:00")),
                        tuple("late", Metric.FIRST_RESPONSE, monday("14:00"), monday("14:00")));
        assertThat(escalations(id).get(0).due()).contains(monday("13:00"));
    }

    @Test
    void a_late_tick_fires_what_was_missed_in_order_and_says_when_it_was_reached() {
        define(answerIn(4)
                .escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("warning", 75))
                .escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("due", 100)));
        TicketId id = open();

        assertThat(tickAt("15:00").escalated()).isEqualTo(2);

        assertThat(escalations(id))
                .extracting(TicketEvent.Escalated::level, TicketEvent.Escalated::reachedAt)
                .containsExactly(tuple("warning", monday("12:00")), tuple("due", monday("13:00")));
    }

    @Test
    void what_was_answered_is_not_escalated() {
        define(answerIn(1).escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("due", 100)));
        TicketId id = open();
        clock.set(monday("09:30"));
        tickets.staffReply(id, BEA, "Good morning");

        assertThat(tickAt("12:00").escalated()).isZero();
        assertThat(escalations(id)).isEmpty();
    }

    @Test
    void every_unanswered_stretch_is_escalated_anew() {
        define(answerIn(8)
                .promise(Metric.NEXT_RESPONSE, Target.of(Duration.ofHours(1)))
                .escalate(Metric.NEXT_RESPONSE, EscalationLevel.atPercent("due", 100)));
        TicketId id = open();
        tickets.staffReply(id, BEA, "Good morning");

        clock.set(monday("10:00"));
        tickets.customerReply(id, "Still broken");
        assertThat(tickAt("11:00").escalated()).isEqualTo(1);
        tickets.staffReply(id, BEA, "Sorry");
        clock.set(monday("12:00"));
        tickets.customerReply(id, "Again");
        assertThat(tickAt("13:00").escalated()).isEqualTo(1);

        assertThat(escalations(id))
                .extracting(TicketEvent.Escalated::owedSince)
                .containsExactly(monday("10:00"), monday("12:00"));
    }

    @Test
    void a_parked_promise_waits_with_its_levels_and_goes_on_with_them() {
        define(ServicePolicy.builder("all", OFFICE)
                .promise(Metric.RESOLUTION, Target.of(Duration.ofHours(2)))
                .escalate(Metric.RESOLUTION, EscalationLevel.atPercent("half", 50)));
        TicketId id = open();
        tickets.start(id, BEA);
        clock.set(monday("09:30"));
        tickets.park(id, WaitingFor.CUSTOMER, BEA);

        assertThat(tickAt("12:00").escalated()).isZero();
        tickets.customerReply(id, "Here you are");
        assertThat(tickAt("12:29").escalated()).isZero();
        assertThat(tickAt("12:30").escalated()).isEqualTo(1);
        assertThat(escalations(id).get(0).reachedAt()).isEqualTo(monday("12:30"));
    }

    @Test
    void a_reopened_ticket_does_not_repeat_the_levels_of_the_same_promise() {
        define(ServicePolicy.builder("all", OFFICE)
                .promise(Metric.RESOLUTION, Target.of(Duration.ofHours(2)))
                .escalate(Metric.RESOLUTION, EscalationLevel.atPercent("half", 50))
                .escalate(Metric.RESOLUTION, EscalationLevel.atPercent("due", 100)));
        TicketId id = open();
        tickets.start(id, BEA);
        assertThat(tickAt("10:00").escalated()).isEqualTo(1);
        tickets.resolve(id, Resolution.of("fixed", "New cable"), BEA);
        clock.set(monday("14:00"));
        tickets.reopen(id, "Broken again");

        assertThat(tickAt("14:30").escalated()).isZero();
        assertThat(tickAt("15:00").escalated()).isEqualTo(1);
        assertThat(escalations(id)).extracting(TicketEvent.Escalated::level).containsExactly("half", "due");
    }

    @Test
    void out_of_hours_a_level_waits_for_the_next_opening_unless_it_is_urgent() {
        define(answerIn(8)
                .escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("nearly", 90))
                .escalate(
                        Metric.FIRST_RESPONSE,
                        EscalationLevel.atPercent("due", 100).urgently())
                .escalate(Metric.FIRST_RESPONSE, EscalationLevel.afterDue("late", Duration.ofMinutes(1))));
        TicketId id = open();

        assertThat(tickAt("20:00").escalated())
                .as("only the urgent one at night")
                .isEqualTo(1);
        assertThat(tickAt("23:00").escalated()).isZero();
        clock.set(Instant.parse("2026-03-03T09:00:00Z"));
        assertThat(tickets.tick().escalated()).isEqualTo(1);
        clock.set(Instant.parse("2026-03-03T09:01:00Z"));
        assertThat(tickets.tick().escalated()).isEqualTo(1);

        assertThat(escalations(id)).extracting(TicketEvent.Escalated::level).containsExactly("due", "nearly", "late");
    }

    @Test
    void a_level_that_is_reached_at_closing_time_waits_for_the_next_opening() {
        define(answerIn(8).escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("due", 100)));
        TicketId id = open();

        assertThat(tickAt("17:00").escalated()).isZero();
        clock.set(Instant.parse("2026-03-03T09:00:00Z"));
        assertThat(tickets.tick().escalated()).isEqualTo(1);
        assertThat(escalations(id).get(0).reachedAt()).isEqualTo(monday("17:00"));
    }
}

package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.customer.HandleCustomer;
import io.rapport.crm.customer.HandlingProfile;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Promises;
import io.rapport.crm.ticket.Recomputation;
import io.rapport.crm.ticket.ServiceAgreement;
import io.rapport.crm.ticket.ServicePolicy;
import io.rapport.crm.ticket.ServicePolicyBuilder;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketPriority;
import io.rapport.crm.ticket.Tickets;
import io.rapport.crm.ticket.Triage;
import io.rapport.crm.ticket.sla.Agreement;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.ServiceClocks;
import io.rapport.crm.ticket.sla.ServiceLevelId;
import io.rapport.crm.ticket.sla.Target;
import io.rapport.crm.ticket.sla.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Under which policy a ticket is judged, and what reaches it of later edits. */
public abstract class ServiceLevelContract extends OfficeContract {

    @Test
    void without_a_policy_nothing_is_promised() {
        Ticket ticket = open(TicketKind.QUESTION);

        assertThat(ticket.agreement()).isEmpty();
        assertThat(clocks(ticket.id()).firstResponse().verdict()).isEqualTo(Verdict.NOT_AGREED);
    }

    @Test
    void a_new_ticket_gets_the_most_specific_policy_that_is_meant_for_it() {
        define(hours("all", 8));
        define(hours("complaints", 4).forKinds(TicketKind.COMPLAINT));
        define(hours("gold", 1).forTiers("gold"));
        define(hours("damage", 2).inCategories("damage").forKinds(TicketKind.COMPLAINT));

        assertThat(policyOf(open(TicketKind.QUESTION))).isEqualTo("all");
        assertThat(policyOf(open(TicketKind.COMPLAINT))).isEqualTo("complaints");
        crm.customers().handle(ann, HandleCustomer.of(HandlingProfile.STANDARD.tier("gold"), BEA));
        assertThat(policyOf(open(TicketKind.QUESTION))).isEqualTo("gold");
        assertThat(policyOf(open(TicketKind.COMPLAINT)))
                .as("of as many criteria the tier weighs most")
                .isEqualTo("gold");
        Ticket damaged = crm.tickets()
                .open(OpenTicket.of(ann, TicketKind.COMPLAINT, "Broken").sorted(Triage.STANDARD.category("damage")));
        assertThat(policyOf(damaged)).as("two criteria beat one").isEqualTo("damage");
        assertThat(crm.tickets().find(damaged.id())).contains(damaged);
        assertThat(Ticket.fold(crm.tickets().history(damaged.id()))).isEqualTo(damaged);
    }

    @Test
    void a_ticket_is_judged_by_what_was_agreed_when_it_was_opened() {
        define(hours("all", 1));
        TicketId id = open(TicketKind.QUESTION).id();

        clock.set(Instant.parse("2026-03-02T09:30:00Z"));
        assertThat(clocks(id).firstResponse().due()).contains(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(clocks(id).firstResponse().remaining()).contains(Duration.ofMinutes(30));
    }

    @Test
    void a_follow_up_ticket_is_promised_something_too() {
        define(hours("all", 1));
        Tickets tickets = crm.tickets();
        TicketId first = open(TicketKind.QUESTION).id();
        tickets.cancel(first, "Asked elsewhere", BEA);

        Ticket next = tickets.customerMessage(first, "And now?");

        assertThat(next.id()).isNotEqualTo(first);
        assertThat(policyOf(next)).isEqualTo("all");
    }

    @Test
    void an_edit_reaches_an_open_ticket_only_by_an_explicit_recompute_which_tells_the_difference() {
        ServicePolicy before = define(hours("all", 8));
        TicketId id = open(TicketKind.QUESTION).id();
        define(before.nextVersion().promise(Metric.FIRST_RESPONSE, Target.of(Duration.ofHours(2))));
        crm.calendars()
                .define(
                        crm.calendars()
                                .require(OFFICE)
                                .nextVersion()
                                .holiday(LocalDate.of(2026, 3, 3))
                                .build(),
                        BEA);
        clock.set(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(clocks(id).firstResponse().due()).contains(Instant.parse("2026-03-02T17:00:00Z"));

        Recomputation recomputed = promises().recompute(id, BEA);

        assertThat(recomputed.changed()).isTrue();
        assertThat(recomputed.before().map(ServiceAgreement::version)).contains(1);
        assertThat(recomputed.after().map(ServiceAgreement::version)).contains(2);
        assertThat(recomputed.after().map(ServiceAgreement::calendarVersion)).contains(2);
        assertThat(recomputed.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.metric()).isEqualTo(Metric.FIRST_RESPONSE);
            assertThat(difference.before().due()).contains(Instant.parse("2026-03-02T17:00:00Z"));
            assertThat(difference.after().due()).contains(Instant.parse("2026-03-02T11:00:00Z"));
        });
        assertThat(clocks(id).firstResponse().due()).contains(Instant.parse("2026-03-02T11:00:00Z"));

        Recomputation again = promises().recompute(id, BEA);
        assertThat(again.changed()).isFalse();
        assertThat(again.differences()).isEmpty();
    }

    @Test
    void what_was_met_under_the_old_agreement_stays_met_under_a_stricter_one() {
        ServicePolicy before = define(hours("all", 8));
        TicketId id = open(TicketKind.QUESTION).id();
        clock.set(Instant.parse("2026-03-02T12:00:00Z"));
        crm.tickets().staffReply(id, BEA, "Good morning");
        define(before.nextVersion().promise(Metric.FIRST_RESPONSE, Target.of(Duration.ofHours(1))));

        Recomputation recomputed = promises().recompute(id, BEA);

        assertThat(recomputed.clocksAfter().firstResponse().met()).isTrue();
        assertThat(recomputed.clocksAfter().breaches()).isEmpty();
    }

    @Test
    void another_priority_brings_another_agreement_whose_targets_count_from_the_creation() {
        define(hours("all", 8));
        define(hours("urgent", 1).forPriorities(TicketPriority.URGENT));
        TicketId id = open(TicketKind.QUESTION).id();
        clock.set(Instant.parse("2026-03-02T09:30:00Z"));

        Ticket urgent = crm.tickets().changePriority(id, TicketPriority.URGENT, BEA);

        assertThat(policyOf(urgent)).isEqualTo("urgent");
        assertThat(clocks(id).firstResponse().due()).contains(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(policyOf(crm.tickets().changePriority(id, TicketPriority.NORMAL, BEA)))
                .isEqualTo("all");
    }

    @Test
    void sorting_a_ticket_anew_keeps_the_version_of_a_policy_that_stays_also_of_a_retired_one() {
        ServicePolicy first = define(hours("all", 8));
        TicketId id = open(TicketKind.QUESTION).id();
        define(first.nextVersion().promise(Metric.FIRST_RESPONSE, Target.of(Duration.ofHours(1))));
        crm.servicePolicies().retire(first.id(), BEA);

        Ticket sorted = crm.tickets().changeCategory(id, Optional.of("delivery"), BEA);

        assertThat(sorted.agreement().map(ServiceAgreement::version)).contains(1);
        assertThat(open(TicketKind.QUESTION).agreement()).isEmpty();
    }

    @Test
    void a_hand_over_between_teams_may_begin_anew() {
        define(hours("all", 1));
        define(hours("second-line", 4).forKinds(TicketKind.TECHNICAL));
        TicketId id = open(TicketKind.QUESTION).id();
        clock.set(Instant.parse("2026-03-02T09:45:00Z"));

        promises().agree(id, ServiceLevelId.of("second-line"), Agreement.Start.CHANGE, BEA);

        assertThat(clocks(id).firstResponse().due()).contains(Instant.parse("2026-03-02T13:45:00Z"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> promises().agree(id, ServiceLevelId.of("third-line"), Agreement.Start.CHANGE, BEA));
    }

    @Test
    void what_is_over_is_not_agreed_on_anew() {
        define(hours("all", 1));
        TicketId id = open(TicketKind.QUESTION).id();
        crm.tickets().cancel(id, "Spam", BEA);
        define(crm.servicePolicies()
                .find(ServiceLevelId.of("all"))
                .orElseThrow()
                .nextVersion()
                .promise(Metric.RESOLUTION, Target.of(Duration.ofHours(1))));

        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> promises().recompute(id, BEA));
    }

    @Test
    void the_past_is_told_by_what_was_known_then() {
        define(hours("all", 1));
        TicketId id = open(TicketKind.QUESTION).id();
        clock.set(Instant.parse("2026-03-02T12:00:00Z"));
        crm.tickets().staffReply(id, BEA, "At last");

        assertThat(promises()
                        .clocks(id, Instant.parse("2026-03-02T09:59:00Z"))
                        .firstResponse()
                        .verdict())
                .isEqualTo(Verdict.OPEN);
        assertThat(clocks(id).firstResponse().breached()).isTrue();
    }

    private Ticket open(TicketKind kind) {
        return crm.tickets().open(OpenTicket.of(ann, kind, "It does not start"));
    }

    private Promises promises() {
        return crm.tickets().promises();
    }

    private ServiceClocks clocks(TicketId id) {
        return crm.tickets().clocks(id);
    }

    private static ServicePolicyBuilder hours(String id, int firstResponse) {
        return ServicePolicy.builder(id, OFFICE)
                .promise(Metric.FIRST_RESPONSE, Target.of(Duration.ofHours(firstResponse)));
    }

    private static String policyOf(Ticket ticket) {
        return ticket.agreement().map(terms -> terms.policy().value()).orElse("none");
    }
}

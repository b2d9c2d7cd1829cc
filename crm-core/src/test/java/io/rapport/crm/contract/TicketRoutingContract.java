package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.Crm;
import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.calendar.Hours;
import io.rapport.crm.calendar.WeeklyHours;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.HandleCustomer;
import io.rapport.crm.customer.HandlingProfile;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.customer.RequiredSkill;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.staff.AwardCertification;
import io.rapport.crm.staff.Certification;
import io.rapport.crm.staff.CertificationGrant;
import io.rapport.crm.staff.EmployeeId;
import io.rapport.crm.staff.Exclusion;
import io.rapport.crm.staff.RegisterEmployee;
import io.rapport.crm.staff.Relaxation;
import io.rapport.crm.staff.RoutingChoice;
import io.rapport.crm.staff.Skill;
import io.rapport.crm.staff.StateRequirement;
import io.rapport.crm.staff.Task;
import io.rapport.crm.staff.TrainingNeed;
import io.rapport.crm.staff.TrainingNeeds;
import io.rapport.crm.ticket.AssessComplaint;
import io.rapport.crm.ticket.Assignment;
import io.rapport.crm.ticket.ComplaintSeverity;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.RouteTicket;
import io.rapport.crm.ticket.RoutedTicket;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketRepository;
import io.rapport.crm.ticket.Workload;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets a ticket, by what the store knows of staff, shifts, workloads and customers. */
public abstract class TicketRoutingContract extends StoreContract {

    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final Actor CHIEF = Actor.of("chief");
    private static final Actor BEA = Actor.of("bea");
    private static final Actor CID = Actor.of("cid");
    private static final Skill RETURNS = Skill.of("returns");

    private Crm crm;
    private CustomerId ann;

    @BeforeEach
    void twoShifts() {
        clock.set(Instant.parse("2026-03-02T10:00:00Z"));
        crm = crm();
        shift("day", "08:00", "16:00");
        shift("night", "16:00", "24:00");
        ann = crm.customers().register(RegisterCustomer.person("Ann")).id();
    }

    @Test
    void whoever_is_on_shift_gets_it_and_the_others_are_told_why_not() {
        EmployeeId bea = employee(BEA, "night", 5);
        EmployeeId cid = employee(CID, "day", 5);
        TicketId id = open(TicketKind.QUESTION);

        RoutedTicket routed = crm.tickets().routing().route(RouteTicket.of(id, CHIEF), ZONE);

        assertThat(routed.ticket().assignment().assignee()).contains(CID);
        assertThat(routed.ticket().assignedAt()).contains(clock.instant());
        assertThat(routed.choice().employee()).contains(cid);
        assertThat(exclusions(routed.choice(), bea)).hasOnlyElementsOfType(Exclusion.OffShift.class);
        assertThat(crm.tickets().find(id)).contains(routed.ticket());
        assertThat(Ticket.fold(crm.tickets().history(id))).isEqualTo(routed.ticket());

        clock.set(Instant.parse("2026-03-02T16:00:00Z"));
        assertThat(choose(open(TicketKind.QUESTION)).employee()).contains(bea);
    }

    @Test
    void work_goes_round_by_free_capacity_and_then_to_whoever_was_assigned_least_recently() {
        employee(BEA, "day", 2);
        employee(CID, "day", 2);

        List<Actor> got = Stream.generate(() -> {
                    clock.move(Duration.ofMinutes(1));
                    return route(open(TicketKind.QUESTION));
                })
                .limit(4)
                .map(routed -> routed.ticket().assignment().assignee().orElseThrow())
                .toList();

        assertThat(got.get(0)).isNotEqualTo(got.get(1));
        assertThat(got.subList(2, 4)).isEqualTo(got.subList(0, 2));
        RoutedTicket fifth = route(open(TicketKind.QUESTION));
        assertThat(fifth.ticket().assignment().assignee()).isEmpty();
        assertThat(fifth.choice().verdicts())
                .allSatisfy(
                        verdict -> assertThat(verdict.exclusions()).hasOnlyElementsOfType(Exclusion.AtCapacity.class));
    }

    @Test
    void only_live_tickets_take_capacity() {
        employee(BEA, "day", 1);
        TicketId first = route(open(TicketKind.QUESTION)).ticket().id();
        assertThat(choose(open(TicketKind.QUESTION)).chosen()).isEmpty();

        crm.tickets().cancel(first, "Spam", BEA);

        assertThat(choose(open(TicketKind.QUESTION)).chosen()).isPresent();
    }

    @Test
    void the_handling_profile_of_a_customer_asks_for_a_skill_and_unmet_skills_become_training_needs() {
        EmployeeId bea = employee(BEA, "day", 5);
        crm.customers()
                .handle(
                        ann,
                        HandleCustomer.of(
                                HandlingProfile.STANDARD
                                        .demanding("Was passed around")
                                        .skill(RequiredSkill.of("patience", 4)),
                                CHIEF));
        TicketId id = open(TicketKind.QUESTION);

        RoutingChoice choice = choose(id);
        assertThat(choice.chosen()).isEmpty();
        assertThat(TrainingNeeds.from(Stream.of(choice)).needs())
                .containsExactly(new TrainingNeed(Skill.of("patience"), 4, 1));

        crm.staff().rate(bea, Skill.of("patience").at(4));
        assertThat(choose(id).employee()).contains(bea);
    }

    @Test
    void complaints_and_demanding_customers_ask_for_their_certifications_as_long_as_they_hold() {
        EmployeeId bea = employee(BEA, "day", 5);
        Certification complaints = Certification.of("complaints");
        crm.staff().requirements().state(StateRequirement.of(Task.COMPLAINT, Set.of(complaints)));
        TicketId id = open(TicketKind.COMPLAINT);
        assertThat(exclusions(choose(id), bea)).hasOnlyElementsOfType(Exclusion.NotCertified.class);
        assertThat(choose(open(TicketKind.QUESTION)).employee()).contains(bea);

        crm.staff().award(bea, AwardCertification.of(CertificationGrant.of(complaints), LocalDate.of(2026, 3, 2)));

        assertThat(choose(id).employee()).contains(bea);
    }

    @Test
    void a_complaint_is_never_given_to_the_one_complained_about() {
        EmployeeId bea = employee(BEA, "day", 5);
        TicketId id = open(TicketKind.COMPLAINT);
        crm.tickets()
                .complaints()
                .assess(AssessComplaint.of(id, ComplaintSeverity.SERIOUS, CHIEF).about(BEA));

        assertThat(exclusions(choose(id), bea)).hasOnlyElementsOfType(Exclusion.NotIndependent.class);
        assertThat(route(id).ticket().assignment().assignee()).isEmpty();
    }

    @Test
    void a_reopened_ticket_goes_back_to_the_same_agent() {
        employee(BEA, "day", 5);
        employee(CID, "day", 5);
        TicketId id = open(TicketKind.QUESTION);
        Actor first = route(id).ticket().assignment().assignee().orElseThrow();
        crm.tickets().start(id, first);
        crm.tickets().resolve(id, Resolution.of("done", ""), first);
        crm.tickets().reopen(id, "Broken again");

        assertThat(route(id).ticket().assignment().assignee()).contains(first);
    }

    @Test
    void what_is_asked_for_is_relaxed_with_the_wait() {
        EmployeeId bea = employee(BEA, "day", 5);
        crm.staff().rate(bea, RETURNS.at(2));
        RouteTicket command = RouteTicket.of(open(TicketKind.QUESTION), CHIEF)
                .requiring(RETURNS.at(3))
                .relaxing(new Relaxation.LowerEveryLevel(Duration.ofMinutes(30)));

        RoutingChoice early = crm.tickets().routing().choose(command, ZONE);
        clock.move(Duration.ofMinutes(30));
        RoutingChoice late = crm.tickets().routing().choose(command, ZONE);

        assertThat(early.chosen()).isEmpty();
        assertThat(early.relaxesAfter()).contains(Duration.ofMinutes(30));
        assertThat(late.employee()).contains(bea);
        assertThat(late.unmet()).containsExactly(RETURNS.at(3));
    }

    @Test
    void routing_keeps_the_team_and_leaves_what_is_over_alone() {
        employee(BEA, "day", 5);
        TicketId id = open(TicketKind.QUESTION);
        crm.tickets().assign(id, Assignment.toTeam("second line"), CHIEF);
        assertThat(route(id).ticket().assignment().team()).contains("second line");

        crm.tickets().cancel(id, "Spam", CHIEF);

        assertThatExceptionOfType(IllegalTransitionException.class).isThrownBy(() -> route(id));
    }

    @Test
    void an_employee_whose_calendar_is_unknown_is_a_mistake_that_is_told() {
        employee(BEA, "weekend", 5);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> choose(open(TicketKind.QUESTION)))
                .withMessageContaining("weekend");
    }

    @Test
    void workloads_are_counted_for_those_who_are_asked_about_and_in_one_tenant_only() {
        employee(BEA, "day", 5);
        TicketId id = route(open(TicketKind.QUESTION)).ticket().id();
        Instant assigned = clock.instant();
        aMinuteLater();
        crm.tickets().cancel(id, "Spam", BEA);

        Map<Actor, Workload> workloads =
                read(TicketRepository.class, repository -> repository.workloads(List.of(BEA, CID)));

        assertThat(workloads).containsExactly(Map.entry(BEA, new Workload(0, Optional.of(assigned))));
        Map<Actor, Workload> elsewhere = store().reading(
                        otherTenant,
                        unit -> unit.repository(TicketRepository.class).workloads(List.of(BEA)));
        assertThat(elsewhere).isEmpty();
    }

    private void shift(String id, String from, String until) {
        crm.calendars()
                .define(
                        BusinessCalendar.builder(CalendarId.of(id), ZONE)
                                .weekly(WeeklyHours.everyDay(Hours.of(from, until)))
                                .build(),
                        CHIEF);
    }

    private EmployeeId employee(Actor actor, String shift, int capacity) {
        return crm.staff().register(RegisterEmployee.of(actor, shift, capacity)).id();
    }

    private TicketId open(TicketKind kind) {
        return crm.tickets().open(OpenTicket.of(ann, kind, "How?")).id();
    }

    private RoutingChoice choose(TicketId id) {
        return crm.tickets().routing().choose(RouteTicket.of(id, CHIEF), ZONE);
    }

    private RoutedTicket route(TicketId id) {
        return crm.tickets().routing().route(RouteTicket.of(id, CHIEF), ZONE);
    }

    private static List<Exclusion> exclusions(RoutingChoice choice, EmployeeId employee) {
        return choice.verdict(employee).orElseThrow().exclusions();
    }
}

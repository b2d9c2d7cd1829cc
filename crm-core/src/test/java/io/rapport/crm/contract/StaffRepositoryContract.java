package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.event.RecordedEvent;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.staff.AwardCertification;
import io.rapport.crm.staff.Certification;
import io.rapport.crm.staff.CertificationGrant;
import io.rapport.crm.staff.ChangeEmployee;
import io.rapport.crm.staff.Course;
import io.rapport.crm.staff.CourseEvent;
import io.rapport.crm.staff.CourseId;
import io.rapport.crm.staff.Courses;
import io.rapport.crm.staff.DefineCourse;
import io.rapport.crm.staff.Employee;
import io.rapport.crm.staff.EmployeeId;
import io.rapport.crm.staff.OverdueCourse;
import io.rapport.crm.staff.Readiness;
import io.rapport.crm.staff.ReadinessReport;
import io.rapport.crm.staff.RegisterEmployee;
import io.rapport.crm.staff.Requirement;
import io.rapport.crm.staff.RequirementId;
import io.rapport.crm.staff.RequirementRepository;
import io.rapport.crm.staff.Requirements;
import io.rapport.crm.staff.RevokeCertification;
import io.rapport.crm.staff.Skill;
import io.rapport.crm.staff.Staff;
import io.rapport.crm.staff.StateRequirement;
import io.rapport.crm.staff.Task;
import io.rapport.crm.staff.Validity;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.store.StaleAggregateException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How employees, courses and requirements are kept and found. */
public abstract class StaffRepositoryContract extends StoreContract {

    private static final Certification COMPLAINTS = Certification.of("complaints");
    private static final Certification PRIVACY = Certification.of("privacy");
    private static final LocalDate DAY = LocalDate.of(2023, 2, 20);
    private static final RegisterEmployee BEA = RegisterEmployee.of(Actor.of("bea"), "Zagreb office", 12)
            .as("support")
            .as("lead")
            .with(Skill.of("returns").at(2))
            .with(Skill.of("german").at(5));
    private static final DefineCourse COMPLAINTS_COURSE = DefineCourse.titled("Handling complaints")
            .certifying(CertificationGrant.of(COMPLAINTS)
                    .valid(Validity.of(Period.ofMonths(12)).renewableInTheLast(30)))
            .teaching(Skill.of("returns").at(3));

    private Staff staff() {
        return crm().staff();
    }

    private Employee employee(String actor) {
        return staff().register(RegisterEmployee.of(Actor.of(actor), "office", 5));
    }

    @Test
    void an_employee_comes_back_as_they_were_saved_through_their_whole_life() {
        Course course = staff().courses().define(COMPLAINTS_COURSE);
        Employee bea = staff().register(BEA);
        assertThat(staff().find(bea.id())).contains(bea);
        assertThat(staff().find(Actor.of("bea"))).contains(bea);
        assertThat(bea.registeredAt()).isEqualTo(MONDAY);

        aMinuteLater();
        staff().assign(bea.id(), course.id(), DAY.minusDays(5));
        staff().complete(bea.id(), course.id(), DAY);
        staff().complete(bea.id(), course.id(), DAY.plusMonths(11).plusDays(15));
        staff().award(bea.id(), AwardCertification.of(CertificationGrant.of(PRIVACY), DAY));
        Employee learned = staff().revoke(bea.id(), RevokeCertification.of(PRIVACY, DAY.plusDays(1), "Broke it"));
        assertThat(staff().find(bea.id())).contains(learned);
        assertThat(learned.certificates().get(0).lastValidDay()).contains(LocalDate.of(2025, 2, 19));

        aMinuteLater();
        staff().rate(bea.id(), Skill.of("returns").at(5));
        staff().drop(bea.id(), Skill.of("german"));
        staff().change(bea.id(), new ChangeEmployee(Set.of("coach"), "nights", 3));
        staff().leave(bea.id());
        assertThat(staff().find(bea.id()).orElseThrow().active()).isFalse();
        Employee last = staff().rejoin(bea.id());

        assertThat(staff().find(bea.id())).contains(last);
        assertThat(Employee.fold(staff().history(bea.id()))).isEqualTo(last);
        assertThat(last.roles()).containsExactly("coach");
        assertThat(last.version()).isEqualTo(staff().history(bea.id()).size()).isEqualTo(14);
    }

    @Test
    void a_course_comes_back_as_it_was_saved_with_all_its_definitions() {
        Courses courses = staff().courses();
        Course first = courses.define(COMPLAINTS_COURSE);
        aMinuteLater();
        Course bare = courses.define(DefineCourse.titled("Welcome"));
        Course revised = courses.revise(first.id(), DefineCourse.titled("Complaints, shorter"));
        Course withdrawn = courses.withdraw(first.id());

        assertThat(courses.find(first.id())).contains(withdrawn);
        assertThat(revised.revision()).isEqualTo(2);
        assertThat(Course.fold(courses.history(first.id()))).isEqualTo(withdrawn);
        assertThat(courses.history(first.id()).get(0))
                .isEqualTo(new CourseEvent.Defined(first.id(), COMPLAINTS_COURSE, MONDAY));
        assertThat(courses.list()).containsExactly(withdrawn, bare);
        assertThat(otherCrm().staff().courses().list()).isEmpty();
        assertThat(otherCrm().staff().courses().find(first.id())).isEmpty();
    }

    @Test
    void stating_a_requirement_again_replaces_what_was_said_for_the_same_task_and_channel() {
        Requirements requirements = staff().requirements();
        Requirement everywhere = requirements.state(StateRequirement.of(Task.COMPLAINT, Set.of(COMPLAINTS)));
        aMinuteLater();
        Requirement onPhone = requirements.state(
                StateRequirement.of(Task.COMPLAINT, Set.of(COMPLAINTS)).on("phone"));
        Requirement changed = requirements.state(
                StateRequirement.of(Task.COMPLAINT, Set.of(COMPLAINTS, PRIVACY)).on("phone"));
        requirements.state(StateRequirement.of(Task.PROACTIVE, Set.of()));

        assertThat(changed.id()).isEqualTo(onPhone.id());
        assertThat(requirements.find(onPhone.id())).contains(changed);
        assertThat(requirements.find(everywhere.id())).contains(everywhere);
        assertThat(Requirement.fold(requirements.history(onPhone.id()))).isEqualTo(changed);
        assertThat(requirements.list()).hasSize(3).startsWith(everywhere);
        assertThat(requirements.certifications(Task.COMPLAINT, Optional.of("phone")))
                .containsExactly(COMPLAINTS, PRIVACY);
        assertThat(requirements.certifications(Task.COMPLAINT, Optional.empty()))
                .containsExactly(COMPLAINTS);
        assertThat(otherCrm().staff().requirements().list()).isEmpty();
    }

    @Test
    void a_task_and_channel_have_one_requirement() {
        for (Optional<String> channel : List.of(Optional.<String>empty(), Optional.of("phone"))) {
            StateRequirement command = new StateRequirement(Task.COMPLAINT, channel, Set.of(COMPLAINTS));
            staff().requirements().state(command);
            Requirement second = Requirement.state(new RequirementId(ids.next()), command, aMinuteLater());

            assertThatExceptionOfType(AlreadyExistsException.class)
                    .isThrownBy(() -> write(RequirementRepository.class, all -> all.save(second)))
                    .satisfies(refused -> assertThat(refused.field()).isEqualTo("channel"));
        }
        assertThat(staff().requirements().list()).hasSize(2);
    }

    @Test
    void a_user_key_belongs_to_one_employee_even_after_they_left() {
        Employee bea = staff().register(BEA);
        staff().leave(bea.id());

        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> staff().register(BEA))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("actor"))
                .withMessageNotContaining("bea");

        assertThat(otherCrm().staff().register(BEA).actor()).isEqualTo(bea.actor());
        assertThat(staff().page(PageRequest.first(10)).items()).hasSize(1);
    }

    @Test
    void another_tenants_staff_cannot_be_seen_or_changed() {
        Course course = staff().courses().define(COMPLAINTS_COURSE);
        Employee bea = staff().register(BEA);
        Staff others = otherCrm().staff();

        assertThat(others.find(bea.id())).isEmpty();
        assertThat(others.find(bea.actor())).isEmpty();
        assertThat(others.active()).isEmpty();
        assertThat(others.history(bea.id())).isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> others.complete(bea.id(), course.id(), DAY));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> others.leave(bea.id()));
        assertThat(staff().find(bea.id())).contains(bea);
    }

    @Test
    void what_is_unknown_is_not_found() {
        Employee bea = staff().register(BEA);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> staff().assign(bea.id(), new CourseId(ids.next()), DAY));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> staff().courses().withdraw(new CourseId(ids.next())));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> staff().readiness(new EmployeeId(ids.next()), Task.COMPLAINT, Optional.empty(), DAY));
    }

    @Test
    void who_is_ready_and_who_is_not_is_listed_with_the_reason() {
        Course course = staff().courses().define(COMPLAINTS_COURSE);
        staff().requirements().state(StateRequirement.of(Task.COMPLAINT, Set.of(COMPLAINTS)));
        Employee trained = employee("trained");
        Employee untrained = employee("untrained");
        Employee left = employee("left");
        staff().complete(trained.id(), course.id(), DAY);
        staff().leave(left.id());

        ReadinessReport inTime = staff().ready(Task.COMPLAINT, LocalDate.of(2024, 2, 19));
        ReadinessReport late = staff().ready(Task.COMPLAINT, LocalDate.of(2024, 2, 20));

        assertThat(inTime.ready()).extracting(Readiness::employee).containsExactly(trained.id());
        assertThat(inTime.notReady())
                .singleElement()
                .satisfies(one -> assertThat(one.missing()).containsExactly(COMPLAINTS));
        assertThat(inTime.notReady()).extracting(Readiness::employee).containsExactly(untrained.id());
        assertThat(late.ready()).isEmpty();
        assertThat(late.notReady()).hasSize(2);
        assertThat(staff().readiness(trained.id(), Task.COMPLAINT, Optional.empty(), LocalDate.of(2024, 2, 20))
                        .expired())
                .containsExactly(COMPLAINTS);
    }

    @Test
    void overdue_courses_are_listed_the_longest_overdue_first() {
        Course course = staff().courses().define(COMPLAINTS_COURSE);
        Employee late = employee("late");
        Employee later = employee("later");
        Employee gone = employee("gone");
        staff().assign(late.id(), course.id(), LocalDate.of(2023, 2, 15));
        staff().assign(later.id(), course.id(), LocalDate.of(2023, 2, 14));
        staff().assign(gone.id(), course.id(), LocalDate.of(2023, 2, 1));
        staff().leave(gone.id());

        assertThat(staff().overdue(LocalDate.of(2023, 2, 15)))
                .extracting(OverdueCourse::employee)
                .containsExactly(later.id());
        assertThat(staff().overdue(LocalDate.of(2023, 2, 16)))
                .containsExactly(
                        new OverdueCourse(later.id(), later.actor(), course.id(), LocalDate.of(2023, 2, 14)),
                        new OverdueCourse(late.id(), late.actor(), course.id(), LocalDate.of(2023, 2, 15)));
        staff().complete(late.id(), course.id(), DAY);
        assertThat(staff().overdue(DAY)).extracting(OverdueCourse::employee).containsExactly(later.id());
    }

    @Test
    void all_events_of_one_completion_are_stored_and_announced_together() {
        Course course = staff().courses().define(COMPLAINTS_COURSE);
        Employee bea = staff().register(BEA);
        staff().complete(bea.id(), course.id(), DAY);
        staff().complete(bea.id(), course.id(), DAY);
        List<RecordedEvent> published = new ArrayList<>();

        crm().outbox().publish(100, published::addAll);

        assertThat(published)
                .filteredOn(event -> event.aggregateId().equals(bea.id()))
                .extracting(RecordedEvent::event)
                .isEqualTo(staff().history(bea.id()));
        assertThat(staff().history(bea.id())).hasSize(4);
    }

    @Test
    void a_stale_save_is_refused_and_a_rollback_leaves_nothing() {
        Employee loaded = staff().register(BEA);
        staff().rate(loaded.id(), Skill.of("returns").at(4));

        assertThatExceptionOfType(StaleAggregateException.class)
                .isThrownBy(() -> staff().save(loaded.drop(Skill.of("german"), MONDAY)));
        assertThatThrownBy(() -> crm().inTransaction(tx -> {
                    tx.staff().leave(loaded.id());
                    tx.staff().register(RegisterEmployee.of(Actor.of("cy"), "office", 1));
                    throw new IllegalStateException("the host changed its mind");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(staff().active()).extracting(Employee::id).containsExactly(loaded.id());
        assertThat(staff().find(Actor.of("cy"))).isEmpty();
        assertThat(staff().history(loaded.id())).hasSize(2);
    }

    @Test
    void pages_hold_everybody_once_in_the_order_in_which_they_came() {
        List<EmployeeId> registered = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            registered.add(employee("user-" + i).id());
            aMinuteLater();
        }
        staff().leave(registered.get(3));

        List<EmployeeId> seen = new ArrayList<>();
        Optional<Page<Employee>> page = Optional.of(staff().page(PageRequest.first(3)));
        while (page.isPresent()) {
            page.get().items().forEach(employee -> seen.add(employee.id()));
            page = page.get().next().map(next -> staff().page(PageRequest.after(next, 3)));
        }

        assertThat(seen).isEqualTo(registered);
        assertThat(staff().active())
                .extracting(Employee::id)
                .hasSize(6)
                .doesNotContain(registered.get(3))
                .isSubsetOf(registered);
    }
}

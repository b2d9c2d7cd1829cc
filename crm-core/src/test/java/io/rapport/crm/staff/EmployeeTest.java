package io.rapport.crm.staff;

import static io.rapport.crm.staff.Staffing.COMPLAINTS;
import static io.rapport.crm.staff.Staffing.GERMAN;
import static io.rapport.crm.staff.Staffing.NOW;
import static io.rapport.crm.staff.Staffing.RETURNS;
import static io.rapport.crm.staff.Staffing.TODAY;
import static io.rapport.crm.staff.Staffing.YEARLY;
import static io.rapport.crm.staff.Staffing.course;
import static io.rapport.crm.staff.Staffing.employee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EmployeeTest {

    private static final CertificationGrant GRANT =
            CertificationGrant.of(COMPLAINTS).valid(YEARLY);
    private static final Course COURSE = course(
            1, DefineCourse.titled("Handling complaints").certifying(GRANT).teaching(RETURNS.at(3)));
    private static final Employee BEA = employee(1, RETURNS.at(2), GERMAN.at(5));

    @Test
    void completing_a_course_closes_its_assignment_and_grants_what_it_leads_to() {
        Employee assigned = BEA.assign(COURSE, LocalDate.of(2023, 2, 15), NOW);

        Employee completed = assigned.complete(COURSE, LocalDate.of(2023, 2, 20), NOW);

        assertThat(completed.assignments())
                .containsExactly(new CourseAssignment(
                        COURSE.id(), LocalDate.of(2023, 2, 15), Optional.of(LocalDate.of(2023, 2, 20))));
        assertThat(completed.completedCourses())
                .containsExactly(new CompletedCourse(COURSE.id(), 1, LocalDate.of(2023, 2, 20)));
        assertThat(completed.certificates())
                .extracting(Certificate::lastValidDay)
                .containsExactly(Optional.of(LocalDate.of(2024, 2, 19)));
        assertThat(completed.level(RETURNS)).isEqualTo(3);
        assertThat(completed.changes().subList(1, 4))
                .hasExactlyElementsOfTypes(
                        EmployeeEvent.CourseCompleted.class,
                        EmployeeEvent.SkillRated.class,
                        EmployeeEvent.CertificationAwarded.class);
    }

    @Test
    void completing_the_same_course_on_the_same_day_again_changes_nothing() {
        Employee once = BEA.complete(COURSE, TODAY, NOW);

        assertThat(once.complete(COURSE, TODAY, NOW.plusSeconds(60))).isSameAs(once);
    }

    @Test
    void a_course_never_lowers_a_skill() {
        Course basics = course(2, DefineCourse.titled("German for beginners").teaching(GERMAN.at(1)));

        assertThat(BEA.complete(basics, TODAY, NOW).level(GERMAN)).isEqualTo(5);
    }

    @Test
    void completing_it_again_in_the_window_makes_the_same_certificate_longer() {
        Employee renewed =
                BEA.complete(COURSE, LocalDate.of(2023, 2, 20), NOW).complete(COURSE, LocalDate.of(2024, 2, 1), NOW);

        assertThat(renewed.certificates())
                .extracting(Certificate::lastValidDay)
                .containsExactly(Optional.of(LocalDate.of(2025, 2, 19)));
        assertThat(renewed.changes()).last().isInstanceOf(EmployeeEvent.CertificationRenewed.class);
    }

    @Test
    void completing_it_again_after_expiry_is_a_new_certificate_and_leaves_the_gap() {
        Employee again =
                BEA.complete(COURSE, LocalDate.of(2023, 2, 20), NOW).complete(COURSE, LocalDate.of(2024, 3, 1), NOW);

        assertThat(again.certificates())
                .extracting(Certificate::validFrom)
                .containsExactly(LocalDate.of(2023, 2, 20), LocalDate.of(2024, 3, 1));
        assertThat(standing(again, LocalDate.of(2024, 2, 25))).isEqualTo(CertificationStanding.EXPIRED);
        assertThat(standing(again, LocalDate.of(2024, 3, 1))).isEqualTo(CertificationStanding.VALID);
        assertThat(standing(again, LocalDate.of(2023, 2, 19))).isEqualTo(CertificationStanding.MISSING);
    }

    @Test
    void a_revoked_certification_is_earned_anew_and_an_older_completion_does_not_bring_it_back() {
        Employee revoked = BEA.complete(COURSE, LocalDate.of(2023, 2, 20), NOW)
                .revoke(RevokeCertification.of(COMPLAINTS, LocalDate.of(2023, 5, 1), "Broke the rules"), NOW);

        Employee backdated = revoked.award(AwardCertification.of(GRANT, LocalDate.of(2023, 4, 1)), NOW);
        Employee again = revoked.award(AwardCertification.of(GRANT, LocalDate.of(2023, 5, 1)), NOW);

        assertThat(standing(revoked, LocalDate.of(2023, 5, 1))).isEqualTo(CertificationStanding.REVOKED);
        assertThat(backdated).isEqualTo(revoked);
        assertThat(standing(again, LocalDate.of(2023, 5, 1))).isEqualTo(CertificationStanding.VALID);
        assertThat(again.certificates()).hasSize(2);
    }

    @Test
    void what_was_earned_before_a_revocation_does_not_outlive_it_through_a_later_certificate() {
        Employee again = BEA.complete(COURSE, LocalDate.of(2023, 2, 20), NOW)
                .revoke(RevokeCertification.of(COMPLAINTS, LocalDate.of(2023, 5, 1), "Broke the rules"), NOW)
                .award(AwardCertification.of(GRANT, LocalDate.of(2023, 8, 1)), NOW);
        CertificationGrant fiveYears = CertificationGrant.of(COMPLAINTS).valid(Validity.of(Period.ofYears(5)));

        Employee backdated = again.award(AwardCertification.of(fiveYears, LocalDate.of(2023, 4, 1)), NOW);

        assertThat(backdated).isEqualTo(again);
        assertThat(standing(backdated, LocalDate.of(2023, 6, 1))).isEqualTo(CertificationStanding.REVOKED);
    }

    @Test
    void only_what_holds_can_be_revoked() {
        Employee bea = BEA.complete(COURSE, LocalDate.of(2023, 2, 20), NOW);

        for (LocalDate day : List.of(LocalDate.of(2023, 2, 19), LocalDate.of(2024, 2, 20))) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> bea.revoke(RevokeCertification.of(COMPLAINTS, day, "Broke the rules"), NOW));
        }
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> BEA.revoke(RevokeCertification.of(COMPLAINTS, TODAY, "Broke the rules"), NOW));
    }

    @Test
    void an_open_assignment_gets_another_due_day_and_a_closed_one_stays() {
        LocalDate later = TODAY.plusMonths(1);
        Employee moved = BEA.assign(COURSE, TODAY, NOW).assign(COURSE, later, NOW);
        Employee refresher = moved.complete(COURSE, TODAY, NOW).assign(COURSE, later.plusYears(1), NOW);

        assertThat(moved.assignments()).extracting(CourseAssignment::due).containsExactly(later);
        assertThat(moved.assign(COURSE, later, NOW)).isSameAs(moved);
        assertThat(refresher.assignments())
                .extracting(CourseAssignment::due)
                .containsExactly(later, later.plusYears(1));
    }

    @Test
    void a_revision_of_a_course_counts_from_the_next_completion_on() {
        Course revised = COURSE.revise(
                DefineCourse.titled("Handling complaints").certifying(CertificationGrant.of(COMPLAINTS)), NOW);
        Employee before = BEA.complete(COURSE, LocalDate.of(2023, 2, 20), NOW);
        Employee after = before.complete(revised, LocalDate.of(2024, 2, 1), NOW);

        assertThat(revised.revision()).isEqualTo(2);
        assertThat(before.certificates().get(0).lastValidDay()).contains(LocalDate.of(2024, 2, 19));
        assertThat(after.certificates().get(0).lastValidDay()).isEmpty();
        assertThat(after.completedCourses())
                .extracting(CompletedCourse::revision)
                .containsExactly(1, 2);
    }

    @Test
    void a_withdrawn_course_is_neither_assigned_nor_completed() {
        Course withdrawn = COURSE.withdraw(NOW);

        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> BEA.assign(withdrawn, TODAY, NOW))
                .withMessageContaining("is WITHDRAWN and cannot be assigned");
        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> BEA.complete(withdrawn, TODAY, NOW));
        assertThatExceptionOfType(IllegalTransitionException.class).isThrownBy(() -> withdrawn.withdraw(NOW));
    }

    @Test
    void who_has_left_learns_nothing_until_they_rejoin() {
        Employee left = BEA.leave(NOW);

        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> left.complete(COURSE, TODAY, NOW))
                .withMessageContaining("is LEFT and cannot complete a course");
        assertThatExceptionOfType(IllegalTransitionException.class).isThrownBy(() -> left.leave(NOW));
        assertThatExceptionOfType(IllegalTransitionException.class).isThrownBy(() -> BEA.rejoin(NOW));
        assertThat(left.rejoin(NOW).complete(COURSE, TODAY, NOW).certificates()).hasSize(1);
    }

    @Test
    void what_is_so_already_is_no_change() {
        assertThat(BEA.rate(RETURNS.at(2), NOW)).isSameAs(BEA);
        assertThat(BEA.drop(Skill.of("juggling"), NOW)).isSameAs(BEA);
        assertThat(BEA.change(ChangeEmployee.of(BEA), NOW)).isSameAs(BEA);
        assertThat(COURSE.revise(COURSE.definition(), NOW)).isSameAs(COURSE);
    }

    @Test
    void a_skill_has_one_level() {
        assertThat(BEA.rate(RETURNS.at(4), NOW).skills()).containsExactlyInAnyOrder(RETURNS.at(4), GERMAN.at(5));
        assertThat(BEA.drop(RETURNS, NOW).skills()).containsExactly(GERMAN.at(5));
        RegisterEmployee bea = RegisterEmployee.of(Actor.of("bea"), "office", 1).with(RETURNS.at(1));
        DefineCourse course = DefineCourse.titled("Returns").teaching(RETURNS.at(1));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> bea.with(RETURNS.at(2)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("skills"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> course.teaching(RETURNS.at(2)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("skills"));
    }

    @Test
    void nobody_prints_a_user_key_or_the_reason_of_a_revocation() {
        RevokeCertification revocation = RevokeCertification.of(COMPLAINTS, TODAY, "Was rude");
        RegisterEmployee command = RegisterEmployee.of(Actor.of("user-7"), "office", 1);
        Employee employee = Employee.register(BEA.id(), command, NOW)
                .award(AwardCertification.of(GRANT, TODAY), NOW)
                .revoke(revocation, NOW);

        assertThat(employee + command.toString() + revocation + employee.changes())
                .doesNotContain("user-7")
                .doesNotContain("rude");
    }

    @Test
    void a_history_begins_with_one_registration() {
        EmployeeEvent registered = Employee.register(BEA.id(), RegisterEmployee.of(Actor.of("cy"), "office", 1), NOW)
                .changes()
                .get(0);

        assertThatIllegalArgumentException().isThrownBy(() -> Employee.fold(List.of(registered, registered)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Employee.fold(List.of(
                        registered, new EmployeeEvent.CertificationRevoked(COMPLAINTS, TODAY, "Broke it", NOW))));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Employee.fold(List.of()));
    }

    @Test
    void a_requirement_says_what_a_task_asks_for_on_one_channel_or_on_all() {
        Requirement everywhere = Staffing.requirement(1, StateRequirement.of(Task.COMPLAINT, Set.of(COMPLAINTS)));
        Requirement onPhone = Staffing.requirement(
                2, StateRequirement.of(Task.COMPLAINT, Set.of()).on("phone"));

        assertThat(everywhere.applies(Task.COMPLAINT, Optional.empty())).isTrue();
        assertThat(everywhere.applies(Task.COMPLAINT, Optional.of("phone"))).isTrue();
        assertThat(everywhere.applies(Task.REACTIVE, Optional.empty())).isFalse();
        assertThat(onPhone.applies(Task.COMPLAINT, Optional.of("phone"))).isTrue();
        assertThat(onPhone.applies(Task.COMPLAINT, Optional.of("e-mail"))).isFalse();
        assertThat(onPhone.applies(Task.COMPLAINT, Optional.empty())).isFalse();
        assertThat(everywhere.change(Set.of(COMPLAINTS), NOW)).isSameAs(everywhere);
    }

    private static CertificationStanding standing(Employee employee, LocalDate date) {
        return employee.check(COMPLAINTS, date).standing();
    }
}

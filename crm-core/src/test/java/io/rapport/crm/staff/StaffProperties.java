package io.rapport.crm.staff;

import static io.rapport.crm.staff.Staffing.COMPLAINTS;
import static io.rapport.crm.staff.Staffing.GERMAN;
import static io.rapport.crm.staff.Staffing.NOW;
import static io.rapport.crm.staff.Staffing.PRIVACY;
import static io.rapport.crm.staff.Staffing.RETURNS;
import static io.rapport.crm.staff.Staffing.TODAY;
import static io.rapport.crm.staff.Staffing.YEARLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.fault.CrmException;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Random lives of employees, courses and requirements, and random days of certificates. */
class StaffProperties {

    private interface Verb {

        Employee act(Employee employee, Instant now);
    }

    private static final List<Course> COURSES = List.of(
            Staffing.course(
                    1,
                    DefineCourse.titled("Complaints")
                            .certifying(CertificationGrant.of(COMPLAINTS).valid(YEARLY))
                            .teaching(RETURNS.at(3))),
            Staffing.course(2, DefineCourse.titled("Privacy").certifying(CertificationGrant.of(PRIVACY))),
            Staffing.course(
                    3,
                    DefineCourse.titled("Complaints in short")
                            .certifying(CertificationGrant.of(COMPLAINTS).valid(Validity.of(Period.ofDays(40))))));

    @Property
    void the_history_of_an_employee_folds_to_the_state(@ForAll("lives") List<Verb> life) {
        Employee employee = lived(registered(), life);

        assertThat(Employee.fold(employee.changes())).isEqualTo(employee.saved());
        assertThat(employee.version()).isEqualTo(employee.changes().size());
        assertThat(employee.savedVersion()).isZero();
    }

    @Property
    void a_save_halfway_changes_nothing_but_what_is_unsaved(
            @ForAll("lives") List<Verb> first, @ForAll("lives") List<Verb> second) {
        Employee halfway = lived(registered(), first);
        Employee once = lived(halfway, second);
        Employee twice = lived(halfway.saved(), second);

        assertThat(twice.saved()).isEqualTo(once.saved());
        assertThat(twice.savedVersion()).isEqualTo(halfway.version());
    }

    @Property
    void an_employee_has_each_skill_once_and_one_open_assignment_of_each_course(@ForAll("lives") List<Verb> life) {
        Employee employee = lived(registered(), life);

        assertThat(employee.skills()).extracting(SkillLevel::skill).doesNotHaveDuplicates();
        assertThat(employee.assignments().stream().filter(CourseAssignment::open))
                .extracting(CourseAssignment::course)
                .doesNotHaveDuplicates();
    }

    @Property
    void learning_more_never_makes_anybody_less_ready(
            @ForAll("lives") List<Verb> life, @ForAll("days") LocalDate on, @ForAll("days") LocalDate asked) {
        Employee before = lived(registered(), life);
        Employee after = tried(before, (employee, now) -> employee.complete(COURSES.get(0), on, now));

        if (before.check(COMPLAINTS, asked).standing().holds()) {
            assertThat(after.check(COMPLAINTS, asked).standing().holds()).isTrue();
        }
    }

    @Property
    void a_first_award_holds_from_its_day_until_the_day_before_the_anniversary(
            @ForAll("days") LocalDate on, @ForAll("validities") Validity validity, @ForAll @IntRange(max = 900) int n) {
        Certificate certificate = Certificate.award(COMPLAINTS, Optional.of(validity), on);
        LocalDate day = on.plusDays(n);

        assertThat(certificate.standing(day).holds()).isEqualTo(day.isBefore(on.plus(validity.period())));
        assertThat(certificate.standing(on.minusDays(1))).isEqualTo(CertificationStanding.MISSING);
    }

    @Property
    void a_renewal_never_shortens_and_leaves_no_gap(
            @ForAll("days") LocalDate on,
            @ForAll("validities") Validity first,
            @ForAll("validities") Validity second,
            @ForAll @IntRange(max = 800) int later) {
        Certificate certificate = Certificate.award(COMPLAINTS, Optional.of(first), on);
        LocalDate renewalDay = on.plusDays(later);
        Optional<Certificate> renewed =
                certificate.reaches(renewalDay) ? certificate.renew(Optional.of(second), renewalDay) : Optional.empty();

        renewed.ifPresent(longer -> {
            LocalDate oldEnd = certificate.lastValidDay().orElseThrow();
            assertThat(longer.lastValidDay().orElseThrow()).isAfter(oldEnd);
            assertThat(longer.standing(oldEnd.plusDays(1)).holds()).isTrue();
            assertThat(longer.validFrom()).isEqualTo(on);
            if (certificate.standing(renewalDay) == CertificationStanding.EXPIRING_SOON) {
                assertThat(longer.lastValidDay())
                        .contains(oldEnd.plusDays(1).plus(second.period()).minusDays(1));
            }
        });
    }

    @Property
    void the_history_of_a_course_folds_to_the_state(@ForAll("titles") List<String> titles, @ForAll boolean withdrawn) {
        Course course = Course.define(new CourseId(new UUID(1, 9)), DefineCourse.titled("First"), NOW);
        for (String title : titles) {
            course = course.revise(DefineCourse.titled(title), NOW.plusSeconds(course.version()));
        }
        course = withdrawn ? course.withdraw(NOW.plusSeconds(99)) : course;

        assertThat(Course.fold(course.changes())).isEqualTo(course.saved());
        assertThat(course.version()).isEqualTo(course.changes().size());
    }

    @Property
    void the_history_of_a_requirement_folds_to_the_state(@ForAll("certifications") List<Set<Certification>> asked) {
        StateRequirement command = StateRequirement.of(Task.COMPLAINT, Set.of(COMPLAINTS));
        Requirement requirement = Requirement.state(new RequirementId(new UUID(2, 9)), command, NOW);
        for (Set<Certification> certifications : asked) {
            requirement = requirement.change(certifications, NOW.plusSeconds(requirement.version()));
        }

        assertThat(Requirement.fold(requirement.changes())).isEqualTo(requirement.saved());
        assertThat(requirement.version()).isEqualTo(requirement.changes().size());
    }

    @Provide
    Arbitrary<List<Verb>> lives() {
        return Arbitraries.oneOf(skills(), courses(), certificates(), work())
                .list()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-500, 900).map(TODAY::plusDays);
    }

    @Provide
    Arbitrary<Validity> validities() {
        Arbitrary<Period> periods = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 400).map(Period::ofDays),
                Arbitraries.integers().between(1, 24).map(Period::ofMonths));
        return Combinators.combine(periods, Arbitraries.integers().between(0, 28))
                .as((period, window) -> Validity.of(period).renewableInTheLast((int)
                        Math.min(window, Math.max(period.getDays(), 28L * months(period)))));
    }

    @Provide
    Arbitrary<List<String>> titles() {
        return Arbitraries.of("First", "Second", "Third").list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Set<Certification>>> certifications() {
        return Arbitraries.of(COMPLAINTS, PRIVACY).set().ofMaxSize(2).list().ofMaxSize(6);
    }

    private static long months(Period period) {
        return period.toTotalMonths();
    }

    private static Arbitrary<Verb> skills() {
        Arbitrary<Skill> skills = Arbitraries.of(RETURNS, GERMAN);
        return Arbitraries.oneOf(
                Combinators.combine(skills, Arbitraries.integers().between(1, 5))
                        .as((skill, level) -> (employee, now) -> employee.rate(skill.at(level), now)),
                skills.map(skill -> (employee, now) -> employee.drop(skill, now)));
    }

    private Arbitrary<Verb> courses() {
        Arbitrary<Course> courses = Arbitraries.of(COURSES);
        return Arbitraries.oneOf(
                Combinators.combine(courses, days())
                        .as((course, due) -> (employee, now) -> employee.assign(course, due, now)),
                Combinators.combine(courses, days())
                        .as((course, on) -> (employee, now) -> employee.complete(course, on, now)));
    }

    private Arbitrary<Verb> certificates() {
        Arbitrary<Certification> certifications = Arbitraries.of(COMPLAINTS, PRIVACY);
        return Arbitraries.oneOf(
                Combinators.combine(certifications, validities(), days())
                        .as((certification, validity, on) -> (employee, now) -> employee.award(
                                AwardCertification.of(
                                        CertificationGrant.of(certification).valid(validity), on),
                                now)),
                Combinators.combine(certifications, days())
                        .as((certification, on) -> (employee, now) ->
                                employee.revoke(RevokeCertification.of(certification, on, "Broke the rules"), now)));
    }

    private static Arbitrary<Verb> work() {
        return Arbitraries.of(
                Employee::leave,
                Employee::rejoin,
                (employee, now) ->
                        employee.change(ChangeEmployee.of(employee).capacity(3).calendar("nights"), now),
                (employee, now) -> employee.change(ChangeEmployee.of(employee).roles(Set.of("lead")), now));
    }

    private static Employee registered() {
        RegisterEmployee command =
                RegisterEmployee.of(Actor.of("bea"), "office", 10).as("support").with(RETURNS.at(2));
        return Employee.register(new EmployeeId(new UUID(0, 1)), command, NOW);
    }

    private static Employee lived(Employee from, List<Verb> life) {
        Employee employee = from;
        for (Verb verb : life) {
            employee = tried(employee, verb);
        }
        return employee;
    }

    private static Employee tried(Employee employee, Verb verb) {
        try {
            return verb.act(employee, NOW.plusSeconds(60 * employee.version()));
        } catch (CrmException refused) {
            return employee;
        }
    }
}

package io.rapport.crm.staff;

import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import java.util.UUID;

/** Employees, courses and requirements for the tests of this room. */
final class Staffing {

    static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final Skill RETURNS = Skill.of("returns");
    static final Skill GERMAN = Skill.of("german");
    static final Certification COMPLAINTS = Certification.of("complaints");
    static final Certification PRIVACY = Certification.of("privacy");
    static final Validity YEARLY = Validity.of(Period.ofMonths(12)).renewableInTheLast(30);

    private Staffing() {}

    /** An employee with capacity for ten tickets. */
    static Employee employee(int number, SkillLevel... skills) {
        RegisterEmployee command =
                new RegisterEmployee(Actor.of("user-" + number), Set.of("support"), Set.of(skills), "office", 10);
        return Employee.register(new EmployeeId(new UUID(0, number)), command, NOW)
                .saved();
    }

    static Employee certified(Employee employee, Certification certification, LocalDate on) {
        CertificationGrant grant = CertificationGrant.of(certification).valid(YEARLY);
        return employee.award(AwardCertification.of(grant, on), NOW).saved();
    }

    static Course course(int number, DefineCourse definition) {
        return Course.define(new CourseId(new UUID(1, number)), definition, NOW).saved();
    }

    static Requirement requirement(int number, StateRequirement command) {
        return Requirement.state(new RequirementId(new UUID(2, number)), command, NOW)
                .saved();
    }
}

package io.rapport.crm.staff;

import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The next state of an employee while it is being made. */
final class EmployeeDraft {

    private final EmployeeId id;
    private final Actor actor;
    private final Instant registeredAt;
    private Set<String> roles;
    private final Set<SkillLevel> skills;
    private String calendar;
    private int capacity;
    private EmployeeStatus status;
    private final List<CourseAssignment> assignments;
    private final List<CompletedCourse> completedCourses;
    private final List<Certificate> certificates;
    long version;
    List<EmployeeEvent> changes;

    EmployeeDraft(Employee from) {
        id = from.id();
        actor = from.actor();
        registeredAt = from.registeredAt();
        roles = from.roles();
        skills = new HashSet<>(from.skills());
        calendar = from.calendar();
        capacity = from.capacity();
        status = from.status();
        assignments = new ArrayList<>(from.assignments());
        completedCourses = new ArrayList<>(from.completedCourses());
        certificates = new ArrayList<>(from.certificates());
        version = from.version();
        changes = from.changes();
    }

    void apply(EmployeeEvent event) {
        if (event instanceof EmployeeEvent.Changed changed) {
            roles = changed.roles();
            calendar = changed.calendar();
            capacity = changed.capacity();
        } else if (event instanceof EmployeeEvent.SkillRated rated) {
            drop(rated.skill().skill());
            skills.add(rated.skill());
        } else if (event instanceof EmployeeEvent.SkillDropped dropped) {
            drop(dropped.skill());
        } else if (event instanceof EmployeeEvent.Left) {
            status = EmployeeStatus.LEFT;
        } else if (event instanceof EmployeeEvent.Rejoined) {
            status = EmployeeStatus.ACTIVE;
        } else {
            learn(event);
        }
    }

    Employee build() {
        return new Employee(
                id,
                actor,
                roles,
                skills,
                calendar,
                capacity,
                status,
                assignments,
                completedCourses,
                certificates,
                registeredAt,
                version,
                changes);
    }

    private void learn(EmployeeEvent event) {
        if (event instanceof EmployeeEvent.CourseAssigned assigned) {
            CourseAssignment open = new CourseAssignment(assigned.course(), assigned.due(), Optional.empty());
            openAssignment(assigned.course())
                    .ifPresentOrElse(place -> assignments.set(place, open), () -> assignments.add(open));
        } else if (event instanceof EmployeeEvent.CourseCompleted completed) {
            completedCourses.add(new CompletedCourse(completed.course(), completed.revision(), completed.on()));
            openAssignment(completed.course()).ifPresent(place -> close(place, completed.on()));
        } else if (event instanceof EmployeeEvent.CertificationAwarded awarded) {
            certificates.add(awarded.certificate());
        } else if (event instanceof EmployeeEvent.CertificationRenewed renewed) {
            certificates.set(latest(renewed.certificate().certification()), renewed.certificate());
        } else if (event instanceof EmployeeEvent.CertificationRevoked revoked) {
            int place = latest(revoked.certification());
            certificates.set(place, certificates.get(place).revoke(revoked.on()));
        } else {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " cannot follow a registration");
        }
    }

    private void drop(Skill skill) {
        skills.removeIf(one -> one.skill().equals(skill));
    }

    private Optional<Integer> openAssignment(CourseId course) {
        for (int place = 0; place < assignments.size(); place++) {
            CourseAssignment one = assignments.get(place);
            if (one.course().equals(course) && one.open()) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    private void close(int place, LocalDate on) {
        CourseAssignment open = assignments.get(place);
        assignments.set(place, new CourseAssignment(open.course(), open.due(), Optional.of(on)));
    }

    private int latest(Certification certification) {
        for (int place = certificates.size() - 1; place >= 0; place--) {
            if (certificates.get(place).certification().equals(certification)) {
                return place;
            }
        }
        throw new IllegalArgumentException("no certificate was awarded before it was renewed or revoked");
    }
}

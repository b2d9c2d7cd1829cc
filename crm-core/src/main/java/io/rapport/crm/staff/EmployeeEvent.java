package io.rapport.crm.staff;

import io.rapport.crm.event.DomainEvent;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** What can happen to an employee. */
public sealed interface EmployeeEvent extends DomainEvent {

    /** The first event: everything that was known when they were registered. */
    record Registered(
            EmployeeId employee,
            Actor actor,
            Set<String> roles,
            Set<SkillLevel> skills,
            String calendar,
            int capacity,
            Instant at)
            implements EmployeeEvent {

        @Override
        public String toString() {
            return "Registered[" + employee + ", " + at + "]";
        }
    }

    record Changed(Set<String> roles, String calendar, int capacity, Instant at) implements EmployeeEvent {}

    record SkillRated(SkillLevel skill, Instant at) implements EmployeeEvent {}

    record SkillDropped(Skill skill, Instant at) implements EmployeeEvent {}

    /** A course is to be completed; the due day takes the place of that of an open assignment. */
    record CourseAssigned(CourseId course, LocalDate due, Instant at) implements EmployeeEvent {}

    /** A course is completed; it closes an open assignment. */
    record CourseCompleted(CourseId course, int revision, LocalDate on, Instant at) implements EmployeeEvent {}

    /** A new certificate, with the days that were figured out then. */
    record CertificationAwarded(Certificate certificate, Instant at) implements EmployeeEvent {}

    /** The latest certificate of its certification, with the days that it has after a renewal. */
    record CertificationRenewed(Certificate certificate, LocalDate on, Instant at) implements EmployeeEvent {}

    /** The latest certificate of a certification does not hold from a day on. */
    record CertificationRevoked(Certification certification, LocalDate on, String reason, Instant at)
            implements EmployeeEvent {

        @Override
        public String toString() {
            return "CertificationRevoked[" + certification + ", " + on + ", " + at + "]";
        }
    }

    record Left(Instant at) implements EmployeeEvent {}

    record Rejoined(Instant at) implements EmployeeEvent {}
}

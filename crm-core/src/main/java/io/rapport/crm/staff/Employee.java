package io.rapport.crm.staff;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.rapport.crm.event.Aggregate;
import io.rapport.crm.event.History;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Someone who serves customers. Immutable; every verb returns the next state, and this same state when there is nothing
 * to change. Certificates and completed courses are only added to; a renewal makes a certificate longer.
 *
 * @param actor the host's own user key, unique per tenant also among those who left
 * @param roles what they are here, in the host's own words
 * @param skills at most one level of each skill
 * @param calendar the name of the business calendar by which they work
 * @param capacity how many open tickets they can have at once
 * @param assignments the courses they are or were to complete, at most one open one of each course
 * @param certificates in the order in which they were awarded
 * @param version how many events made this state
 * @param changes the events since it was loaded
 */
public record Employee(
        EmployeeId id,
        Actor actor,
        Set<String> roles,
        Set<SkillLevel> skills,
        String calendar,
        int capacity,
        EmployeeStatus status,
        List<CourseAssignment> assignments,
        List<CompletedCourse> completedCourses,
        List<Certificate> certificates,
        Instant registeredAt,
        long version,
        List<EmployeeEvent> changes)
        implements Aggregate<EmployeeId, EmployeeEvent> {

    static final int MAX_ROLE = 64;
    static final int MAX_CALENDAR = 64;
    static final int MAX_CAPACITY = 10_000;
    static final int MAX_REASON = 200;

    public Employee {
        roles = ImmutableSet.copyOf(roles);
        skills = ImmutableSet.copyOf(skills);
        assignments = ImmutableList.copyOf(assignments);
        completedCourses = ImmutableList.copyOf(completedCourses);
        certificates = ImmutableList.copyOf(certificates);
        changes = ImmutableList.copyOf(changes);
    }

    /** A new employee. */
    public static Employee register(EmployeeId id, RegisterEmployee command, Instant now) {
        EmployeeEvent.Registered registered = new EmployeeEvent.Registered(
                id, command.actor(), command.roles(), command.skills(), command.calendar(), command.capacity(), now);
        EmployeeDraft draft = new EmployeeDraft(started(registered));
        draft.changes = List.of(registered);
        return draft.build();
    }

    /** The state that a history leads to, without unsaved changes. */
    public static Employee fold(List<EmployeeEvent> history) {
        return History.fold(history, EmployeeEvent.Registered.class, Employee::started, Employee::evolve);
    }

    /** Gives them other roles, another calendar or another capacity. */
    public Employee change(ChangeEmployee command, Instant now) {
        requireActive("be changed");
        return command.equals(ChangeEmployee.of(this))
                ? this
                : after(new EmployeeEvent.Changed(command.roles(), command.calendar(), command.capacity(), now));
    }

    /** Says how well they have a skill, instead of what was said before. */
    public Employee rate(SkillLevel rated, Instant now) {
        requireActive("be rated");
        return skills.contains(rated) ? this : after(new EmployeeEvent.SkillRated(rated, now));
    }

    /** Takes a skill off the list. */
    public Employee drop(Skill skill, Instant now) {
        requireActive("lose a skill");
        return level(skill) == 0 ? this : after(new EmployeeEvent.SkillDropped(skill, now));
    }

    /**
     * Asks them to complete a course. While they have not, another due day takes the place of the first.
     *
     * @param due the last day that is in time
     */
    public Employee assign(Course course, LocalDate due, Instant now) {
        requireActive("be assigned a course");
        course.requireOffered("be assigned");
        Require.present("due", due);
        CourseAssignment wanted = new CourseAssignment(course.id(), due, Optional.empty());
        return assignments.contains(wanted) ? this : after(new EmployeeEvent.CourseAssigned(course.id(), due, now));
    }

    /**
     * They have completed a course, by its present definition. Closes the assignment, if there is one; raises skills that
     * were lower than what the course grants; and awards or renews the certification that it leads to. The same
     * completion again changes nothing.
     *
     * @param on the day of completion
     */
    public Employee complete(Course course, LocalDate on, Instant now) {
        requireActive("complete a course");
        course.requireOffered("be completed");
        Require.present("on", on);
        if (completedCourses.contains(new CompletedCourse(course.id(), course.revision(), on))) {
            return this;
        }
        Employee next = after(new EmployeeEvent.CourseCompleted(course.id(), course.revision(), on, now));
        for (SkillLevel granted : ImmutableList.sortedCopyOf(
                SkillLevel.BY_NAME, course.definition().skills())) {
            next = granted.level() > next.level(granted.skill()) ? next.rate(granted, now) : next;
        }
        Optional<CertificationGrant> grant = course.definition().certification();
        return grant.isPresent() ? next.certified(grant.get(), on, now) : next;
    }

    /**
     * They have earned a certification. If they hold it on that day, this renews it: inside the window for renewal the
     * new period begins after the old one ends, before the window on the day itself; what would not make it last longer
     * changes nothing. If they do not hold it, this begins a new certificate; but a day before the first day of the
     * latest certificate changes nothing, so write older ones down first.
     */
    public Employee award(AwardCertification command, Instant now) {
        requireActive("be certified");
        return certified(command.grant(), command.on(), now);
    }

    /**
     * Takes a certification away, from a day on.
     *
     * @throws NotFoundException if they do not hold it on that day
     */
    public Employee revoke(RevokeCertification command, Instant now) {
        requireActive("lose a certification");
        if (latest(command.certification())
                .filter(held -> held.standing(command.on()).holds())
                .isEmpty()) {
            throw new NotFoundException("valid certificate of " + id);
        }
        return after(
                new EmployeeEvent.CertificationRevoked(command.certification(), command.on(), command.reason(), now));
    }

    /** They leave. No work is routed to them any more; what they learned stays. */
    public Employee leave(Instant now) {
        requireActive("leave");
        return after(new EmployeeEvent.Left(now));
    }

    /** They are back. */
    public Employee rejoin(Instant now) {
        if (active()) {
            throw new IllegalTransitionException(id, status, "rejoin", "only somebody who left can come back");
        }
        return after(new EmployeeEvent.Rejoined(now));
    }

    public boolean active() {
        return status == EmployeeStatus.ACTIVE;
    }

    /** The level at which they have a skill; 0 if they do not have it. */
    public int level(Skill skill) {
        return skills.stream()
                .filter(one -> one.skill().equals(skill))
                .mapToInt(SkillLevel::level)
                .findFirst()
                .orElse(0);
    }

    /** How they stand with a certification on a day, as far as is known now. */
    public CertificationCheck check(Certification certification, LocalDate date) {
        return Lists.reverse(certificates).stream()
                .filter(held -> held.certification().equals(certification))
                .filter(held -> !date.isBefore(held.validFrom()))
                .findFirst()
                .map(held -> CertificationCheck.of(held, date))
                .orElseGet(() -> CertificationCheck.missing(certification, date));
    }

    /** This state without unsaved changes, as it is after a save. */
    public Employee saved() {
        EmployeeDraft draft = new EmployeeDraft(this);
        draft.changes = List.of();
        return draft.build();
    }

    /** The state that one more event makes; the event is not an unsaved change. */
    public Employee evolve(EmployeeEvent event) {
        EmployeeDraft draft = new EmployeeDraft(this);
        draft.version++;
        draft.apply(event);
        return draft.build();
    }

    /** Without the host's user key. */
    @Override
    public String toString() {
        return "Employee[" + id.value() + ", " + status + ", version " + version + "]";
    }

    private Employee certified(CertificationGrant grant, LocalDate on, Instant now) {
        Optional<Certificate> present = latest(grant.certification());
        if (present.filter(held -> held.reaches(on)).isEmpty()) {
            Certificate fresh = Certificate.award(grant.certification(), grant.validity(), on);
            return after(new EmployeeEvent.CertificationAwarded(fresh, now));
        }
        return present.flatMap(held -> held.renew(grant.validity(), on))
                .map(renewed -> after(new EmployeeEvent.CertificationRenewed(renewed, on, now)))
                .orElse(this);
    }

    private Optional<Certificate> latest(Certification certification) {
        return Lists.reverse(certificates).stream()
                .filter(held -> held.certification().equals(certification))
                .findFirst();
    }

    private static Employee started(EmployeeEvent.Registered event) {
        return new Employee(
                event.employee(),
                event.actor(),
                event.roles(),
                event.skills(),
                event.calendar(),
                event.capacity(),
                EmployeeStatus.ACTIVE,
                List.of(),
                List.of(),
                List.of(),
                event.at(),
                1,
                List.of());
    }

    private Employee after(EmployeeEvent event) {
        EmployeeDraft draft = new EmployeeDraft(evolve(event));
        draft.changes = History.plus(changes, event);
        return draft.build();
    }

    private void requireActive(String verb) {
        if (!active()) {
            throw new IllegalTransitionException(id, status, verb, "let them rejoin first");
        }
    }
}

package io.rapport.crm.staff;

import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.store.StaleAggregateException;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The people who serve customers, what they have learned, and who is ready for what. Each call is a unit of work of its
 * own, or part of the one that {@code Crm.inTransaction} opened. Verbs throw {@link NotFoundException} for an unknown
 * employee or course, {@link IllegalTransitionException} for an employee who left or a course that was withdrawn, and
 * {@link StaleAggregateException} if somebody saved the employee at the same moment. Days are local dates: the caller
 * says which day it is. Thread-safe outside such a transaction.
 */
public final class Staff {

    private final Workspace workspace;

    public Staff(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The courses that they can be assigned. */
    public Courses courses() {
        return new Courses(workspace);
    }

    /** What tasks ask for. */
    public Requirements requirements() {
        return new Requirements(workspace);
    }

    /**
     * Makes a new employee known.
     *
     * @throws AlreadyExistsException if another employee has the actor, also one who left
     */
    public Employee register(RegisterEmployee command) {
        workspace.valid(command);
        Employee employee = Employee.register(new EmployeeId(workspace.nextId()), command, workspace.now());
        return workspace.inTransaction(unit -> saved(unit, employee));
    }

    public Optional<Employee> find(EmployeeId id) {
        return workspace.reading(unit -> employees(unit).find(id));
    }

    /** The employee with this user key of the host. */
    public Optional<Employee> find(Actor actor) {
        return workspace.reading(unit -> employees(unit).find(actor));
    }

    /** Gives an employee other roles, another calendar or another capacity, based on the state that is stored now. */
    public Employee change(EmployeeId id, ChangeEmployee command) {
        workspace.valid(command);
        return changed(id, (employee, now) -> employee.change(command, now));
    }

    /** Says how well somebody has a skill. */
    public Employee rate(EmployeeId id, SkillLevel skill) {
        return changed(id, (employee, now) -> employee.rate(skill, now));
    }

    public Employee drop(EmployeeId id, Skill skill) {
        return changed(id, (employee, now) -> employee.drop(skill, now));
    }

    /**
     * Asks somebody to complete a course.
     *
     * @param due the last day that is in time
     */
    public Employee assign(EmployeeId id, CourseId course, LocalDate due) {
        return learned(id, course, (employee, definition, now) -> employee.assign(definition, due, now));
    }

    /**
     * Somebody has completed a course, by its present definition; see {@link Employee#complete}.
     *
     * @param on the day of completion
     */
    public Employee complete(EmployeeId id, CourseId course, LocalDate on) {
        return learned(id, course, (employee, definition, now) -> employee.complete(definition, on, now));
    }

    /** Somebody has earned a certification elsewhere than in a course; see {@link Employee#award}. */
    public Employee award(EmployeeId id, AwardCertification command) {
        workspace.valid(command);
        return changed(id, (employee, now) -> employee.award(command, now));
    }

    /**
     * Takes a certification away.
     *
     * @throws NotFoundException also if they do not hold it on that day
     */
    public Employee revoke(EmployeeId id, RevokeCertification command) {
        workspace.valid(command);
        return changed(id, (employee, now) -> employee.revoke(command, now));
    }

    public Employee leave(EmployeeId id) {
        return changed(id, Employee::leave);
    }

    public Employee rejoin(EmployeeId id) {
        return changed(id, Employee::rejoin);
    }

    /**
     * Saves changes that were decided on an employee loaded earlier.
     *
     * @throws StaleAggregateException if somebody saved the employee meanwhile
     */
    public Employee save(Employee employee) {
        return workspace.inTransaction(unit -> saved(unit, employee));
    }

    /** Everything that happened to an employee, oldest first. */
    public List<EmployeeEvent> history(EmployeeId id) {
        return workspace.reading(unit -> employees(unit).history(id));
    }

    /** Everybody who works here, by the time they were registered. One query; reads them all. */
    public List<Employee> active() {
        return workspace.reading(unit -> employees(unit).active());
    }

    /** Every employee, also those who left, by the time they were registered. */
    public Page<Employee> page(PageRequest request) {
        return workspace.reading(unit -> employees(unit).page(request));
    }

    /** Whether somebody is ready for a task on a day, and why. */
    public Readiness readiness(EmployeeId id, Task task, Optional<String> channel, LocalDate date) {
        return workspace.reading(unit -> Readiness.of(
                employees(unit).require(id), Requirements.repository(unit).list(), task, channel, date));
    }

    /** Who of those who work here is ready for a task on any channel, who is not, and why. */
    public ReadinessReport ready(Task task, LocalDate date) {
        return ready(task, Optional.empty(), date);
    }

    /** The same for work on one channel. Two queries. */
    public ReadinessReport ready(Task task, Optional<String> channel, LocalDate date) {
        return workspace.reading(unit -> {
            List<Requirement> requirements = Requirements.repository(unit).list();
            return ReadinessReport.of(employees(unit).active().stream()
                    .map(employee -> Readiness.of(employee, requirements, task, channel, date))
                    .toList());
        });
    }

    /** The courses that are overdue on a day for those who work here, the longest overdue first. */
    public List<OverdueCourse> overdue(LocalDate date) {
        return active().stream()
                .flatMap(employee -> employee.assignments().stream()
                        .filter(assigned -> assigned.progress(date) == CourseProgress.OVERDUE)
                        .map(assigned ->
                                new OverdueCourse(employee.id(), employee.actor(), assigned.course(), assigned.due())))
                .sorted(Comparator.comparing(OverdueCourse::due))
                .toList();
    }

    /** What an employee does with a course. */
    private interface Lesson {

        Employee act(Employee employee, Course course, Instant now);
    }

    private Employee learned(EmployeeId id, CourseId course, Lesson lesson) {
        return workspace.inTransaction(unit -> {
            Course definition = Courses.repository(unit).require(course);
            return saved(unit, lesson.act(employees(unit).require(id), definition, workspace.now()));
        });
    }

    private Employee changed(EmployeeId id, BiFunction<Employee, Instant, Employee> verb) {
        return workspace.inTransaction(
                unit -> saved(unit, verb.apply(employees(unit).require(id), workspace.now())));
    }

    private static Employee saved(UnitOfWork unit, Employee employee) {
        employees(unit).save(employee);
        return employee.saved();
    }

    private static EmployeeRepository employees(UnitOfWork unit) {
        return unit.repository(EmployeeRepository.class);
    }
}

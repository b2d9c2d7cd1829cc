package io.rapport.crm.staff;

import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.store.StaleAggregateException;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The courses that employees complete. Each call is a unit of work of its own, or part of the one that
 * {@code Crm.inTransaction} opened. Verbs throw {@link NotFoundException} for an unknown course,
 * {@link IllegalTransitionException} for one that was withdrawn, and {@link StaleAggregateException} if somebody saved it
 * at the same moment. Thread-safe outside such a transaction.
 */
public final class Courses {

    private final Workspace workspace;

    Courses(Workspace workspace) {
        this.workspace = workspace;
    }

    public Course define(DefineCourse command) {
        workspace.valid(command);
        Course course = Course.define(new CourseId(workspace.nextId()), command, workspace.now());
        return workspace.inTransaction(unit -> saved(unit, course));
    }

    /** Defines a course anew, from the next completion on. */
    public Course revise(CourseId id, DefineCourse command) {
        workspace.valid(command);
        return changed(id, (course, now) -> course.revise(command, now));
    }

    /** Holds a course no more. */
    public Course withdraw(CourseId id) {
        return changed(id, Course::withdraw);
    }

    public Optional<Course> find(CourseId id) {
        return workspace.reading(unit -> repository(unit).find(id));
    }

    /** Every course, also withdrawn ones, by the time they were first defined. */
    public List<Course> list() {
        return workspace.reading(unit -> repository(unit).list());
    }

    /** Everything that happened to a course, oldest first: its definitions. */
    public List<CourseEvent> history(CourseId id) {
        return workspace.reading(unit -> repository(unit).history(id));
    }

    private Course changed(CourseId id, BiFunction<Course, Instant, Course> verb) {
        return workspace.inTransaction(
                unit -> saved(unit, verb.apply(repository(unit).require(id), workspace.now())));
    }

    private static Course saved(UnitOfWork unit, Course course) {
        repository(unit).save(course);
        return course.saved();
    }

    static CourseRepository repository(UnitOfWork unit) {
        return unit.repository(CourseRepository.class);
    }
}

package io.rapport.crm.staff;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.event.Aggregate;
import io.rapport.crm.event.History;
import io.rapport.crm.event.IllegalTransitionException;
import java.time.Instant;
import java.util.List;

/**
 * A course that employees complete, and what it grants them. Its definition is versioned: a revision counts for
 * completions from then on and changes nothing that was granted before. Immutable; every verb returns the next state.
 *
 * @param revision how often it was defined; 1 for the first
 * @param version how many events made this state
 * @param changes the events since it was loaded
 */
public record Course(
        CourseId id,
        DefineCourse definition,
        int revision,
        CourseStatus status,
        Instant definedAt,
        long version,
        List<CourseEvent> changes)
        implements Aggregate<CourseId, CourseEvent> {

    public Course {
        changes = ImmutableList.copyOf(changes);
    }

    /** A new course. */
    public static Course define(CourseId id, DefineCourse command, Instant now) {
        CourseEvent.Defined defined = new CourseEvent.Defined(id, command, now);
        return started(defined).with(List.of(defined));
    }

    /** The state that a history leads to, without unsaved changes. */
    public static Course fold(List<CourseEvent> history) {
        return History.fold(history, CourseEvent.Defined.class, Course::started, Course::evolve);
    }

    /** Defines it anew, from the next completion on; the same definition again changes nothing. */
    public Course revise(DefineCourse command, Instant now) {
        requireOffered("be revised");
        return command.equals(definition) ? this : after(new CourseEvent.Revised(command, now));
    }

    /** Holds it no more. */
    public Course withdraw(Instant now) {
        requireOffered("be withdrawn");
        return after(new CourseEvent.Withdrawn(now));
    }

    /** This state without unsaved changes, as it is after a save. */
    public Course saved() {
        return with(List.of());
    }

    /** The state that one more event makes; the event is not an unsaved change. */
    public Course evolve(CourseEvent event) {
        if (event instanceof CourseEvent.Revised revised) {
            return new Course(id, revised.definition(), revision + 1, status, definedAt, version + 1, changes);
        }
        if (event instanceof CourseEvent.Withdrawn) {
            return new Course(id, definition, revision, CourseStatus.WITHDRAWN, definedAt, version + 1, changes);
        }
        throw new IllegalArgumentException(event.getClass().getSimpleName() + " cannot follow a definition");
    }

    void requireOffered(String verb) {
        if (status != CourseStatus.OFFERED) {
            throw new IllegalTransitionException(id, status, verb, "define a new course instead");
        }
    }

    private static Course started(CourseEvent.Defined event) {
        return new Course(event.course(), event.definition(), 1, CourseStatus.OFFERED, event.at(), 1, List.of());
    }

    private Course after(CourseEvent event) {
        return evolve(event).with(History.plus(changes, event));
    }

    private Course with(List<CourseEvent> unsaved) {
        return new Course(id, definition, revision, status, definedAt, version, unsaved);
    }
}

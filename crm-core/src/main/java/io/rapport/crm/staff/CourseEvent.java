package io.rapport.crm.staff;

import io.rapport.crm.event.DomainEvent;
import java.time.Instant;

/** What can happen to a course. */
public sealed interface CourseEvent extends DomainEvent {

    /** The first event. */
    record Defined(CourseId course, DefineCourse definition, Instant at) implements CourseEvent {}

    /** What the course is from now on; who completed it before keeps what they were granted. */
    record Revised(DefineCourse definition, Instant at) implements CourseEvent {}

    record Withdrawn(Instant at) implements CourseEvent {}
}

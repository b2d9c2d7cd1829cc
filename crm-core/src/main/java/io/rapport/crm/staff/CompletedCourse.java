package io.rapport.crm.staff;

import java.time.LocalDate;

/**
 * A course that an employee has completed.
 *
 * @param revision which definition of the course it was
 */
public record CompletedCourse(CourseId course, int revision, LocalDate on) {}

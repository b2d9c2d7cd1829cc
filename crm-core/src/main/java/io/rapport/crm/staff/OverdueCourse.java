package io.rapport.crm.staff;

import io.rapport.crm.id.Actor;
import java.time.LocalDate;

/**
 * A course that somebody should have completed.
 *
 * @param due the last day that would have been in time
 */
public record OverdueCourse(EmployeeId employee, Actor actor, CourseId course, LocalDate due) {}

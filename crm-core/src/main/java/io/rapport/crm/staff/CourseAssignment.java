package io.rapport.crm.staff;

import io.rapport.crm.fault.Require;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A course that an employee is to complete.
 *
 * @param due the last day that is in time
 * @param completedOn when it was completed
 */
public record CourseAssignment(CourseId course, LocalDate due, Optional<LocalDate> completedOn) {

    public CourseAssignment {
        Require.present("course", course);
        Require.present("due", due);
        Require.present("completedOn", completedOn);
    }

    /** How it stands, or stood, on a day: overdue from the day after the due day until it is completed. */
    public CourseProgress progress(LocalDate date) {
        if (completedOn.filter(day -> !date.isBefore(day)).isPresent()) {
            return CourseProgress.COMPLETED;
        }
        return date.isAfter(due) ? CourseProgress.OVERDUE : CourseProgress.DUE;
    }

    boolean open() {
        return completedOn.isEmpty();
    }
}

package io.rapport.crm.staff;

import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.store.AggregateRepository;
import java.util.List;

/** Where courses are kept. */
public interface CourseRepository extends AggregateRepository<CourseId, Course, CourseEvent> {

    /**
     * The course with an id that a command names.
     *
     * @throws NotFoundException if the course is unknown
     */
    default Course require(CourseId id) {
        return find(id).orElseThrow(() -> new NotFoundException(id));
    }

    /** Every course, also withdrawn ones, by (definedAt, id). */
    List<Course> list();
}

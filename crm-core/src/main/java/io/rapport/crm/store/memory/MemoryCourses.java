package io.rapport.crm.store.memory;

import io.rapport.crm.staff.Course;
import io.rapport.crm.staff.CourseEvent;
import io.rapport.crm.staff.CourseId;
import io.rapport.crm.staff.CourseRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The courses of a tenant. */
final class MemoryCourses extends MemoryAggregates<CourseId, Course, CourseEvent> implements CourseRepository {

    MemoryCourses(Journal journal, MemoryEvents events) {
        super(CourseEvent.class, journal, events);
    }

    @Override
    public List<Course> list() {
        return all().stream()
                .sorted(Comparator.comparing(Course::definedAt)
                        .thenComparing(course -> course.id().value()))
                .toList();
    }

    @Override
    void requireUnique(Course next) {
        // a course has no key but its id
    }

    @Override
    Course saved(Course course) {
        return course.saved();
    }

    @Override
    void index(Optional<Course> before, Course after) {
        // courses are few enough to look at each
    }
}

package io.rapport.crm.jdbc.internal;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.staff.Course;
import io.rapport.crm.staff.CourseEvent;
import io.rapport.crm.staff.CourseId;
import io.rapport.crm.staff.CourseRepository;
import io.rapport.crm.staff.CourseStatus;
import io.rapport.crm.staff.DefineCourse;
import java.sql.SQLException;
import java.util.List;

/** The courses of a tenant. */
final class JdbcCourses extends JdbcAggregates<CourseId, Course, CourseEvent> implements CourseRepository {

    private static final String SELECT = """
            SELECT id, version, definition, revision, status, defined_at
              FROM {course}
             WHERE tenant = ?""";
    private static final String BY_ID = SELECT + " AND id = ?";
    private static final String ALL = SELECT + " ORDER BY defined_at, id";
    private static final Insert INSERT =
            Insert.into("course", "definition", "revision", "status", "version", "defined_at", "tenant", "id");
    private static final String UPDATE = """
            UPDATE {course}
               SET definition = ?, revision = ?, status = ?, version = ?
             WHERE tenant = ? AND id = ? AND version = ?""";

    JdbcCourses(TenantId tenant, Session session, EventLog events) {
        super(tenant, session, events, EventFamily.COURSE, CourseEvent.class, new AggregateSql(BY_ID, INSERT, UPDATE));
    }

    @Override
    public List<Course> list() {
        return session.list(ALL, parameters -> parameters.add(tenant), this::map);
    }

    @Override
    void insert(Parameters parameters, Course course) throws SQLException {
        update(parameters, course);
        parameters.add(course.definedAt()).add(tenant).add(course.id());
    }

    @Override
    void update(Parameters parameters, Course course) throws SQLException {
        parameters
                .addJson(course.definition())
                .add(course.revision())
                .add(course.status())
                .add(course.version());
    }

    @Override
    Course map(Row row) throws SQLException {
        return new Course(
                new CourseId(row.id("id")),
                row.json("definition", DefineCourse.class),
                row.integer("revision"),
                row.constant("status", CourseStatus.class),
                row.instant("defined_at"),
                row.number("version"),
                List.of());
    }

    @Override
    AlreadyExistsException taken(SQLException violation) {
        return new AlreadyExistsException("id", "another course");
    }
}

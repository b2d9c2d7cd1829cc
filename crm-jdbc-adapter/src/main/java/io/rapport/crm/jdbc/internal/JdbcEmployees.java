package io.rapport.crm.jdbc.internal;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.staff.Certificate;
import io.rapport.crm.staff.CompletedCourse;
import io.rapport.crm.staff.CourseAssignment;
import io.rapport.crm.staff.Employee;
import io.rapport.crm.staff.EmployeeEvent;
import io.rapport.crm.staff.EmployeeId;
import io.rapport.crm.staff.EmployeeRepository;
import io.rapport.crm.staff.EmployeeStatus;
import io.rapport.crm.staff.SkillLevel;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The employees of a tenant. */
final class JdbcEmployees extends JdbcAggregates<EmployeeId, Employee, EmployeeEvent> implements EmployeeRepository {

    private static final String SELECT = """
            SELECT id, version, actor, roles, skills, calendar, capacity, status, assignments, completed_courses,
                   certificates, registered_at
              FROM {employee}
             WHERE tenant = ?""";
    private static final String BY_ID = SELECT + " AND id = ?";
    private static final String BY_ACTOR = SELECT + " AND actor = ?";
    private static final String ACTIVE = SELECT + " AND status = 'ACTIVE' ORDER BY registered_at, id";
    private static final Insert INSERT = Insert.into(
            "employee",
            "roles",
            "skills",
            "calendar",
            "capacity",
            "status",
            "assignments",
            "completed_courses",
            "certificates",
            "version",
            "actor",
            "registered_at",
            "tenant",
            "id");
    private static final String UPDATE = """
            UPDATE {employee}
               SET roles = ?, skills = ?, calendar = ?, capacity = ?, status = ?, assignments = ?,
                   completed_courses = ?, certificates = ?, version = ?
             WHERE tenant = ? AND id = ? AND version = ?""";

    JdbcEmployees(TenantId tenant, Session session, EventLog events) {
        super(
                tenant,
                session,
                events,
                EventFamily.EMPLOYEE,
                EmployeeEvent.class,
                new AggregateSql(BY_ID, INSERT, UPDATE));
    }

    @Override
    public Optional<Employee> find(Actor actor) {
        return session.one(BY_ACTOR, parameters -> parameters.add(tenant).add(actor.value()), this::map);
    }

    @Override
    public List<Employee> active() {
        return session.list(ACTIVE, parameters -> parameters.add(tenant), this::map);
    }

    @Override
    public Page<Employee> page(PageRequest request) {
        return Pages.ascending(
                session,
                SELECT,
                "registered_at",
                parameters -> parameters.add(tenant),
                request,
                this::map,
                employee -> new Cursor(employee.registeredAt(), employee.id().value()));
    }

    @Override
    void insert(Parameters parameters, Employee employee) throws SQLException {
        update(parameters, employee);
        parameters
                .add(employee.actor().value())
                .add(employee.registeredAt())
                .add(tenant)
                .add(employee.id());
    }

    @Override
    void update(Parameters parameters, Employee employee) throws SQLException {
        parameters
                .addJson(employee.roles())
                .addJson(employee.skills())
                .add(employee.calendar())
                .add(employee.capacity())
                .add(employee.status())
                .addJson(employee.assignments())
                .addJson(employee.completedCourses())
                .addJson(employee.certificates())
                .add(employee.version());
    }

    @Override
    Employee map(Row row) throws SQLException {
        return new Employee(
                new EmployeeId(row.id("id")),
                new Actor(row.text("actor")),
                Set.copyOf(row.list("roles", String.class)),
                Set.copyOf(row.list("skills", SkillLevel.class)),
                row.text("calendar"),
                row.integer("capacity"),
                row.constant("status", EmployeeStatus.class),
                row.list("assignments", CourseAssignment.class),
                row.list("completed_courses", CompletedCourse.class),
                row.list("certificates", Certificate.class),
                row.instant("registered_at"),
                row.number("version"),
                List.of());
    }

    @Override
    AlreadyExistsException taken(SQLException violation) {
        return new AlreadyExistsException("actor", "another employee");
    }
}

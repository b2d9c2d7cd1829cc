package io.rapport.crm.staff;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.AggregateRepository;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * Where employees are kept. Saving refuses, with {@link AlreadyExistsException}, an actor that another employee has,
 * also one who left.
 */
public interface EmployeeRepository extends AggregateRepository<EmployeeId, Employee, EmployeeEvent> {

    /** The employee with this user key of the host. */
    Optional<Employee> find(Actor actor);

    /**
     * The employee with an id that a command names.
     *
     * @throws NotFoundException if the employee is unknown
     */
    default Employee require(EmployeeId id) {
        return find(id).orElseThrow(() -> new NotFoundException(id));
    }

    /** Everybody who works here, by (registeredAt, id); one query. */
    List<Employee> active();

    /** Every employee, also those who left, by (registeredAt, id). */
    Page<Employee> page(PageRequest request);
}

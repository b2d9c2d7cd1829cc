package io.rapport.crm.store.memory;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.staff.Employee;
import io.rapport.crm.staff.EmployeeEvent;
import io.rapport.crm.staff.EmployeeId;
import io.rapport.crm.staff.EmployeeRepository;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The employees of a tenant. */
final class MemoryEmployees extends MemoryAggregates<EmployeeId, Employee, EmployeeEvent>
        implements EmployeeRepository {

    private static final String ALL = "all";

    private final JournaledMap<Actor, EmployeeId> byActor;
    private final TimeIndex<String, Employee> byTime;

    MemoryEmployees(Journal journal, MemoryEvents events) {
        super(EmployeeEvent.class, journal, events);
        byActor = new JournaledMap<>(journal);
        byTime = new TimeIndex<>(
                journal,
                employee -> new Cursor(employee.registeredAt(), employee.id().value()));
    }

    @Override
    public Optional<Employee> find(Actor actor) {
        return byActor.get(actor).flatMap(this::find);
    }

    @Override
    public List<Employee> active() {
        return all().stream()
                .filter(Employee::active)
                .sorted(Comparator.comparing(Employee::registeredAt)
                        .thenComparing(employee -> employee.id().value()))
                .toList();
    }

    @Override
    public Page<Employee> page(PageRequest request) {
        return byTime.ascending(ALL, request);
    }

    @Override
    void requireUnique(Employee next) {
        byActor.get(next.actor()).filter(holder -> !holder.equals(next.id())).ifPresent(holder -> {
            throw new AlreadyExistsException("actor", holder.toString());
        });
    }

    @Override
    Employee saved(Employee employee) {
        return employee.saved();
    }

    @Override
    void index(Optional<Employee> before, Employee after) {
        byActor.put(after.actor(), after.id());
        byTime.put(ALL, after);
    }
}

package io.rapport.crm.ticket;

import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.calendar.Calendars;
import io.rapport.crm.id.Actor;
import io.rapport.crm.staff.Candidate;
import io.rapport.crm.staff.Employee;
import io.rapport.crm.staff.EmployeeRepository;
import io.rapport.crm.store.UnitOfWork;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All who are employed, with what the store knows of their work at an instant. */
record RoutingCandidates(UnitOfWork unit, Calendars calendars, Instant now) {

    List<Candidate> all() {
        List<Employee> employees = unit.repository(EmployeeRepository.class).active();
        Map<String, Boolean> onShift = new HashMap<>();
        Map<Actor, Workload> workloads = TicketDesk.repository(unit)
                .workloads(employees.stream().map(Employee::actor).toList());
        return employees.stream()
                .map(employee -> candidate(
                        employee,
                        onShift.computeIfAbsent(employee.calendar(), this::open),
                        workloads.getOrDefault(employee.actor(), Workload.NONE)))
                .toList();
    }

    private Candidate candidate(Employee employee, boolean onShift, Workload workload) {
        return new Candidate(employee, onShift, workload.liveTickets(), workload.lastAssignedAt());
    }

    private boolean open(String key) {
        BusinessCalendar shifts = calendars.require(CalendarId.of(key));
        return shifts.isOpen(now);
    }
}

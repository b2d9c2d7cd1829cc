package io.rapport.crm.staff;

import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** Asks for other roles, another calendar and another capacity; all of them, as an edit form hands them in. */
public record ChangeEmployee(
        @NotNull Set<@NotBlank @Size(max = 64) String> roles,
        @NotBlank @Size(max = 64) String calendar,
        @PositiveOrZero @Max(10_000) int capacity) {

    public ChangeEmployee {
        roles = Require.set("roles", roles);
        roles.forEach(role -> Require.text("roles[]", role, Employee.MAX_ROLE));
        Require.text("calendar", calendar, Employee.MAX_CALENDAR);
        Require.between("capacity", capacity, 0, Employee.MAX_CAPACITY);
    }

    /** What {@code employee} has now, to be changed from there. */
    public static ChangeEmployee of(Employee employee) {
        return new ChangeEmployee(employee.roles(), employee.calendar(), employee.capacity());
    }

    public ChangeEmployee roles(Set<String> newRoles) {
        return new ChangeEmployee(newRoles, calendar, capacity);
    }

    public ChangeEmployee calendar(String name) {
        return new ChangeEmployee(roles, name, capacity);
    }

    public ChangeEmployee capacity(int openTickets) {
        return new ChangeEmployee(roles, calendar, openTickets);
    }
}

package io.rapport.crm.staff;

import com.google.common.collect.ImmutableSet;
import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * Asks for a new employee.
 *
 * <pre>{@code
 * RegisterEmployee.of(Actor.of("bea"), "Zagreb office", 12)
 *         .as("support")
 *         .with(Skill.of("returns").at(4));
 * }</pre>
 *
 * @param actor the host's own user key
 * @param roles each at most 64 characters
 * @param skills no two of the same skill
 * @param calendar the name of the business calendar by which they work, at most 64 characters
 * @param capacity how many open tickets they can have at once, 0 to 10,000; with 0 no work is routed to them
 */
public record RegisterEmployee(
        @NotNull @Valid Actor actor,
        @NotNull Set<@NotBlank @Size(max = 64) String> roles,
        @NotNull Set<@NotNull @Valid SkillLevel> skills,
        @NotBlank @Size(max = 64) String calendar,
        @PositiveOrZero @Max(10_000) int capacity) {

    @Constructible(RegisterEmployee.class)
    public RegisterEmployee {
        Require.present("actor", actor);
        roles = Require.set("roles", roles);
        roles.forEach(role -> Require.text("roles[]", role, Employee.MAX_ROLE));
        skills = Require.set("skills", skills);
        SkillLevel.requireDistinct(skills);
        Require.text("calendar", calendar, Employee.MAX_CALENDAR);
        Require.between("capacity", capacity, 0, Employee.MAX_CAPACITY);
    }

    /** Without roles or skills. */
    public static RegisterEmployee of(Actor actor, String calendar, int capacity) {
        return new RegisterEmployee(actor, Set.of(), Set.of(), calendar, capacity);
    }

    public RegisterEmployee as(String role) {
        return new RegisterEmployee(actor, plus(roles, role), skills, calendar, capacity);
    }

    public RegisterEmployee with(SkillLevel skill) {
        return new RegisterEmployee(actor, roles, plus(skills, skill), calendar, capacity);
    }

    /** Without the host's user key. */
    @Override
    public String toString() {
        return "RegisterEmployee[" + roles + ", " + skills + "]";
    }

    private static <T> Set<T> plus(Set<T> values, T added) {
        return ImmutableSet.<T>builder()
                .addAll(values)
                .add(Require.present("value", added))
                .build();
    }
}

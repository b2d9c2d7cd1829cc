package io.rapport.crm.id;

import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Who did it: a member of the host's staff by the host's own user key, or a program. Not a customer, and not a name.
 *
 * @param value at most 64 characters
 */
public record Actor(@NotBlank @Size(max = 64) String value) {

    /** The library itself, acting on the host's schedule. */
    public static final Actor SYSTEM = new Actor("system");

    public Actor {
        Require.text("actor", value, 64);
    }

    public static Actor of(String value) {
        return new Actor(value);
    }
}

package io.rapport.crm.ticket;

import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * How a ticket was put right.
 *
 * @param code the host's own code for reports, such as {@code "replaced"}, at most 64 characters
 * @param solution what was done, at most 20,000 characters, possibly empty
 */
public record Resolution(
        @NotBlank @Size(max = 64) String code,
        @NotNull @Size(max = 20_000) String solution) {

    public Resolution {
        Require.text("code", code, 64);
        Require.atMost("solution", solution, Ticket.MAX_TEXT);
    }

    public static Resolution of(String code, String solution) {
        return new Resolution(code, solution);
    }

    /** Without what was written. */
    @Override
    public String toString() {
        return "Resolution[" + code + "]";
    }
}

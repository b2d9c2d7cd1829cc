package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Which loyalty program, by the host's own key for it.
 *
 * @param value at most 64 characters, compared exactly
 */
public record ProgramId(@NotBlank @Size(max = 64) String value) {

    public ProgramId {
        Require.text("program", value, 64);
    }

    public static ProgramId of(String value) {
        return new ProgramId(value);
    }
}

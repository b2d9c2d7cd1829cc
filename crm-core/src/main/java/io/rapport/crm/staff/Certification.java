package io.rapport.crm.staff;

import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What an employee may be certified in, such as the handling of complaints, by the host's own name for it. What an
 * employee holds of it is a {@link Certificate}.
 *
 * @param name at most 64 characters, compared exactly
 */
public record Certification(@NotBlank @Size(max = 64) String name) {

    static final int MAX_NAME = 64;

    public Certification {
        Require.text("certification", name, MAX_NAME);
    }

    public static Certification of(String name) {
        return new Certification(name);
    }
}

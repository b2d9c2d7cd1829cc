package io.rapport.crm.staff;

import io.rapport.crm.fault.Require;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Asks to take a certification away.
 *
 * @param on the first day on which it no longer holds
 * @param reason at most 200 characters
 */
public record RevokeCertification(
        @NotNull @Valid Certification certification,
        @NotNull LocalDate on,
        @NotBlank @Size(max = 200) String reason) {

    public RevokeCertification {
        Require.present("certification", certification);
        Require.present("on", on);
        Require.text("reason", reason, Employee.MAX_REASON);
    }

    public static RevokeCertification of(Certification certification, LocalDate on, String reason) {
        return new RevokeCertification(certification, on, reason);
    }

    /** Without the reason. */
    @Override
    public String toString() {
        return "RevokeCertification[" + certification + ", " + on + "]";
    }
}

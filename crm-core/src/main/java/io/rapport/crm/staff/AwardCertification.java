package io.rapport.crm.staff;

import io.rapport.crm.fault.Require;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * Asks for a certification that was earned elsewhere than in a course.
 *
 * @param on the day on which it was earned, the first valid day of a new certificate
 */
public record AwardCertification(
        @NotNull @Valid CertificationGrant grant, @NotNull LocalDate on) {

    public AwardCertification {
        Require.present("grant", grant);
        Require.present("on", on);
    }

    public static AwardCertification of(CertificationGrant grant, LocalDate on) {
        return new AwardCertification(grant, on);
    }
}

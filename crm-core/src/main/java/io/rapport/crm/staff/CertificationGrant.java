package io.rapport.crm.staff;

import io.rapport.crm.fault.Require;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/**
 * The certification that a course leads to.
 *
 * @param validity how long it holds; empty if it never expires
 */
public record CertificationGrant(
        @NotNull @Valid Certification certification,
        @NotNull Optional<@Valid Validity> validity) {

    public CertificationGrant {
        Require.present("certification", certification);
        Require.present("validity", validity);
    }

    /** Without end. */
    public static CertificationGrant of(Certification certification) {
        return new CertificationGrant(certification, Optional.empty());
    }

    public CertificationGrant valid(Validity howLong) {
        return new CertificationGrant(certification, Optional.of(howLong));
    }
}

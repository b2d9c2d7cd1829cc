package io.rapport.crm.staff;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How an employee stands with one certification on a day, with the days behind the answer.
 *
 * @param lastValidDay of the certificate that was looked at; empty if there is none or it never expires
 * @param renewableFrom when the window for its renewal opens; empty if it has none
 * @param revokedOn when it was taken away
 */
public record CertificationCheck(
        Certification certification,
        LocalDate date,
        CertificationStanding standing,
        Optional<LocalDate> lastValidDay,
        Optional<LocalDate> renewableFrom,
        Optional<LocalDate> revokedOn) {

    static CertificationCheck missing(Certification certification, LocalDate date) {
        return new CertificationCheck(
                certification,
                date,
                CertificationStanding.MISSING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static CertificationCheck of(Certificate certificate, LocalDate date) {
        return new CertificationCheck(
                certificate.certification(),
                date,
                certificate.standing(date),
                certificate.lastValidDay(),
                certificate.renewableFrom(),
                certificate.revokedOn());
    }

    /** Why, in a short English sentence without a full stop; dates in ISO 8601. */
    public String explanation() {
        String name = certification.name();
        return switch (standing) {
            case VALID -> name + " is valid " + until();
            case EXPIRING_SOON -> name + " is valid " + until() + " and can be renewed now";
            case EXPIRED -> name + " expired: it was valid " + until();
            case REVOKED ->
                name + " was revoked" + revokedOn.map(day -> " on " + day).orElse("");
            case MISSING -> name + " is missing";
        };
    }

    private String until() {
        return lastValidDay.map(day -> "until " + day).orElse("without end");
    }
}

package io.rapport.crm.staff;

import io.rapport.crm.fault.Require;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an employee holds of a certification: one unbroken span of days, renewals included. Once it has expired or was
 * revoked it stays as it is, and a new award is another certificate.
 *
 * @param validFrom the first valid day
 * @param lastValidDay the last valid day; empty if it never expires
 * @param renewalWindowDays how many of the last valid days are for renewal
 * @param revokedOn the first day on which it no longer holds because it was taken away
 */
public record Certificate(
        Certification certification,
        LocalDate validFrom,
        Optional<LocalDate> lastValidDay,
        int renewalWindowDays,
        Optional<LocalDate> revokedOn) {

    public Certificate {
        Require.present("certification", certification);
        Require.present("validFrom", validFrom);
        Require.present("lastValidDay", lastValidDay);
        Require.between("renewalWindowDays", renewalWindowDays, 0, Validity.MAX_WINDOW);
        Require.present("revokedOn", revokedOn);
    }

    /** The first day on which a renewal counts from the old end; empty if it never expires or has no such window. */
    public Optional<LocalDate> renewableFrom() {
        return renewalWindowDays == 0
                ? Optional.empty()
                : lastValidDay.map(last -> last.minusDays(renewalWindowDays - 1L));
    }

    /** How it stands on a day. Before its first day it is {@link CertificationStanding#MISSING}. */
    public CertificationStanding standing(LocalDate date) {
        if (date.isBefore(validFrom)) {
            return CertificationStanding.MISSING;
        }
        if (revokedOn.filter(day -> !date.isBefore(day)).isPresent()) {
            return CertificationStanding.REVOKED;
        }
        if (lastValidDay.filter(date::isAfter).isPresent()) {
            return CertificationStanding.EXPIRED;
        }
        return renewableFrom().filter(day -> !date.isBefore(day)).isPresent()
                ? CertificationStanding.EXPIRING_SOON
                : CertificationStanding.VALID;
    }

    static Certificate award(Certification certification, Optional<Validity> validity, LocalDate on) {
        return new Certificate(
                certification,
                on,
                validity.map(limit -> limit.lastDayFrom(on)),
                validity.map(Validity::renewalWindowDays).orElse(0),
                Optional.empty());
    }

    /** Whether something that was completed on a day still belongs to this span, rather than to a new one. */
    boolean reaches(LocalDate on) {
        return revokedOn.isEmpty()
                ? lastValidDay.filter(on::isAfter).isEmpty()
                : revokedOn.filter(on::isBefore).isPresent();
    }

    /**
     * The span with a renewal that was completed on a day that it {@linkplain #reaches reaches}: from the old end inside
     * the window, from the day of completion before it. Empty if that makes it no longer, or if it was revoked.
     */
    Optional<Certificate> renew(Optional<Validity> validity, LocalDate on) {
        if (revokedOn.isPresent() || lastValidDay.isEmpty() || on.isBefore(validFrom)) {
            return Optional.empty();
        }
        LocalDate oldEnd = lastValidDay.get();
        boolean inWindow = renewableFrom().filter(day -> !on.isBefore(day)).isPresent();
        Optional<LocalDate> newEnd = validity.map(limit -> limit.lastDayFrom(inWindow ? oldEnd.plusDays(1) : on));
        if (newEnd.isPresent() && !newEnd.get().isAfter(oldEnd)) {
            return Optional.empty();
        }
        int window = validity.map(Validity::renewalWindowDays).orElse(0);
        return Optional.of(new Certificate(certification, validFrom, newEnd, window, revokedOn));
    }

    Certificate revoke(LocalDate on) {
        return new Certificate(certification, validFrom, lastValidDay, renewalWindowDays, Optional.of(on));
    }
}

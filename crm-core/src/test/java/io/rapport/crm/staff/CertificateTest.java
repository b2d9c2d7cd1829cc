package io.rapport.crm.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.fault.InvalidInputException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The days of a certification. */
class CertificateTest {

    private static final Certification COMPLAINTS = Certification.of("complaints");

    @ParameterizedTest
    @CsvSource({
        "2023-02-20, P12M, 2024-02-19",
        "2023-02-12, P12M, 2024-02-11",
        "2023-02-20, P1Y, 2024-02-19",
        "2024-02-29, P12M, 2025-02-27",
        "2024-02-29, P4Y, 2028-02-28",
        "2023-01-31, P1M, 2023-02-27",
        "2023-03-01, P30D, 2023-03-30",
        "2023-03-01, P1D, 2023-03-01"
    })
    void the_last_valid_day_is_the_day_before_the_anniversary(LocalDate completed, Period valid, LocalDate last) {
        Certificate certificate = awarded(completed, Validity.of(valid));

        assertThat(certificate.lastValidDay()).contains(last);
        assertThat(certificate.standing(last)).isEqualTo(CertificationStanding.VALID);
        assertThat(certificate.standing(last.plusDays(1))).isEqualTo(CertificationStanding.EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-02-11, MISSING",
        "2023-02-12, VALID",
        "2024-01-12, VALID",
        "2024-01-13, EXPIRING_SOON",
        "2024-02-11, EXPIRING_SOON",
        "2024-02-12, EXPIRED"
    })
    void it_stands_differently_from_day_to_day(LocalDate date, CertificationStanding standing) {
        Certificate certificate = awarded(LocalDate.of(2023, 2, 12), yearly(30));

        assertThat(certificate.renewableFrom()).contains(LocalDate.of(2024, 1, 13));
        assertThat(certificate.standing(date)).isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource({
        "first day of the window,   2024-01-21, 2025-02-19",
        "in the window,             2024-02-01, 2025-02-19",
        "last day of the window,    2024-02-19, 2025-02-19",
        "day before the window,     2024-01-20, 2025-01-19",
        "long before the window,    2023-06-01, 2024-05-31"
    })
    void a_renewal_in_the_window_counts_from_the_old_end_and_before_it_from_the_day_itself(
            String when, LocalDate renewedOn, LocalDate last) {
        Certificate certificate = awarded(LocalDate.of(2023, 2, 20), yearly(30));

        Certificate renewed =
                certificate.renew(Optional.of(yearly(30)), renewedOn).orElseThrow();

        assertThat(renewed.lastValidDay()).as(when).contains(last);
        assertThat(renewed.validFrom()).isEqualTo(LocalDate.of(2023, 2, 20));
    }

    @Test
    void after_its_last_day_nothing_can_be_renewed() {
        Certificate certificate = awarded(LocalDate.of(2023, 2, 20), yearly(30));

        assertThat(certificate.reaches(LocalDate.of(2024, 2, 19))).isTrue();
        assertThat(certificate.reaches(LocalDate.of(2024, 2, 20))).isFalse();
    }

    @Test
    void a_renewal_never_takes_days_away() {
        Certificate certificate = awarded(LocalDate.of(2023, 2, 20), yearly(30));

        assertThat(certificate.renew(Optional.of(Validity.of(Period.ofMonths(1))), LocalDate.of(2023, 6, 1)))
                .isEmpty();
    }

    @Test
    void without_a_validity_it_never_expires() {
        Certificate certificate = Certificate.award(COMPLAINTS, Optional.empty(), LocalDate.of(2023, 2, 20));

        assertThat(certificate.standing(LocalDate.of(2123, 2, 20))).isEqualTo(CertificationStanding.VALID);
        assertThat(certificate.lastValidDay()).isEmpty();
        assertThat(certificate.renewableFrom()).isEmpty();
        assertThat(certificate.renew(Optional.of(yearly(0)), LocalDate.of(2024, 2, 20)))
                .isEmpty();
    }

    @Test
    void a_revoked_one_does_not_hold_from_that_day_on() {
        Certificate revoked = awarded(LocalDate.of(2023, 2, 20), yearly(30)).revoke(LocalDate.of(2023, 5, 1));

        assertThat(revoked.standing(LocalDate.of(2023, 4, 30))).isEqualTo(CertificationStanding.VALID);
        assertThat(revoked.standing(LocalDate.of(2023, 5, 1))).isEqualTo(CertificationStanding.REVOKED);
        assertThat(revoked.standing(LocalDate.of(2025, 5, 1))).isEqualTo(CertificationStanding.REVOKED);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-02-15, DUE",
        "2023-02-16, OVERDUE",
        "2023-02-19, OVERDUE",
        "2023-02-20, COMPLETED",
        "2023-02-21, COMPLETED"
    })
    void a_course_is_overdue_from_the_day_after_its_due_day_until_it_is_completed(
            LocalDate date, CourseProgress progress) {
        CourseAssignment late = new CourseAssignment(
                new CourseId(new UUID(0, 1)), LocalDate.of(2023, 2, 15), Optional.of(LocalDate.of(2023, 2, 20)));

        assertThat(late.progress(date)).isEqualTo(progress);
    }

    @Test
    void a_course_that_is_never_completed_stays_overdue() {
        CourseAssignment open =
                new CourseAssignment(new CourseId(new UUID(0, 1)), LocalDate.of(2023, 2, 15), Optional.empty());

        assertThat(open.progress(LocalDate.of(2033, 2, 15))).isEqualTo(CourseProgress.OVERDUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P-1D", "P1M-1D", "P101Y", "P40000D", "P999999999Y", "P2147483647D"})
    void a_period_that_is_empty_negative_or_longer_than_a_century_is_refused(String period) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Validity.of(Period.parse(period)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("period"));
    }

    @ParameterizedTest
    @CsvSource({"P10D, 11", "P1M, 29", "P12M, 366", "P12M, -1", "P50Y, 3661"})
    void a_window_that_is_negative_or_longer_than_the_period_is_refused(Period period, int days) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Validity.of(period).renewableInTheLast(days))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("renewalWindowDays"));
    }

    private static Certificate awarded(LocalDate on, Validity validity) {
        return Certificate.award(COMPLAINTS, Optional.of(validity), on);
    }

    private static Validity yearly(int window) {
        return Validity.of(Period.ofMonths(12)).renewableInTheLast(window);
    }
}

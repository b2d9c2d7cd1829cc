package io.rapport.crm.staff;

import static io.rapport.crm.staff.Staffing.COMPLAINTS;
import static io.rapport.crm.staff.Staffing.NOW;
import static io.rapport.crm.staff.Staffing.PRIVACY;
import static io.rapport.crm.staff.Staffing.TODAY;
import static io.rapport.crm.staff.Staffing.certified;
import static io.rapport.crm.staff.Staffing.employee;
import static io.rapport.crm.staff.Staffing.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessTest {

    private static final List<Requirement> REQUIREMENTS = List.of(
            requirement(1, StateRequirement.of(Task.COMPLAINT, Set.of(COMPLAINTS))),
            requirement(2, StateRequirement.of(Task.COMPLAINT, Set.of(PRIVACY)).on("phone")),
            requirement(3, StateRequirement.of(Task.PROACTIVE, Set.of(PRIVACY))));
    private static final Employee BEA = certified(employee(1), COMPLAINTS, LocalDate.of(2023, 2, 20));

    @ParameterizedTest
    @CsvSource({
        "2023-02-19, MISSING,       false",
        "2023-02-20, READY,         true",
        "2024-01-20, READY,         true",
        "2024-01-21, EXPIRING_SOON, true",
        "2024-02-19, EXPIRING_SOON, true",
        "2024-02-20, EXPIRED,       false"
    })
    void readiness_changes_with_the_days_of_the_certificate(LocalDate date, ReadinessStatus status, boolean ready) {
        Readiness readiness = Readiness.of(BEA, REQUIREMENTS, Task.COMPLAINT, Optional.empty(), date);

        assertThat(readiness.status()).isEqualTo(status);
        assertThat(readiness.ready()).isEqualTo(ready);
    }

    @Test
    void a_channel_adds_what_it_asks_for_to_what_all_channels_ask_for() {
        Readiness onPhone = asked(BEA, Optional.of("phone"), LocalDate.of(2024, 2, 20));

        assertThat(onPhone.status()).isEqualTo(ReadinessStatus.MISSING);
        assertThat(onPhone.missing()).containsExactly(PRIVACY);
        assertThat(onPhone.expired()).containsExactly(COMPLAINTS);
        assertThat(asked(BEA, Optional.of("e-mail"), LocalDate.of(2023, 3, 1)).ready())
                .isTrue();
    }

    @Test
    void a_revoked_certification_is_missing() {
        Employee revoked =
                BEA.revoke(RevokeCertification.of(COMPLAINTS, LocalDate.of(2023, 5, 1), "Broke the rules"), NOW);

        Readiness readiness = asked(revoked, Optional.empty(), LocalDate.of(2023, 5, 1));

        assertThat(readiness.missing()).containsExactly(COMPLAINTS);
        assertThat(readiness.explanation())
                .isEqualTo("MISSING for COMPLAINT on 2023-05-01: complaints was revoked on 2023-05-01");
    }

    @Test
    void who_is_asked_for_nothing_is_ready() {
        Readiness readiness = Readiness.of(BEA, REQUIREMENTS, Task.REACTIVE, Optional.of("phone"), TODAY);

        assertThat(readiness.status()).isEqualTo(ReadinessStatus.READY);
        assertThat(readiness.explanation())
                .isEqualTo("READY for REACTIVE on phone on 2026-03-02: no certification is asked for");
    }

    @Test
    void the_answer_explains_itself_with_the_days() {
        assertThat(asked(BEA, Optional.of("phone"), LocalDate.of(2024, 2, 20)).explanation())
                .isEqualTo("MISSING for COMPLAINT on phone on 2024-02-20: "
                        + "complaints expired: it was valid until 2024-02-19, privacy is missing");
        assertThat(asked(BEA, Optional.empty(), LocalDate.of(2024, 2, 1)).explanation())
                .isEqualTo("EXPIRING_SOON for COMPLAINT on 2024-02-01: "
                        + "complaints is valid until 2024-02-19 and can be renewed now");
        Employee forEver = BEA.award(AwardCertification.of(CertificationGrant.of(PRIVACY), TODAY), NOW);
        assertThat(forEver.check(PRIVACY, TODAY).explanation()).isEqualTo("privacy is valid without end");
    }

    @Test
    void what_expires_soon_is_named_and_still_ready() {
        Readiness readiness = asked(BEA, Optional.empty(), LocalDate.of(2024, 2, 1));

        assertThat(readiness.expiringSoon()).containsExactly(COMPLAINTS);
        assertThat(readiness.checks())
                .extracting(CertificationCheck::renewableFrom)
                .containsExactly(Optional.of(LocalDate.of(2024, 1, 21)));
    }

    private static Readiness asked(Employee employee, Optional<String> channel, LocalDate date) {
        return Readiness.of(employee, REQUIREMENTS, Task.COMPLAINT, channel, date);
    }
}

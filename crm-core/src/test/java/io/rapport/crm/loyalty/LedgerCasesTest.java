package io.rapport.crm.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the timelines of the worked cases do not tell: what stays as it is stored, and which field is refused. */
class LedgerCasesTest {

    private static final LoyaltyAccountId ANN = new LoyaltyAccountId(new UUID(0, 1));

    private final Till till = new Till(new ProgramVersion(
            Program.builder(ProgramId.of("club"), ZoneOffset.UTC)
                    .expiry(ExpiryPolicy.sliding(Period.ofMonths(6), Set.of(ActivityKind.EARN, ActivityKind.SPEND)))
                    .build(),
            1,
            Instant.EPOCH,
            Actor.SYSTEM));

    LedgerCasesTest() {
        till.enrol(ANN, Commands.enrolment(ANN), day("2020-01-01"));
    }

    private static Instant day(String date) {
        return Instant.parse(date + "T00:00:00Z");
    }

    private static EarnPoints earning(long points) {
        return EarnPoints.of(ANN, points, CommandKey.of("earn"));
    }

    @Test
    void activity_slides_one_date_and_rewrites_no_lot() {
        till.run(earning(100), day("2026-01-01"));
        LotTerms before = till.lots(ANN).iterator().next().terms();

        till.run(RedeemPoints.of(ANN, 10, CommandKey.of("redeem")), day("2026-05-01"));

        assertThat(till.account(ANN).slidesUntil()).contains(day("2026-11-01"));
        assertThat(till.lots(ANN)).extracting(Lot::terms).containsExactly(before);
    }

    @Test
    void points_cannot_be_earned_in_the_future_or_expire_before_they_can_be_used() {
        Instant now = day("2026-01-01");

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> till.run(earning(1).at(day("2026-01-02")), now))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("effectiveAt"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> till.run(earning(1).expiring(now), now))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("expiresAt"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> TransferPoints.of(ANN, ANN, 1, CommandKey.of("to-herself")))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("to"));
    }
}

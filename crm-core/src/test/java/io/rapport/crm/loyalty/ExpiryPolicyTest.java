package io.rapport.crm.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.fault.InvalidInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryPolicyTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final Map<String, ExpiryPolicy> POLICIES = Map.ofEntries(
            Map.entry("0 months", ExpiryPolicy.afterMonths(0)),
            Map.entry("1 month", ExpiryPolicy.afterMonths(1)),
            Map.entry("2 months", ExpiryPolicy.afterMonths(2)),
            Map.entry("6 months", ExpiryPolicy.afterMonths(6)),
            Map.entry("1 year", ExpiryPolicy.afterMonths(12)),
            Map.entry("1 day", ExpiryPolicy.afterDays(1)),
            Map.entry("10 days", ExpiryPolicy.afterDays(10)),
            Map.entry("end of the month after 1 month", ExpiryPolicy.endOf(PeriodEnd.MONTH, Period.ofMonths(1))),
            Map.entry("end of quarter", ExpiryPolicy.endOf(PeriodEnd.QUARTER)),
            Map.entry("end of year", ExpiryPolicy.endOf(PeriodEnd.YEAR)),
            Map.entry("1 January", ExpiryPolicy.every(MonthDay.of(1, 1))),
            Map.entry("29 February", ExpiryPolicy.every(MonthDay.of(2, 29))));

    @ParameterizedTest(name = "{0}: earned {1}, {2}: {3}")
    @CsvSource({
        "VCH-EXP-01, 2026-01-25, 1 month, 2026-02-26",
        "VCH-EXP-01, 2026-01-01, 0 months, 2026-01-02",
        "VCH-EXP-01, 2026-01-31, 1 month, 2026-03-01",
        "VCH-EXP-01, 2026-01-10, end of the month after 1 month, 2026-03-01",
        "VCH-EXP-01, 2026-01-31, end of the month after 1 month, 2026-03-01",
        "VCH-EXP-01, 2026-06-15, 1 January, 2027-01-02",
        "like VCH-EXP-01, 2028-01-31, 1 month, 2028-03-01",
        "like VCH-EXP-01, 2026-03-31, 6 months, 2026-10-01",
        "like VCH-EXP-01, 2028-02-29, 1 year, 2029-03-01",
        "like VCH-EXP-01, 2026-12-31, 2 months, 2027-03-01",
        "like VCH-EXP-01, 2026-03-28, 1 day, 2026-03-30",
        "like VCH-EXP-01, 2026-03-20, 10 days, 2026-03-31",
        "like VCH-EXP-01, 2026-12-15, end of the month after 1 month, 2027-02-01",
        "like VCH-EXP-01, 2026-03-31, end of quarter, 2026-04-01",
        "like VCH-EXP-01, 2026-04-01, end of quarter, 2026-07-01",
        "like VCH-EXP-01, 2026-12-31, end of year, 2027-01-01",
        "like VCH-EXP-01, 2026-01-01, 1 January, 2027-01-02",
        "like VCH-EXP-01, 2026-12-31, 1 January, 2027-01-02",
        "like VCH-EXP-01, 2026-06-15, 29 February, 2027-03-01",
        "like VCH-EXP-01, 2027-06-15, 29 February, 2028-03-01"
    })
    void points_can_be_used_through_a_day_and_expire_as_the_next_begins(
            String worked, LocalDate earned, String policy, LocalDate expires) {
        for (LocalDateTime time : new LocalDateTime[] {earned.atStartOfDay(), earned.atTime(23, 59, 59)}) {
            Instant earnedAt = time.atZone(BERLIN).toInstant();

            assertThat(POLICIES.get(policy).expiresAt(earnedAt, BERLIN))
                    .as(worked)
                    .contains(expires.atStartOfDay(BERLIN).toInstant());
        }
    }

    @Test
    void the_zone_says_on_which_day_points_were_earned() {
        Instant earned = Instant.parse("2026-01-31T23:30:00Z");

        assertThat(ExpiryPolicy.endOf(PeriodEnd.MONTH).expiresAt(earned, BERLIN))
                .contains(Instant.parse("2026-02-28T23:00:00Z"));
        assertThat(ExpiryPolicy.endOf(PeriodEnd.MONTH).expiresAt(earned, ZoneId.of("UTC")))
                .contains(Instant.parse("2026-02-01T00:00:00Z"));
    }

    @Test
    void a_policy_that_contradicts_itself_is_refused() {
        assertRefused(() -> ExpiryPolicy.afterDays(-1));
        assertRefused(() -> ExpiryPolicy.sliding(Period.ZERO, Set.of(ActivityKind.EARN)));
        assertRefused(() -> ExpiryPolicy.sliding(Period.ofDays(1), Set.of()));
    }

    private static void assertRefused(Runnable policy) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(policy::run)
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("expiry"));
    }
}

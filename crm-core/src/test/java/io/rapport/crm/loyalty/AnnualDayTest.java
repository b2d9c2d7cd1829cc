package io.rapport.crm.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.id.CommandKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnualDayTest {

    @ParameterizedTest
    @CsvSource({
        "FEBRUARY_28, 2027, 2027-02-28",
        "MARCH_1, 2027, 2027-03-01",
        "FEBRUARY_28, 2028, 2028-02-29",
        "MARCH_1, 2028, 2028-02-29",
        "MARCH_1, 2100, 2100-03-01"
    })
    void a_birthday_on_29_february_has_a_stated_day_in_common_years(LeapDay rule, int year, LocalDate day) {
        assertThat(AnnualDay.of(MonthDay.of(2, 29)).on(rule).in(year)).isEqualTo(day);
    }

    @Test
    void without_a_rule_29_february_is_the_28th() {
        assertThat(AnnualDay.of(LocalDate.of(2000, 2, 29)).in(2026)).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @ParameterizedTest
    @CsvSource({"2026-05-03, 2026-05-03", "2026-05-04, 2027-05-03", "2026-01-01, 2026-05-03"})
    void the_next_such_day_is_that_day_itself_or_later(LocalDate from, LocalDate next) {
        assertThat(AnnualDay.of(LocalDate.of(1990, 5, 3)).next(from)).isEqualTo(next);
    }

    @Test
    void a_day_is_that_of_the_zone() {
        AnnualDay day = AnnualDay.of(MonthDay.of(1, 1));

        assertThat(day.today(Instant.parse("2026-12-31T23:30:00Z"), ZoneId.of("Europe/Berlin")))
                .contains(2027);
        assertThat(day.today(Instant.parse("2026-12-31T23:30:00Z"), ZoneId.of("UTC")))
                .isEmpty();
    }

    @Test
    void a_bonus_of_a_year_has_one_key() {
        LoyaltyAccountId ann = new LoyaltyAccountId(new UUID(1, 2));

        assertThat(AnnualDay.birthdayKey(ann, 2026))
                .isEqualTo(CommandKey.of("birthday:00000000-0000-0001-0000-000000000002:2026"));
        assertThat(AnnualDay.anniversaryKey(ann, 2026)).isNotEqualTo(AnnualDay.birthdayKey(ann, 2026));
    }
}

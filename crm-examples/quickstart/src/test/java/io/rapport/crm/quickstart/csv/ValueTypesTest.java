package io.rapport.crm.quickstart.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypesTest {

    @Test
    void an_amount_of_zero_is_fine() {
        assertThat(parse(ValueTypes.amount(), "0.00")).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void a_negative_amount_is_refused_as_negative() {
        refused(ValueTypes.amount(), "-0.01", "is negative; give 0 or more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e3",
                "1,50",
                "12.",
                ".5",
                "-",
                ".",
                "1.2.3",
                "0x10",
                "١٢",
                "$5",
                "1 000",
                "NaN",
                "1234567890123456789"
            })
    void an_amount_is_plain_digits_with_a_point(String text) {
        refused(ValueTypes.amount(), text, "is not a decimal number such as 19.90");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "x", "1e2", "--1", "12345678901234567890"})
    void a_whole_number_has_no_point(String text) {
        refused(ValueTypes.wholeNumber(0, 10), text, "is not a whole number such as 7");
    }

    @Test
    void a_whole_number_keeps_to_its_range() {
        assertThat(parse(ValueTypes.wholeNumber(0, 10), "10")).isEqualTo(10);
        refused(ValueTypes.wholeNumber(0, 10), "11", "is outside the allowed range, 0 to 10");
        refused(ValueTypes.wholeNumber(0, Long.MAX_VALUE), "-1", "is outside the allowed range, 0 or more");
    }

    @ParameterizedTest
    @CsvSource({
        "UTC,              1997-07-01,           1997-07-01T00:00:00Z",
        "America/New_York, 1997-07-01,           1997-07-01T04:00:00Z",
        "America/New_York, 1997-07-01T00:00:00Z, 1997-07-01T00:00:00Z"
    })
    void a_date_begins_in_the_zone_and_an_instant_is_itself(String zone, String text, Instant instant) {
        assertThat(parse(ValueTypes.dateOrInstant(ZoneId.of(zone)), text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1997-02-29", "01/07/1997", "1997-7-1", "1997-07-01T10:00", "yesterday"})
    void other_dates_are_refused(String text) {
        refused(
                ValueTypes.dateOrInstant(ZoneId.of("UTC")),
                text,
                "is neither a date such as 2026-10-01 nor an instant such as 2026-10-01T09:30:00Z");
    }

    @Test
    void an_unknown_constant_is_told_the_known_ones() {
        assertThat(parse(ValueTypes.oneOf(DayOfWeek.class), "MONDAY")).isEqualTo(DayOfWeek.MONDAY);
        refused(
                ValueTypes.oneOf(DayOfWeek.class),
                "monday",
                "is not one of MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY");
    }

    @Test
    void codes_that_no_standard_knows_are_refused() {
        refused(ValueTypes.currency(), "EURO", "is not a currency code such as EUR");
        refused(ValueTypes.country(), "XX", "is not a country code such as DE");
        refused(ValueTypes.flag(), "yes", "is neither true nor false");
        refused(ValueTypes.instant(), "2026-10-01", "is not an instant such as 2026-10-01T09:30:00Z");
    }

    @Test
    void words_are_separated_by_semicolons() {
        assertThat(parse(ValueTypes.words(), "vip; wholesale;;vip")).containsExactly("vip", "wholesale");
    }

    private static <T> T parse(ValueType<T> type, String text) {
        return type.parse().apply(text);
    }

    private static void refused(ValueType<?> type, String text, String reason) {
        assertThatThrownBy(() -> parse(type, text))
                .isInstanceOf(BadValueException.class)
                .hasMessage(reason);
    }
}

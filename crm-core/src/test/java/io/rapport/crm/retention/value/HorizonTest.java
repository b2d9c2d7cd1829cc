package io.rapport.crm.retention.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.rapport.crm.fault.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HorizonTest {

    @ParameterizedTest
    @CsvSource({
        "1, WEEK, DAY, 7",
        "1, YEAR, MONTH, 12",
        "1, MONTH, DAY, 30.436875",
        "1, YEAR, DAY, 365.2425",
        "48, HOUR, DAY, 2",
        "90, SECOND, SECOND, 90",
        "0, YEAR, SECOND, 0"
    })
    void units_convert(double length, UnitOfTime unit, UnitOfTime other, double expected) {
        assertThat(new Horizon(length, unit).in(other)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_span_is_finite_and_not_below_0(double length) {
        assertThatThrownBy(() -> Horizon.days(length))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("length");
        assertThatThrownBy(() -> Discount.perYear(length))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("rate");
    }

    @Test
    void a_span_reads_as_people_write_it() {
        assertThat(Horizon.weeks(52)).hasToString("52 weeks");
        assertThat(Horizon.years(1)).hasToString("1 year");
        assertThat(Horizon.months(4.5)).hasToString("4.5 months");
    }

    @Test
    void a_rate_compounds_to_other_periods() {
        Discount yearly = Discount.perYear(0.1);
        Discount monthly = yearly.compounded(Horizon.months(1));

        assertThat(monthly.rate()).isEqualTo(0.00797414, offset(1e-8));
        assertThat(monthly.factor(12)).isEqualTo(1 / 1.1, offset(1e-15));
        assertThat(monthly.compounded(Horizon.years(1)).rate()).isEqualTo(0.1, offset(1e-15));
        assertThatThrownBy(() -> new Discount(0.1, Horizon.days(0))).hasMessageContaining("period has no length");
    }
}

package io.rapport.crm.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.fault.InvalidInputException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What points that were issued together will still cost. */
class PointsCohortTest {

    @ParameterizedTest(name = "{0}: of {1} issued, {2} redeemed and {3} expired, {4} will cost {6}")
    @CsvSource({
        // case, issued, redeemed, expired, outstanding, redeemed in the end, liability
        "LIAB-03, 1000000, 600000, 100000, 300000, 0.80, 2400.00",
        "LIAB-03, 1000000, 600000, 100000, 300000, 1.00, 3000.00",
        "like LIAB-03, 1000000, 600000, 100000, 300000, 0.00, 0.00",
        "like LIAB-03, 1000000, 600000, 400000, 0, 0.80, 0.00",
        "like LIAB-03, 1000001, 600000, 100000, 300001, 0.80, 2400.008"
    })
    void liability_is_what_is_outstanding_times_its_cost_times_what_will_be_redeemed(
            String worked,
            long issued,
            long redeemed,
            long expired,
            long outstanding,
            BigDecimal rate,
            BigDecimal amount) {
        PointsCohort cohort = new PointsCohort(issued, redeemed, expired);

        assertThat(cohort.outstanding()).as(worked).isEqualTo(outstanding);
        assertThat(cohort.liability(new BigDecimal("0.01"), rate)).as(worked).isEqualByComparingTo(amount);
    }

    @ParameterizedTest(name = "{0}: of {1} redeemed and {2} expired {3} were never redeemed")
    @CsvSource({
        "LIAB-03, 600000, 100000, 0.142857",
        "like LIAB-03, 0, 100000, 1.000000",
        "like LIAB-03, 600000, 0, 0.000000",
        "like LIAB-03, 1, 2, 0.666667"
    })
    void breakage_is_the_share_of_the_closed_points_that_expired(
            String worked, long redeemed, long expired, BigDecimal breakage) {
        assertThat(new PointsCohort(1_000_000, redeemed, expired).breakageOfClosed())
                .as(worked)
                .contains(breakage);
    }

    @Test
    void while_no_point_is_closed_there_is_no_breakage_to_tell() {
        assertThat(new PointsCohort(10, 0, 0).breakageOfClosed()).isEmpty();
    }

    @Test
    void cohorts_add_up() {
        assertThat(new PointsCohort(600_000, 400_000, 0).plus(new PointsCohort(400_000, 200_000, 100_000)))
                .isEqualTo(new PointsCohort(1_000_000, 600_000, 100_000));
    }

    @Test
    void a_rate_is_a_share() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> PointsCohort.NONE.liability(BigDecimal.ONE, new BigDecimal("1.01")))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("redemptionRate"));
    }
}

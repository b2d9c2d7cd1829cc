package io.rapport.crm.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.fault.InvalidInputException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InactivityChurnTest {

    private static final LocalDate MARCH_31 = LocalDate.of(2024, 3, 31);

    @ParameterizedTest
    @CsvSource({"2024-03-01, 30, false", "2024-02-29, 30, true", "2024-03-31, 0, false", "2024-03-30, 0, true"})
    void exactly_n_days_is_still_active(LocalDate last, int days, boolean churned) {
        assertThat(InactivityChurn.isChurned(last, MARCH_31, days)).isEqualTo(churned);
        assertThat(InactivityChurn.of(Facts.activity(last.toString()), MARCH_31, days))
                .isEqualTo(new InactivityChurn(MARCH_31, days, churned ? 1 : 0, churned ? 0 : 1));
    }

    @Test
    void only_what_happened_until_the_day_counts() {
        ActivityDays activity = Facts.activity(
                "2024-01-01 2024-04-01", // away, but comes back later
                "2024-01-01 2024-03-31",
                "2024-04-01"); // not yet a customer

        InactivityChurn churn = InactivityChurn.of(activity, MARCH_31, 30);

        assertThat(churn.churn()).isEqualTo(new Rate(1, 2));
        assertThat(churn.retention()).isEqualTo(new Rate(1, 2));
        assertThat(churn.explain())
                .isEqualTo("On 2024-03-31, 50.0 % (1 of 2) of all customers had been away for more than 30 days.");
    }

    @Test
    void churn_of_nobody_is_undefined() {
        assertThat(InactivityChurn.of(ActivityDays.in(Facts.ZONE), MARCH_31, 30)
                        .churn()
                        .value())
                .isEmpty();
    }

    @Test
    void days_below_0_and_activity_after_the_day_are_refused() {
        assertThatThrownBy(() -> InactivityChurn.of(Facts.activity("2024-01-01"), MARCH_31, -1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("days is below 0");
        assertThatThrownBy(() -> InactivityChurn.isChurned(MARCH_31.plusDays(1), MARCH_31, 3))
                .hasMessageContaining("lastActive");
    }
}

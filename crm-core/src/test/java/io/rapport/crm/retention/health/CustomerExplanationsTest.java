package io.rapport.crm.retention.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.retention.Ratio;
import io.rapport.crm.retention.RevenueDays;
import io.rapport.crm.retention.Sales;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerExplanationsTest {

    private static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);

    private static final RevenueDays SALES = Sales.revenue(
            "2024-01-01=100 2024-01-11=100 2024-01-21=100 2024-04-20=100", // every 10 days, then 90, then 71 away
            "2024-01-01=5000 2024-06-01=1000 2024-06-11=1000 2024-06-21=1000 2024-07-01=70000", // the last is later
            "2024-06-15=600",
            "2024-07-01=1");

    private static final CustomerExplanations EXPLANATIONS = CustomerExplanations.of(SALES, AS_OF, 60);

    @Test
    void days_away_stand_against_the_own_usual_interval() {
        CustomerFigures overdue = EXPLANATIONS.of(Sales.customer(0)).orElseThrow();

        assertThat(overdue.daysSinceLast()).isEqualTo(71);
        assertThat(overdue.usualInterval()).hasValue(10);
        assertThat(overdue.timesUsual()).hasValue(7.1);
        assertThat(CustomerExplanations.reasons(overdue)).contains(new FigureReason(FigureReason.Code.OVERDUE, 71, 10));
    }

    /** Lately is 2 May to 30 June, before is 3 March to 1 May. */
    @Test
    void the_trend_sets_lately_against_before() {
        assertThat(EXPLANATIONS.of(Sales.customer(0)).orElseThrow().trend()).contains(new FrequencyTrend(60, 0, 1));
        CustomerFigures more = EXPLANATIONS.of(Sales.customer(1)).orElseThrow();
        assertThat(more.trend()).contains(new FrequencyTrend(60, 3, 0));
        assertThat(more.trend().orElseThrow().ratio().value()).isEmpty();
        assertThat(CustomerExplanations.reasons(more))
                .extracting(FigureReason::code)
                .containsExactly(FigureReason.Code.BUYS_MORE_OFTEN, FigureReason.Code.SPENDS_MUCH);
        assertThat(FigureReason.Code.BUYS_MORE_OFTEN.isRisk()).isFalse();
        assertThat(FigureReason.Code.OVERDUE.isRisk()).isTrue();
    }

    @Test
    void a_newcomer_has_no_usual_interval_and_no_trend() {
        CustomerFigures newcomer = EXPLANATIONS.of(Sales.customer(2)).orElseThrow();

        assertThat(newcomer.usualInterval()).isEmpty();
        assertThat(newcomer.timesUsual()).isEmpty();
        assertThat(newcomer.trend()).isEmpty();
        assertThat(CustomerExplanations.reasons(newcomer)).isEmpty();
    }

    @Test
    void spend_is_a_share_of_all_until_the_day() {
        CustomerFigures spender = EXPLANATIONS.of(Sales.customer(1)).orElseThrow();

        assertThat(spender.spendMinor()).isEqualTo(8000);
        assertThat(spender.spendShare()).isEqualTo(new Ratio(8000, 9000));
        assertThat(spender.timesAverageSpend()).hasValue(8000 * 3 / 9000.0);
        assertThat(CustomerExplanations.reasons(spender))
                .contains(new FigureReason(FigureReason.Code.SPENDS_MUCH, 8000, 3000));
    }

    @Test
    void only_customers_of_until_the_day_are_explained() {
        List<CustomerFigures> all = new ArrayList<>();
        EXPLANATIONS.forEach(all::add);

        assertThat(all).hasSize(3);
        assertThat(EXPLANATIONS.of(Sales.customer(3))).isEmpty();
        assertThat(EXPLANATIONS.of(Sales.customer(99))).isEmpty();
        assertThat(CustomerExplanations.of(Sales.none(), AS_OF, 60).of(Sales.customer(1)))
                .isEmpty();
    }
}

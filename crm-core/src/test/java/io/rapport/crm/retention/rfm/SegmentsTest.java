package io.rapport.crm.retention.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.retention.Sales;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {

    @ParameterizedTest
    @CsvSource({
        "5, 5, 5, Champions",
        "5, 5, 4, Potential Loyalist",
        "2, 2, 2, Loyal Customers",
        "4, 1, 3, Promising",
        "5, 1, 1, New Customers",
        "1, 4, 5, Can't Lose Them",
        "1, 5, 5, At Risk",
        "1, 5, 3, Need Attention",
        "2, 1, 1, About To Sleep",
        "1, 1, 1, Lost",
        "2, 1, 5, Others"
    })
    void the_usual_segments_have_their_usual_names(int recency, int frequency, int monetary, String name) {
        assertThat(Segments.usual().of(new RfmScore(recency, frequency, monetary)))
                .isEqualTo(name);
    }

    @Test
    void the_first_rule_that_matches_wins() {
        ScoreRange all = new ScoreRange(1, 5);
        Segments segments = new Segments(
                List.of(new SegmentRule("best", new ScoreRange(5, 5), all, all), new SegmentRule("all", all, all, all)),
                "none");

        assertThat(segments.of(new RfmScore(5, 1, 1))).isEqualTo("best");
        assertThat(segments.of(new RfmScore(4, 1, 1))).isEqualTo("all");
        assertThat(segments.of(new RfmScore(4, 6, 1))).isEqualTo("none");
    }

    @Test
    void sizes_add_up_to_all_customers() {
        RfmTable table = RfmScoring.valueCuts(5)
                .of(RfmValues.of(
                        Sales.revenue("2024-01-01=100", "2024-03-01=500 2024-04-01=700", "2024-02-01=40"),
                        LocalDate.of(2024, 4, 2),
                        Frequency.PURCHASE_DAYS,
                        Monetary.SUM));

        List<SegmentSize> sizes = Segments.usual().sizes(table);

        assertThat(sizes).hasSize(11);
        assertThat(sizes.stream().mapToLong(SegmentSize::customers).sum()).isEqualTo(3);
        assertThat(sizes.stream().mapToDouble(SegmentSize::monetaryMinor).sum()).isEqualTo(1340);
    }

    @Test
    void ranges_run_upwards() {
        assertThatThrownBy(() -> new ScoreRange(3, 2)).hasMessageContaining("high");
        assertThatThrownBy(() -> new Segments(List.of(), " ")).hasMessageContaining("otherwise");
    }
}

package io.rapport.crm.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.InvalidInputException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SurveyResponseTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final SurveyResponseId ID = new SurveyResponseId(new UUID(1, 1));
    private static final CustomerId ANN = new CustomerId(new UUID(1, 2));

    @Test
    void each_kind_has_its_usual_scale() {
        assertThat(RecordResponse.csat(ANN, 5).scale()).isEqualTo(Scale.of(1, 5));
        assertThat(RecordResponse.nps(ANN, 0).scale()).isEqualTo(Scale.of(0, 10));
        assertThat(RecordResponse.ces(ANN, 7).scale()).isEqualTo(Scale.of(1, 7));
        assertThat(RecordResponse.review(ANN, 1).scale()).isEqualTo(Scale.of(1, 5));
    }

    @Test
    void an_answer_is_given_when_it_is_recorded_unless_its_instant_is_given() {
        RecordResponse command = RecordResponse.nps(ANN, 9);

        assertThat(SurveyResponse.of(ID, command, NOON).answeredAt()).isEqualTo(NOON);
        assertThat(SurveyResponse.of(ID, command.answeredAt(NOON.plusNanos(1)), NOON)
                        .answeredAt())
                .isEqualTo(NOON);
    }

    @Test
    void each_bad_input_names_its_field() {
        refuses("score", () -> RecordResponse.csat(ANN, 0));
        refuses("score", () -> RecordResponse.csat(ANN, 6));
        refuses("score", () -> RecordResponse.nps(ANN, 11));
        refuses("score", () -> RecordResponse.nps(ANN, -1));
        refuses("scale", () -> RecordResponse.of(ANN, SurveyKind.NPS, Scale.ONE_TO_FIVE, 4));
        refuses("low", () -> Scale.of(-1001, 5));
        refuses("high", () -> Scale.of(1, 1001));
        refuses("high", () -> Scale.of(5, 5));
    }

    @Test
    @SuppressWarnings("NullAway")
    void a_missing_part_names_its_field() {
        refuses("customer", () -> RecordResponse.nps(null, 9));
        refuses("kind", () -> RecordResponse.of(ANN, null, Scale.ONE_TO_FIVE, 4));
        refuses("scale", () -> RecordResponse.of(ANN, SurveyKind.CSAT, null, 4));
    }

    @Test
    void a_tally_counts_scores_on_their_scale_only() {
        refuses("counts", () -> tally(6, 1));
        refuses("counts", () -> tally(5, 0));
        assertThat(tally(5, 3).total()).isEqualTo(3);
        assertThat(tally(5, 3).on(Scale.ZERO_TO_TEN)).isEmpty();
    }

    private static ScoreTally tally(int score, long count) {
        return new ScoreTally(Map.of(Scale.ONE_TO_FIVE, new TreeMap<>(Map.of(score, count))));
    }

    private static void refuses(String field, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }
}

package io.rapport.crm.retention.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NelsonAalenTest {

    @Test
    void the_hazard_adds_up_events_over_those_at_risk() {
        NelsonAalen hazard = NelsonAalen.of(Remission.maintained());

        assertThat(hazard.hazard(13).orElseThrow()).isCloseTo(1 / 11.0 + 1 / 10.0, within(1e-15));
        assertThat(hazard.standardError(13).orElseThrow()).isCloseTo(Math.sqrt(1 / 121.0 + 1 / 100.0), within(1e-15));
        assertThat(hazard.survival(13).orElseThrow()).isCloseTo(Math.exp(-1 / 11.0 - 0.1), within(1e-15));
        assertThat(hazard.hazard(162)).isEmpty();
    }

    @Test
    void ties_count_together_or_in_turn() {
        SurvivalTable tied = Remission.table("5 5 8+");

        assertThat(NelsonAalen.of(tied).hazard(5).orElseThrow()).isCloseTo(2 / 3.0, within(1e-15));
        NelsonAalen inTurn = NelsonAalen.of(tied, NelsonAalen.Ties.IN_TURN);
        assertThat(inTurn.hazard(5).orElseThrow()).isCloseTo(1 / 3.0 + 1 / 2.0, within(1e-15));
        assertThat(inTurn.standardError(5).orElseThrow()).isCloseTo(Math.sqrt(1 / 9.0 + 1 / 4.0), within(1e-15));
        SurvivalTable halves = new SurvivalTable();
        halves.add(Lifetime.observed(1).weighing(0.5));
        assertThatThrownBy(() -> NelsonAalen.of(halves, NelsonAalen.Ties.IN_TURN))
                .hasMessageContaining("whole");
    }

    @Test
    void the_interval_stays_above_0() {
        ConfidenceInterval interval =
                NelsonAalen.of(Remission.maintained()).interval(9, 0.95).orElseThrow();

        assertThat(interval.lower()).isCloseTo(Math.exp(-1.959963984540054) / 11, within(1e-12));
        assertThat(interval.upper()).isCloseTo(Math.exp(1.959963984540054) / 11, within(1e-12));
        assertThat(NelsonAalen.of(Remission.maintained()).interval(1, 0.95))
                .contains(new ConfidenceInterval(0, 0, 0.95));
    }
}

package io.rapport.crm.quickstart.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.quickstart.scorecard.Scorecard.Score;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleScorecardTest {

    private final String full = ConsoleScorecard.render(Scorecards.full());

    @Test
    void every_figure_stands_beside_its_label() {
        assertThat(full.lines())
                .contains(
                        "orders from 2025-10-01 to 2026-10-31, days of UTC",
                        "  customers                   2,000",
                        "  in the loyalty programme    812",
                        "  closed                      135",
                        "  complaints                  26 of 218 (11.9 %)",
                        "  answered within 8 hours     171 of 214 (79.9 %)",
                        "  earned                      99,010",
                        "  redeemed                    31,200",
                        "  outstanding                 67,810",
                        "  satisfied (CSAT)            74.2 % (64.1 % to 82.2 %, 89 answers)",
                        "  would recommend (NPS)       -3.3 (-26.0 to +19.5, 25 answers, low n)",
                        "  orders                      5,060",
                        "  revenue                     EUR 254,321.50",
                        "  repeat rate, by days        701 of 1,940 (36.1 %)",
                        "  repeat rate, by orders      780 of 1,940 (40.2 %)",
                        "  retention, 2026-Q3          250 of 640 (39.1 %)",
                        "  churn, 2026-Q3              390 of 640 (60.9 %)",
                        "  retention, 2026-09          137 of 275 (49.8 %)",
                        "  churn, 2026-09              138 of 275 (50.2 %)");
    }

    @Test
    void tables_are_aligned_on_the_right() {
        assertThat(full).contains("""
                                     reactive  proactive    all
                          service         402         61    463
                          sales            98         57    155
                          marketing         0      1,510  1,510
                          feedback          0        640    640
                        """);
        assertThat(full.lines()).anyMatch(line -> line.matches(" {2}2026-Q2 +640 +601 +42\\.6 % +57\\.4 % +350 +34"));
    }

    @Test
    void a_first_period_has_no_retention_rather_than_zero() {
        assertThat(full.lines()).anyMatch(line -> line.matches(" {2}2025-Q4 +560 +- +- +- +560 +0"));
    }

    @Test
    void incomplete_periods_and_cells_are_marked() {
        assertThat(full).contains("2026-Q4*", "* the data do not cover the whole period");
        assertThat(full)
                .containsPattern("2026-09 .* \\d+\\.\\d\\*\n")
                .contains("* not complete, left out of the average");
    }

    @Test
    void a_section_without_data_says_so_in_words() {
        assertThat(ConsoleScorecard.render(Scorecards.empty()))
                .contains(
                        "no orders, days of UTC",
                        "No customers yet.",
                        "No interactions in this data.",
                        "No tickets in this data.",
                        "No points were earned or redeemed in this data.",
                        "No survey answers in this data.",
                        "No orders in this data.",
                        "No period with orders in this data.")
                .doesNotContain("NaN", "0.0 %");
    }

    @Test
    void lines_are_plain_ascii_and_fit_a_console() {
        assertThat(full.lines())
                .allMatch(line -> line.length() <= 110 && line.chars().allMatch(c -> c < 128));
    }

    @Test
    void few_answers_are_withheld_and_none_are_called_none() {
        assertThat(Words.csat(new Score(Optional.empty(), 3)))
                .isEqualTo("withheld: only 3 answers, which could tell who gave them");
        assertThat(Words.nps(new Score(Optional.empty(), 0))).isEqualTo("no answers");
    }

    @Test
    void the_machine_s_language_changes_nothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(ConsoleScorecard.render(Scorecards.full())).isEqualTo(full);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void shares_and_estimates_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> new Share(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Share(-1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Estimate(Double.NaN, 0, 1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Share.UNDEFINED.value()).isEmpty();
        assertThat(new Share(1, 4).rest()).isEqualTo(new Share(3, 4));
    }
}

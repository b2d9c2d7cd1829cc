package io.rapport.crm.quickstart.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.quickstart.scorecard.Scorecards;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    private final String page = HtmlReport.render(Scorecards.full());

    @Test
    void the_page_needs_nothing_but_itself() {
        assertThat(page)
                .doesNotContain("http://", "https://", "src=", "href=", "<script", "@import", "url(")
                .contains("default-src 'none'", "<meta charset=\"UTF-8\">", "<html lang=\"en\">");
    }

    @Test
    void text_from_the_data_is_escaped() {
        assertThat(page)
                .contains("<h1>Tea &amp; &quot;Cups&quot; &lt;b&gt;</h1>")
                .doesNotContain("<b>");
    }

    @Test
    void the_figures_stand_on_the_page() {
        assertThat(page)
                .contains("701 of 1,940 (36.1 %)", "171 of 214 (79.9 %)", "74.2 % (64.1 % to 82.2 %, 89 answers)")
                .contains("-3.3 (-26.0 to +19.5, 25 answers, low n)", "<td>42.6 %</td><td>57.4 %</td>", "67,810");
    }

    @Test
    void each_drawing_is_well_formed_and_described_in_words() throws Exception {
        Matcher svg = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(page);
        int drawings = 0;
        while (svg.find()) {
            drawings++;
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.group().getBytes(StandardCharsets.UTF_8)));
            assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
            assertThat(document.getDocumentElement().getAttribute("aria-label")).isNotBlank();
        }
        assertThat(drawings).isEqualTo(10);
        assertThat(page).doesNotContain("NaN", "Infinity");
    }

    @Test
    void cells_of_the_heat_map_that_are_not_complete_are_flagged() {
        Matcher open = Pattern.compile("<td class=\"h\\d open\" title=\"[^\"]*, not complete\">[\\d.]+\\*</td>")
                .matcher(page);
        assertThat(open.results().count()).isEqualTo(12);
    }

    @Test
    void the_shade_of_a_cell_grows_with_its_figure() {
        Matcher cells =
                Pattern.compile("<td class=\"h(\\d)[^>]*title[^>]*>([\\d.]+)").matcher(page);
        double[] highestOfShade = new double[9];
        double[] lowestOfShade = {100, 100, 100, 100, 100, 100, 100, 100, 100};
        while (cells.find()) {
            int shade = Integer.parseInt(cells.group(1));
            double figure = Double.parseDouble(cells.group(2));
            highestOfShade[shade] = Math.max(highestOfShade[shade], figure);
            lowestOfShade[shade] = Math.min(lowestOfShade[shade], figure);
        }
        for (int shade = 1; shade < 9; shade++) {
            assertThat(lowestOfShade[shade]).isGreaterThanOrEqualTo(highestOfShade[shade - 1]);
        }
        assertThat(highestOfShade[8]).isEqualTo(33.8);
    }

    @Test
    void the_survival_curve_goes_down_in_steps_inside_its_band() {
        Matcher line = Pattern.compile("<polyline points=\"56,16 56,16 ([^\"]*)\" class=\"trend\"")
                .matcher(page);
        assertThat(line.find()).isTrue();
        assertThat(line.group(1)).isEqualTo("131.95,16 131.95,49 1056,49 1056,121.60");
        assertThat(page)
                .contains("<polygon points=\"56,16", "falls from 100 % to 52.0 % after 395 days")
                .contains("<th scope=\"row\">30</th><td>15.0 %</td><td>13.0 % to 17.0 %</td>")
                .contains("half of them have not within the time of the data.");
    }

    @Test
    void the_grid_of_scores_has_the_best_on_top_and_shades_by_number() {
        assertThat(page)
                .contains("<th scope=\"row\">R 2</th><td class=\"h0\">2</td><td class=\"h8\">1,929</td></tr>\n"
                        + "<tr><th scope=\"row\">R 1</th><td class=\"h0\">9</td><td class=\"h0\">0</td></tr>")
                .contains("<th scope=\"row\">Can&#39;t Lose Them</th><td>9</td><td>EUR 1,234.50</td>");
    }

    @Test
    void expected_values_stand_in_words_beside_the_histogram() {
        assertThat(page)
                .contains("within a year: below 1: 1,200; 1 to 2: 740")
                .contains("All 1,940 customers together</span> <strong>EUR 1,234.50</strong>");
    }

    @Test
    void customers_at_risk_are_listed_by_id_with_their_reasons() {
        assertThat(page)
                .contains("120 of 1,940 (6.2 %) have been away")
                .contains("<th scope=\"row\">c&lt;17&gt;</th><td>130</td><td>21</td><td>EUR 1,234.50</td>"
                        + "<td class=\"words\">away 6.3 times; spent much</td>")
                .contains("<th scope=\"row\">c18</th><td>30</td><td>-</td>");
    }

    @Test
    void a_section_without_data_says_so_in_words() {
        assertThat(HtmlReport.render(Scorecards.empty()))
                .contains(
                        "No interactions in this data.",
                        "No tickets in this data.",
                        "No survey answers in this data.",
                        "No orders in this data.",
                        "No period with orders in this data.",
                        "No points were earned or redeemed in this data.")
                .doesNotContain("<svg", "NaN");
    }

    @Test
    void the_machine_s_language_changes_nothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(HtmlReport.render(Scorecards.full())).isEqualTo(page);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void the_file_is_written_as_utf_8_into_a_folder_that_need_not_exist(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new").resolve("report.html");
        HtmlReport.write(Scorecards.full(), file);
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo(page);
    }
}

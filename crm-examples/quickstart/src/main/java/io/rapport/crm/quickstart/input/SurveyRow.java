package io.rapport.crm.quickstart.input;

import io.rapport.crm.quickstart.csv.Column;
import io.rapport.crm.quickstart.csv.CsvLayout;
import io.rapport.crm.quickstart.csv.Row;
import io.rapport.crm.quickstart.csv.ValueTypes;
import java.time.Instant;
import java.util.List;

/** A row of {@code surveys.csv}: one answer to a satisfaction survey. */
public record SurveyRow(long line, String responseId, String customerId, Kind kind, int score, Instant answeredAt) {

    /** The survey, with the range of its answers. */
    public enum Kind {
        /** How satisfied, from 1 to 5. */
        CSAT(1, 5),
        /** How likely to recommend, from 0 to 10. */
        NPS(0, 10);

        private final int lowest;
        private final int highest;

        Kind(int lowest, int highest) {
            this.lowest = lowest;
            this.highest = highest;
        }

        boolean allows(long score) {
            return score >= lowest && score <= highest;
        }
    }

    private static final Column<String> RESPONSE_ID = Column.required("response_id", Keys.KEY);
    private static final Column<Kind> KIND = Column.required("kind", ValueTypes.oneOf(Kind.class));
    private static final Column<Long> SCORE = Column.required("score", ValueTypes.wholeNumber(0, 10));
    private static final Column<Instant> ANSWERED_AT = Column.required("answered_at", ValueTypes.instant());

    public static final CsvLayout<SurveyRow> LAYOUT =
            CsvLayout.of(List.of(RESPONSE_ID, Keys.CUSTOMER_ID, KIND, SCORE, ANSWERED_AT), SurveyRow::from);

    private static SurveyRow from(Row row) {
        Kind kind = row.get(KIND);
        long score = row.get(SCORE);
        if (!kind.allows(score)) {
            throw row.refuse(SCORE, "is outside " + kind.lowest + " to " + kind.highest + ", the scale of " + kind);
        }
        return new SurveyRow(
                row.line(), row.get(RESPONSE_ID), row.get(Keys.CUSTOMER_ID), kind, (int) score, row.get(ANSWERED_AT));
    }
}

package io.rapport.crm.quickstart.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.quickstart.csv.CsvLayout;
import io.rapport.crm.quickstart.csv.CsvSource;
import io.rapport.crm.quickstart.csv.RejectedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {

    private static final String ORDERS = "order_id,customer_id,ordered_at,amount,currency,points_redeemed\n";
    private static final String TICKETS =
            "ticket_id,customer_id,kind,subject,opened_at,first_response_at,resolved_at,closed_at\n";

    @TempDir
    private Path folder;

    private final List<RejectedRow> rejected = new ArrayList<>();

    @Test
    void a_customer_has_tags_and_may_lack_contact_points() {
        String header = "customer_id,name,email,phone,country,registered_at,tags,loyalty_member\n";
        assertThat(read(CustomerRow.LAYOUT, header + "C1,Ada Sample,,,DE,2026-01-02T03:04:05Z,vip;b2b,true\n"))
                .containsExactly(new CustomerRow(
                        2,
                        "C1",
                        "Ada Sample",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("DE"),
                        Instant.parse("2026-01-02T03:04:05Z"),
                        Set.of("vip", "b2b"),
                        true));
    }

    @Test
    void an_interaction_cannot_end_before_it_started() {
        String header = "interaction_id,customer_id,channel,direction,initiative,purpose,started_at,ended_at,outcome\n";
        assertThat(read(
                        InteractionRow.LAYOUT,
                        header
                                + "I1,C1,PHONE,IN,REACTIVE,SERVICE,2026-10-01T10:00:00Z,2026-10-01T10:00:00Z,\n"
                                + "I2,C1,PHONE,IN,REACTIVE,SERVICE,2026-10-01T10:00:00Z,2026-10-01T09:59:59Z,\n"
                                + "I3,C1,FAX,IN,REACTIVE,SERVICE,2026-10-01T10:00:00Z,,\n"))
                .extracting(InteractionRow::interactionId)
                .containsExactly("I1");
        refusals("3: ended_at: is before started_at", "4: channel: is not one of PHONE, EMAIL, LIVE_CHAT");
    }

    @Test
    void the_moments_of_a_ticket_follow_each_other() {
        read(
                TicketRow.LAYOUT,
                TICKETS
                        + "T1,C1,QUESTION,Size,2026-10-02T00:00:00Z,2026-10-01T00:00:00Z,,\n"
                        + "T2,C1,QUESTION,Size,2026-10-02T00:00:00Z,2026-10-04T00:00:00Z,2026-10-03T00:00:00Z,\n"
                        + "T3,C1,QUESTION,Size,2026-10-02T00:00:00Z,2026-10-03T00:00:00Z,,2026-10-04T00:00:00Z\n"
                        + "T4,C1,QUESTION,Size,2026-10-02T00:00:00Z,,2026-10-05T00:00:00Z,2026-10-04T00:00:00Z\n"
                        + "T5,C1,QUESTION,Size,2026-10-02T00:00:00Z,,,\n");
        refusals(
                "2: first_response_at: is before opened_at",
                "3: resolved_at: is before opened_at or first_response_at",
                "4: closed_at: needs a resolved_at that is not after it",
                "5: resolved_at: needs a first_response_at");
    }

    @Test
    void an_order_has_money_of_a_known_currency() {
        assertThat(read(
                        OrderRow.LAYOUT,
                        ORDERS
                                + "O1,C1,2026-10-01T10:00:00Z,19.9,EUR,\n"
                                + "O2,C1,2026-10-01T10:00:00Z,20,JPY,100\n"
                                + "O3,C1,2026-10-01T10:00:00Z,20.5,JPY,\n"
                                + "O4,C1,2026-10-01T10:00:00Z,20.5,XQX,\n"
                                + "O5,C1,2026-10-01T10:00:00Z,20.5,EUR,-1\n"))
                .containsExactly(
                        order(2, "O1", Money.of(CurrencyUnit.EUR, 19.90), Optional.empty()),
                        order(3, "O2", Money.ofMajor(CurrencyUnit.JPY, 20), Optional.of(100L)));
        refusals(
                "4: amount: has more than the 0 decimals of JPY",
                "5: currency: is not a currency code such as EUR",
                "6: points_redeemed: is outside the allowed range, 0 or more");
    }

    @Test
    void a_survey_answer_keeps_to_the_scale_of_its_kind() {
        assertThat(read(
                        SurveyRow.LAYOUT,
                        "response_id,customer_id,kind,score,answered_at\n"
                                + "R1,C1,NPS,0,2026-10-01T10:00:00Z\n"
                                + "R2,C1,CSAT,0,2026-10-01T10:00:00Z\n"
                                + "R3,C1,CSAT,6,2026-10-01T10:00:00Z\n"
                                + "R4,C1,NPS,11,2026-10-01T10:00:00Z\n"))
                .extracting(SurveyRow::responseId)
                .containsExactly("R1");
        refusals(
                "3: score: is outside 1 to 5, the scale of CSAT",
                "4: score: is outside 1 to 5, the scale of CSAT",
                "5: score: is outside the allowed range, 0 to 10");
    }

    private static OrderRow order(long line, String id, Money amount, Optional<Long> points) {
        return new OrderRow(line, id, "C1", Instant.parse("2026-10-01T10:00:00Z"), amount, points);
    }

    private void refusals(String... starts) {
        assertThat(rejected).hasSameSizeAs(starts);
        for (int i = 0; i < starts.length; i++) {
            assertThat(rejected.get(i).toString()).contains(".csv:" + starts[i]);
        }
    }

    private <R> List<R> read(CsvLayout<R> layout, String text) {
        try {
            Path file = Files.writeString(folder.resolve("rows.csv"), text);
            try (Stream<R> rows = layout.open(CsvSource.file(file), rejected::add).stream()) {
                return rows.toList();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

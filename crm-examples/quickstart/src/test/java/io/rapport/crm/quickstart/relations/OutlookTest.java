package io.rapport.crm.quickstart.relations;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.purchase.RecordPurchase;
import io.rapport.crm.quickstart.report.HtmlReport;
import io.rapport.crm.quickstart.scorecard.Outlook;
import io.rapport.crm.quickstart.scorecard.Outlook.AtRisk;
import io.rapport.crm.quickstart.scorecard.Outlook.Bin;
import io.rapport.crm.quickstart.scorecard.Outlook.Point;
import io.rapport.crm.quickstart.scorecard.Outlook.Segment;
import io.rapport.crm.quickstart.scorecard.Scorecard;
import io.rapport.crm.quickstart.scorecard.Share;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What the library says of orders that can be counted on fingers. */
class OutlookTest {

    private final Crm crm = Crm.inMemory();
    private final Map<String, CustomerId> customers = new HashMap<>();
    private int orders;

    private void buys(String key, String day, String amount) {
        CustomerId customer = customers.computeIfAbsent(
                key,
                absent -> crm.customers()
                        .register(RegisterCustomer.person("Ann Example").with(ExternalId.of("shop", absent)))
                        .id());
        orders++;
        crm.purchases()
                .record(RecordPurchase.of(customer, ExternalId.of("shop", "o" + orders), Money.parse(amount))
                        .at(Instant.parse(day + "T12:00:00Z")));
    }

    private Scorecard scorecard() {
        return CrmRelations.over(crm, () -> {}).scorecard("Tiny", ZoneOffset.UTC, Duration.ofHours(8));
    }

    private Outlook outlook() {
        return scorecard().outlook();
    }

    @Test
    void who_has_not_come_back_by_the_end_counts_as_watched_until_then() {
        buys("ann", "2026-01-01", "EUR 10.00");
        buys("bob", "2026-01-01", "EUR 10.00");
        buys("cid", "2026-01-06", "EUR 10.00");
        buys("ann", "2026-01-11", "EUR 10.00");

        Outlook.Comeback comeback = outlook().comeback();

        assertThat(comeback.customers()).isEqualTo(3);
        assertThat(comeback.cameBack()).isEqualTo(1);
        assertThat(comeback.curve()).extracting(Point::day).containsExactly(0, 5, 10);
        assertThat(comeback.curve()).extracting(Point::share).containsExactly(1.0, 1.0, 0.5);
        assertThat(comeback.curve().get(2).low()).isBetween(0.0, 0.2);
        assertThat(comeback.median()).hasValue(10);
        assertThat(comeback.landmarks()).isEmpty();
    }

    @Test
    void a_landmark_turns_the_share_and_its_interval_round() {
        for (int i = 0; i < 4; i++) {
            buys("c" + i, "2026-01-01", "EUR 10.00");
        }
        buys("c0", "2026-01-21", "EUR 10.00");
        buys("c1", "2026-02-20", "EUR 10.00");

        Point month = outlook().comeback().landmarks().get(0);

        assertThat(month.day()).isEqualTo(30);
        assertThat(month.share()).isEqualTo(0.25);
        assertThat(month.low()).isBetween(0.0, 0.25);
        assertThat(month.high()).isBetween(0.25, 1.0);
    }

    @Test
    void without_repeat_purchases_the_value_is_said_not_to_be_identifiable() {
        buys("ann", "2026-01-01", "EUR 10.00");
        buys("bob", "2026-01-09", "EUR 20.00");

        assertThat(outlook().values().expected()).isEmpty();
        assertThat(outlook().values().bins()).isEmpty();
        assertThat(outlook().values().notes())
                .allSatisfy(note -> assertThat(note).contains("Not identifiable: "));
        assertThat(HtmlReport.render(scorecard()))
                .contains("These orders cannot tell what customers will be worth.", "Not identifiable: ")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void every_customer_is_in_one_bin_of_value() {
        Random random = new Random(7);
        LocalDate end = LocalDate.of(2026, 12, 31);
        for (int customer = 0; customer < 150; customer++) {
            double mean = 20 + 200 * random.nextDouble();
            double interval = 5 + 100 * random.nextDouble();
            boolean stays = true;
            LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(90));
            while (stays && !day.isAfter(end)) {
                buys("c" + customer, day.toString(), "EUR " + Math.round(mean * (0.5 + random.nextDouble())) + ".50");
                day = day.plusDays(1 + (long) (-interval * Math.log(1 - random.nextDouble())));
                stays = random.nextDouble() > 0.25;
            }
        }

        Outlook.Values values = outlook().values();

        assertThat(values.expected())
                .hasValueSatisfying(sum -> assertThat(sum.isPositive()).isTrue());
        assertThat(values.bins().stream().mapToLong(Bin::customers).sum()).isEqualTo(150);
        assertThat(values.bins().get(0).bounds()).startsWith("below ");
        assertThat(values.notes()).allSatisfy(note -> assertThat(note).contains("Fitted to "));
    }

    @Test
    void those_at_risk_are_listed_by_what_they_spent_with_figures() {
        buys("ann", "2026-01-01", "EUR 50.00");
        buys("ann", "2026-01-11", "EUR 50.00");
        buys("ann", "2026-01-21", "EUR 50.00");
        buys("bob@example.com", "2026-01-01", "EUR 500.00");
        buys("bob@example.com", "2026-01-02", "EUR 500.00");
        buys("new", "2026-03-01", "EUR 1.00");

        Outlook.Risk risk = outlook().risk();

        assertThat(risk.atRisk()).isEqualTo(new Share(2, 3));
        assertThat(risk.worst())
                .extracting(AtRisk::id)
                .containsExactly(customers.get("bob@example.com").value().toString(), "ann");
        AtRisk ann = risk.worst().get(1);
        assertThat(ann.daysAway()).isEqualTo(39);
        assertThat(ann.usualDays()).hasValue(10);
        assertThat(ann.spent()).isEqualTo(Money.parse("EUR 150.00"));
        assertThat(ann.reasons()).containsExactly("away 3.9 times as long as usual");
        assertThat(risk.worst().get(0).reasons()).contains("spent 2.6 times the average of EUR 383.67");
        assertThat(HtmlReport.render(scorecard())).doesNotContain("example.com", "Ann Example");
    }

    @Test
    void amounts_in_several_currencies_are_kept_apart_and_the_usual_one_is_looked_at() {
        buys("ann", "2026-01-01", "EUR 10.00");
        buys("bob", "2026-01-02", "EUR 20.00");
        buys("ann", "2026-01-03", "JPY 5000");

        Scorecard card = scorecard();

        assertThat(card.purchases().revenue()).containsExactly(Money.parse("EUR 30.00"), Money.parse("JPY 5000"));
        assertThat(card.outlook().rfm().segments().stream().map(Segment::spent).reduce(Money::plus))
                .contains(Money.parse("EUR 30.00"));
        assertThat(card.outlook().comeback().cameBack()).isEqualTo(1);
        assertThat(HtmlReport.render(card)).contains("In EUR, the currency of most customers");
    }

    @Test
    void one_order_is_enough_for_a_report() {
        buys("ann", "2026-01-01", "EUR 0.00");

        Scorecard card = scorecard();

        assertThat(card.outlook().comeback().curve()).extracting(Point::day).containsExactly(0, 0);
        assertThat(card.outlook().rfm().most()).isEqualTo(1);
        assertThat(HtmlReport.render(card)).doesNotContain("NaN", "Infinity");
    }
}

package io.rapport.crm.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.interaction.Channel;
import io.rapport.crm.interaction.Direction;
import io.rapport.crm.interaction.Initiative;
import io.rapport.crm.interaction.Purpose;
import io.rapport.crm.interaction.RecordInteraction;
import io.rapport.crm.purchase.PurchaseLine;
import io.rapport.crm.purchase.RecordPurchase;
import io.rapport.crm.satisfaction.RecordResponse;
import io.rapport.crm.satisfaction.Scale;
import io.rapport.crm.satisfaction.SurveyKind;
import io.rapport.crm.ticket.TicketKind;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ValidatedImportTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final ExternalId ANN = ExternalId.of("shop", "ann");
    private static final ExternalId KEY = ExternalId.of("shop", "1");
    private static final Money TEN = Money.parse("EUR 10.00");

    @Test
    void a_validator_of_the_host_lets_good_rows_and_commands_pass() {
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            Crm crm = Crm.builder().validator(validators.getValidator()).build();
            Importer importer = crm.importer();

            assertThat(Stream.of(
                            importer.customers(row(new ImportCustomer(
                                    RegisterCustomer.person("Ann").with(ANN), NOON))),
                            importer.orders(row(new ImportOrder(KEY, ANN, NOON, TEN))),
                            importer.interactions(row(call("thread", "hello"))),
                            importer.tickets(row(ticket())),
                            importer.responses(row(response()))))
                    .allMatch(report -> report.stored() == 1 && report.complete());

            CustomerId ann = crm.customers().find(ANN).orElseThrow().id();
            assertThat(crm.purchases()
                            .record(RecordPurchase.of(ann, ExternalId.of("shop", "2"), TEN)
                                    .with(PurchaseLine.of("mug", 1, TEN).category("cups"))
                                    .with(PurchaseLine.of("spoon", 1, TEN)))
                            .lines())
                    .hasSize(2);
            assertThat(crm.surveys().record(RecordResponse.csat(ann, 4)).score())
                    .isEqualTo(4);
            assertThat(crm.interactions()
                            .record(RecordInteraction.reactive(ann, Channel.PHONE, Purpose.SERVICE)
                                    .staff(Actor.of("bea"))
                                    .outcome("answered"))
                            .outcome())
                    .contains("answered");
        }
    }

    @Test
    void a_row_that_the_validator_refuses_is_rejected_like_one_that_the_library_refuses() {
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            Crm crm = Crm.builder().validator(validators.getValidator()).build();
            crm.customers().register(RegisterCustomer.person("Ann").with(ANN));
            ImportInteraction tooLong = call("thread", "x".repeat(20_001));

            ImportReport validated = crm.importer().interactions(row(tooLong));
            ImportReport plain = withAnn().importer().interactions(row(tooLong));

            assertThat(validated.rejections())
                    .singleElement()
                    .satisfies(rejection -> assertThat(rejection.field()).startsWith("body"));
            assertThat(plain.rejections()).extracting(Rejection::field).containsExactly("body");
        }
    }

    private static Crm withAnn() {
        Crm crm = Crm.inMemory();
        crm.customers().register(RegisterCustomer.person("Ann").with(ANN));
        return crm;
    }

    private static <T> Stream<ImportRow<T>> row(T value) {
        return Stream.of(ImportRow.of("rows.csv", 1, () -> value));
    }

    private static ImportInteraction call(String thread, String body) {
        return new ImportInteraction(
                KEY,
                ANN,
                Channel.PHONE,
                Direction.IN,
                Initiative.REACTIVE,
                Purpose.SERVICE,
                Optional.of(Actor.of("bea")),
                Optional.of(thread),
                NOON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(body));
    }

    private static ImportTicket ticket() {
        return new ImportTicket(
                KEY,
                ANN,
                TicketKind.RETURN,
                "Broken",
                NOON,
                Optional.of(NOON),
                Optional.of(NOON),
                Optional.of(NOON),
                Actor.of("bea"));
    }

    private static ImportResponse response() {
        return new ImportResponse(KEY, ANN, SurveyKind.NPS, Scale.ZERO_TO_TEN, 9, Optional.of(KEY), NOON);
    }
}

package io.rapport.crm.validation;

import static io.rapport.crm.validation.CommandAgreement.assertAgreed;
import static io.rapport.crm.validation.CommandAgreement.optionals;
import static io.rapport.crm.validation.CommandAgreement.texts;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.imports.ImportCustomer;
import io.rapport.crm.imports.ImportTicket;
import io.rapport.crm.interaction.Channel;
import io.rapport.crm.interaction.Direction;
import io.rapport.crm.interaction.Initiative;
import io.rapport.crm.interaction.Purpose;
import io.rapport.crm.interaction.RecordInteraction;
import io.rapport.crm.interaction.Sentiment;
import io.rapport.crm.purchase.PurchaseLine;
import io.rapport.crm.purchase.RecordPurchase;
import io.rapport.crm.satisfaction.RecordResponse;
import io.rapport.crm.satisfaction.Scale;
import io.rapport.crm.satisfaction.SurveyKind;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.Money;

/** A validator and the constructor agree about facts and imported rows, where some rules hold between fields. */
class FactAgreementProperties {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:30:00Z");

    @Property
    void writing_a_contact_down(
            @ForAll("customers") CustomerId customer,
            @ForAll("channels") Channel channel,
            @ForAll("actors") Optional<Actor> staff,
            @ForAll("texts190") Optional<String> thread,
            @ForAll("instants") Optional<Instant> startedAt,
            @ForAll("instants") Optional<Instant> endedAt,
            @ForAll("texts200") Optional<String> outcome,
            @ForAll("texts20000") Optional<String> body,
            @ForAll("externalIds") Optional<ExternalId> externalId) {
        assertAgreed(
                RecordInteraction.class,
                customer,
                channel,
                Direction.IN,
                Initiative.REACTIVE,
                Purpose.SERVICE,
                staff,
                thread,
                startedAt,
                endedAt,
                outcome,
                Optional.of(Sentiment.NEUTRAL),
                body,
                externalId);
    }

    @Property
    void writing_an_order_down(
            @ForAll("customers") CustomerId customer,
            @ForAll("keys") ExternalId order,
            @ForAll("instants") Optional<Instant> at,
            @ForAll("amounts") Money total,
            @ForAll("lines") List<PurchaseLine> lines) {
        assertAgreed(RecordPurchase.class, customer, order, at, total, lines);
    }

    @Property
    void a_line_of_an_order(
            @ForAll("texts100") Optional<String> sku,
            @ForAll("texts100") Optional<String> category,
            @ForAll @IntRange(min = -2, max = 2) int quantity,
            @ForAll("amounts") Money amount) {
        assertAgreed(PurchaseLine.class, sku == null ? null : sku.orElse(null), category, quantity, amount);
    }

    @Property
    void writing_an_answer_down(
            @ForAll("customers") CustomerId customer,
            @ForAll("kinds") SurveyKind kind,
            @ForAll("scales") Scale scale,
            @ForAll @IntRange(min = -2, max = 12) int score,
            @ForAll("tickets") Optional<TicketId> ticket,
            @ForAll("instants") Optional<Instant> answeredAt,
            @ForAll("externalIds") Optional<ExternalId> externalId) {
        assertAgreed(RecordResponse.class, customer, kind, scale, score, ticket, answeredAt, externalId);
    }

    @Property
    void a_scale(
            @ForAll @IntRange(min = -1002, max = 1002) int low, @ForAll @IntRange(min = -1002, max = 1002) int high) {
        assertAgreed(Scale.class, low, high);
    }

    @Property
    void importing_a_customer(@ForAll("registrations") RegisterCustomer registration, @ForAll("moments") Instant at) {
        assertAgreed(ImportCustomer.class, registration, at);
    }

    @Property
    void importing_a_ticket(
            @ForAll("keys") ExternalId ticket,
            @ForAll("texts200") Optional<String> subject,
            @ForAll("moments") Instant openedAt,
            @ForAll("instants") Optional<Instant> firstResponseAt,
            @ForAll("instants") Optional<Instant> resolvedAt,
            @ForAll("instants") Optional<Instant> closedAt) {
        assertAgreed(
                ImportTicket.class,
                ticket,
                ExternalId.of("shop", "customer"),
                TicketKind.QUESTION,
                subject == null ? null : subject.orElse(null),
                openedAt,
                firstResponseAt,
                resolvedAt,
                closedAt,
                Actor.of("bea"));
    }

    @Provide
    Arbitrary<CustomerId> customers() {
        return Arbitraries.create(() -> new CustomerId(new UUID(3, 4))).injectNull(0.1);
    }

    @Provide
    Arbitrary<Channel> channels() {
        return Arbitraries.of(Channel.class).injectNull(0.1);
    }

    @Provide
    Arbitrary<Optional<Actor>> actors() {
        return optionals(Arbitraries.of(Actor.of("bea")));
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.integers()
                .between(-3, 3)
                .map(hours -> MONDAY.plusSeconds(hours * 3600L))
                .injectNull(0.05);
    }

    @Provide
    Arbitrary<Optional<Instant>> instants() {
        return optionals(moments());
    }

    @Provide
    Arbitrary<Optional<String>> texts100() {
        return optionals(texts(100));
    }

    @Provide
    Arbitrary<Optional<String>> texts190() {
        return optionals(texts(190));
    }

    @Provide
    Arbitrary<Optional<String>> texts200() {
        return optionals(texts(200));
    }

    @Provide
    Arbitrary<Optional<String>> texts20000() {
        return optionals(texts(20_000));
    }

    @Provide
    Arbitrary<ExternalId> keys() {
        return Arbitraries.of("1", "2").map(key -> ExternalId.of("shop", key)).injectNull(0.1);
    }

    @Provide
    Arbitrary<Optional<ExternalId>> externalIds() {
        return optionals(keys());
    }

    @Provide
    Arbitrary<Money> amounts() {
        return Arbitraries.of("EUR 1.50", "EUR 0.00", "EUR -0.01", "USD 3.00", "EUR 92233720368547758.08")
                .map(Money::parse)
                .injectNull(0.1);
    }

    @Provide
    Arbitrary<List<PurchaseLine>> lines() {
        return Arbitraries.of(
                        PurchaseLine.of("mug", 1, Money.parse("EUR 1.50")),
                        PurchaseLine.of("cup", 2, Money.parse("USD 3.00")))
                .injectNull(0.05)
                .list()
                .ofMaxSize(2)
                .injectNull(0.1);
    }

    @Provide
    Arbitrary<SurveyKind> kinds() {
        return Arbitraries.of(SurveyKind.class).injectNull(0.1);
    }

    @Provide
    Arbitrary<Scale> scales() {
        return Arbitraries.of(Scale.ZERO_TO_TEN, Scale.ONE_TO_FIVE, Scale.ONE_TO_SEVEN)
                .injectNull(0.1);
    }

    @Provide
    Arbitrary<Optional<TicketId>> tickets() {
        return optionals(Arbitraries.create(() -> new TicketId(new UUID(5, 6))));
    }

    @Provide
    Arbitrary<RegisterCustomer> registrations() {
        return Arbitraries.of(
                        RegisterCustomer.person("Ann"),
                        RegisterCustomer.person("Bob").with(ExternalId.of("shop", "2")))
                .injectNull(0.1);
    }
}

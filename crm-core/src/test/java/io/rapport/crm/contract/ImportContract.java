package io.rapport.crm.contract;

import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.imports.ImportCustomer;
import io.rapport.crm.imports.ImportInteraction;
import io.rapport.crm.imports.ImportOrder;
import io.rapport.crm.imports.ImportResponse;
import io.rapport.crm.imports.ImportRow;
import io.rapport.crm.imports.ImportTicket;
import io.rapport.crm.interaction.Channel;
import io.rapport.crm.interaction.Direction;
import io.rapport.crm.interaction.Initiative;
import io.rapport.crm.interaction.Purpose;
import io.rapport.crm.interaction.Sentiment;
import io.rapport.crm.satisfaction.Scale;
import io.rapport.crm.satisfaction.SurveyKind;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.ticket.TicketKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;

/** What the contracts of imports share: rows of a shop, from last year. */
abstract class ImportContract extends StoreContract {

    static final Instant LAST_YEAR = Instant.parse("2025-03-02T09:30:00Z");
    static final Actor BEA = Actor.of("bea");

    final Customer ann() {
        return crm().customers().find(shop("ann")).orElseThrow();
    }

    static PageRequest first() {
        return PageRequest.first(10);
    }

    static ExternalId shop(String key) {
        return ExternalId.of("shop", key);
    }

    static Instant hours(int count) {
        return LAST_YEAR.plusSeconds(3600L * count);
    }

    @SafeVarargs
    static <T> Stream<ImportRow<T>> rows(Supplier<T>... values) {
        return IntStream.range(0, values.length).mapToObj(i -> ImportRow.of("rows.csv", i + 1L, values[i]));
    }

    static <T> Stream<ImportRow<T>> numbered(int size, IntFunction<T> value) {
        return IntStream.range(0, size).mapToObj(i -> ImportRow.of("rows.csv", i + 1L, () -> value.apply(i)));
    }

    static Supplier<ImportCustomer> customer(String key) {
        return () ->
                new ImportCustomer(RegisterCustomer.person("Name of " + key).with(shop(key)), LAST_YEAR);
    }

    static Supplier<ImportOrder> order(String key, String customer, String total) {
        return () -> importOrder(key, customer, total);
    }

    static ImportOrder importOrder(String key, String customer, String total) {
        return new ImportOrder(shop(key), shop(customer), LAST_YEAR.plusNanos(1), Money.parse(total));
    }

    static Supplier<ImportInteraction> chat(String key, String customer) {
        return () -> new ImportInteraction(
                shop(key),
                shop(customer),
                Channel.LIVE_CHAT,
                Direction.IN,
                Initiative.REACTIVE,
                Purpose.SERVICE,
                Optional.of(BEA),
                Optional.of("thread"),
                LAST_YEAR,
                Optional.of(hours(1)),
                Optional.of("answered"),
                Optional.of(Sentiment.POSITIVE),
                Optional.of("Hello"));
    }

    static Supplier<ImportResponse> response(String key, String customer, Optional<ExternalId> ticket) {
        return () ->
                new ImportResponse(shop(key), shop(customer), SurveyKind.NPS, Scale.ZERO_TO_TEN, 9, ticket, LAST_YEAR);
    }

    /** A ticket with its first response, resolution and closing this many hours after the opening, as far as given. */
    static Supplier<ImportTicket> ticket(String key, String customer, Integer... hours) {
        List<Instant> at = Arrays.stream(hours).map(ImportContract::hours).toList();
        return () -> importTicket(
                key,
                customer,
                at.stream().findFirst(),
                at.stream().skip(1).findFirst(),
                at.stream().skip(2).findFirst());
    }

    static ImportTicket importTicket(
            String key,
            String customer,
            Optional<Instant> answered,
            Optional<Instant> resolved,
            Optional<Instant> closed) {
        return new ImportTicket(
                shop(key), shop(customer), TicketKind.RETURN, "Broken", LAST_YEAR, answered, resolved, closed, BEA);
    }
}

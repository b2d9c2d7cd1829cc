package io.rapport.crm.validation;

import static io.rapport.crm.validation.CommandAgreement.assertAgreed;
import static io.rapport.crm.validation.CommandAgreement.optionals;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.returns.LineUnits;
import io.rapport.crm.ticket.returns.RefundLine;
import io.rapport.crm.ticket.returns.RefundMethod;
import io.rapport.crm.ticket.returns.RequestReturn;
import io.rapport.crm.ticket.returns.ReturnId;
import io.rapport.crm.ticket.returns.ReturnItem;
import io.rapport.crm.ticket.returns.WindowOverride;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.joda.money.Money;

/** A validator and the constructor agree about returns. */
class ReturnAgreementProperties extends AgreementProperties {

    private static final UUID ID = new UUID(1, 2);
    private static final ReturnItem ITEM = ReturnItem.of(new PurchaseId(ID), 0, 1, "broken");

    @Property
    void asking_for_a_return(
            @ForAll("customers") CustomerId customer,
            @ForAll("tickets") Optional<TicketId> ticket,
            @ForAll("items") List<ReturnItem> items,
            @ForAll("overrides") Optional<WindowOverride> override,
            @ForAll("actors") Actor actor) {
        assertAgreed(RequestReturn.class, customer, ticket, items, override, actor);
    }

    @Property
    void an_item_of_a_return(
            @ForAll("purchases") PurchaseId purchase,
            @ForAll("numbers") int line,
            @ForAll("numbers") int quantity,
            @ForAll("texts1000") String reason) {
        assertAgreed(ReturnItem.class, purchase, line, quantity, reason);
    }

    @Property
    void units_of_a_line(@ForAll("numbers") int line, @ForAll("numbers") int quantity) {
        assertAgreed(LineUnits.class, line, quantity);
    }

    @Property
    void overriding_the_return_window(@ForAll("texts1000") String reason, @ForAll("actors") Actor actor) {
        assertAgreed(WindowOverride.class, reason, actor);
    }

    @Property
    void refunding_units(
            @ForAll("returns") ReturnId returned,
            @ForAll("units") LineUnits units,
            @ForAll("amounts") Optional<Money> amount,
            @ForAll("methods") RefundMethod method,
            @ForAll boolean withoutReturn,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("actors") Actor staff) {
        assertAgreed(RefundLine.class, returned, units, amount, method, withoutReturn, key, staff);
    }

    @Provide
    Arbitrary<PurchaseId> purchases() {
        return Arbitraries.create(() -> new PurchaseId(ID)).injectNull(0.1);
    }

    @Provide
    Arbitrary<ReturnId> returns() {
        return Arbitraries.create(() -> new ReturnId(ID)).injectNull(0.1);
    }

    @Provide
    Arbitrary<Optional<TicketId>> tickets() {
        return optionals(Arbitraries.create(() -> new TicketId(ID)));
    }

    @Provide
    Arbitrary<List<ReturnItem>> items() {
        Arbitrary<List<ReturnItem>> few =
                Arbitraries.of(ITEM).injectNull(0.1).list().ofMaxSize(3);
        Arbitrary<List<ReturnItem>> many = Arbitraries.of(99, 100, 101).map(size -> Collections.nCopies(size, ITEM));
        return Arbitraries.frequencyOf(Tuple.of(4, few), Tuple.of(1, many)).injectNull(0.05);
    }

    @Provide
    Arbitrary<Optional<WindowOverride>> overrides() {
        return optionals(Arbitraries.of(WindowOverride.of("was ill", Actor.of("bea"))));
    }

    @Provide
    Arbitrary<Integer> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers(), Arbitraries.of(Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE));
    }

    @Provide
    Arbitrary<LineUnits> units() {
        return Arbitraries.of(LineUnits.of(0, 1), LineUnits.of(3, 7)).injectNull(0.1);
    }

    @Provide
    Arbitrary<Optional<Money>> amounts() {
        return optionals(Arbitraries.of("EUR 0.01", "EUR 0.00", "JPY -1", "USD 92233720368547758.08")
                .map(Money::parse));
    }

    @Provide
    Arbitrary<RefundMethod> methods() {
        return Arbitraries.of(RefundMethod.class).injectNull(0.1);
    }
}

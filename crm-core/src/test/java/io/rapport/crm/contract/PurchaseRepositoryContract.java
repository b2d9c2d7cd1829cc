package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.CrmServices;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.purchase.Purchase;
import io.rapport.crm.purchase.PurchaseFact;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.purchase.PurchaseLine;
import io.rapport.crm.purchase.PurchaseRepository;
import io.rapport.crm.purchase.RecordPurchase;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** How purchases are kept, and read by analyses. */
public abstract class PurchaseRepositoryContract
        extends FactRepositoryContract<PurchaseId, Purchase, PurchaseRepository> {

    private static final Money TEN = Money.parse("EUR 10.00");

    protected PurchaseRepositoryContract() {
        super(PurchaseRepository.class);
    }

    @Override
    Purchase record(CrmServices crm, CustomerId customer, ExternalId key, Instant at) {
        return crm.purchases().record(RecordPurchase.of(customer, key, TEN).at(at));
    }

    @Override
    Purchase recordOther(CrmServices crm, CustomerId customer, ExternalId key, Instant at) {
        return crm.purchases()
                .record(RecordPurchase.of(customer, key, Money.parse("USD 10.00"))
                        .at(at));
    }

    @Override
    Purchase made(CustomerId customer, ExternalId key, Instant at) {
        return Purchase.of(
                new PurchaseId(ids.next()),
                RecordPurchase.of(customer, key, TEN).at(at),
                clock.instant());
    }

    @Override
    Optional<Purchase> find(CrmServices crm, PurchaseId id) {
        return crm.purchases().find(id);
    }

    @Override
    Page<Purchase> page(CrmServices crm, CustomerId customer, PageRequest request) {
        return crm.purchases().ofCustomer(customer, request);
    }

    @Override
    long counted(CrmServices crm) {
        return crm.purchases().count();
    }

    @Override
    Instant time(Purchase fact) {
        return fact.at();
    }

    @Test
    void a_purchase_with_lines_comes_back_as_it_was_saved() {
        Purchase order = crm().purchases()
                .record(RecordPurchase.of(customer(), KEY, Money.parse("EUR 54.80"))
                        .with(PurchaseLine.of("mug-blue", 2, Money.parse("EUR 49.90"))
                                .category("šalice"))
                        .with(PurchaseLine.of("mug-blue", 2, Money.parse("EUR 9.90")))
                        .with(PurchaseLine.of("voucher", 1, Money.parse("EUR -5.00"))));

        assertThat(crm().purchases().find(order.id())).contains(order);
        assertThat(crm().purchases()
                        .ofCustomer(order.customer(), PageRequest.first(5))
                        .items())
                .containsExactly(order);
        assertThat(order.at()).isEqualTo(MONDAY);
        assertThat(order.lines()).extracting(PurchaseLine::sku).containsExactly("mug-blue", "mug-blue", "voucher");
    }

    @Test
    void amounts_keep_their_currencys_minor_units() {
        CustomerId ann = customer();
        for (String amount : List.of("JPY 5000", "KWD 1.234", "EUR 0.00", "USD 92233720368547758.07")) {
            Purchase order = crm().purchases()
                    .record(RecordPurchase.of(ann, ExternalId.of("shop", amount), Money.parse(amount)));

            assertThat(crm().purchases().find(order.id())).contains(order);
        }
        assertThat(facts(MONDAY, MONDAY.plusSeconds(1)))
                .containsExactlyInAnyOrder(
                        new PurchaseFact(ann, MONDAY, 5000, CurrencyUnit.JPY),
                        new PurchaseFact(ann, MONDAY, 1234, CurrencyUnit.of("KWD")),
                        new PurchaseFact(ann, MONDAY, 0, CurrencyUnit.EUR),
                        new PurchaseFact(ann, MONDAY, Long.MAX_VALUE, CurrencyUnit.USD));
    }

    @Test
    void lines_are_content_too() {
        CustomerId ann = customer();
        RecordPurchase order = RecordPurchase.of(ann, KEY, TEN).with(PurchaseLine.of("mug", 1, TEN));
        Purchase first = crm().purchases().record(order);

        assertThat(crm().purchases().record(order)).isEqualTo(first);
        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> crm().purchases().record(order.with(PurchaseLine.of("gift", 1, TEN))));
    }

    @Test
    void the_facts_of_a_period_are_those_from_its_first_instant_until_before_its_last() {
        CustomerId ann = customer();
        for (int i = 0; i < 4; i++) {
            record(crm(), ann, ExternalId.of("shop", "o" + i), MONDAY.plusSeconds(i));
        }

        assertThat(facts(MONDAY.plusSeconds(1), MONDAY.plusSeconds(3)))
                .extracting(PurchaseFact::at)
                .containsExactlyInAnyOrder(MONDAY.plusSeconds(1), MONDAY.plusSeconds(2));
        assertThat(facts(MONDAY, MONDAY)).isEmpty();
        List<PurchaseFact> elsewhere = new ArrayList<>();
        otherCrm().purchases().forEachFact(MONDAY, MONDAY.plusSeconds(9), elsewhere::add);
        assertThat(elsewhere).isEmpty();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> facts(MONDAY, MONDAY.minusSeconds(1)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("until"));
    }

    private List<PurchaseFact> facts(Instant from, Instant until) {
        List<PurchaseFact> facts = new ArrayList<>();
        crm().purchases().forEachFact(from, until, facts::add);
        return facts;
    }
}

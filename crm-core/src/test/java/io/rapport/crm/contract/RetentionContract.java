package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.CrmServices;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.interaction.Channel;
import io.rapport.crm.interaction.Direction;
import io.rapport.crm.interaction.Initiative;
import io.rapport.crm.interaction.InteractionFilter;
import io.rapport.crm.interaction.Purpose;
import io.rapport.crm.interaction.RecordInteraction;
import io.rapport.crm.purchase.Purchase;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.purchase.PurchaseRepository;
import io.rapport.crm.purchase.RecordPurchase;
import io.rapport.crm.retention.ActivityDays;
import io.rapport.crm.retention.DataEnd;
import io.rapport.crm.retention.MixedCurrenciesException;
import io.rapport.crm.retention.RevenueDays;
import io.rapport.crm.retention.value.BuyingHistories;
import io.rapport.crm.retention.value.UnitOfTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** How the facts behind the figures of retention are read out of a store. */
public abstract class RetentionContract extends StoreContract {

    private static final ZoneId ZAGREB = ZoneId.of("Europe/Zagreb");
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final CurrencyUnit KWD = CurrencyUnit.of("KWD");

    private int orders;

    private CustomerId customer() {
        return crm().customers().register(RegisterCustomer.person("Ann")).id();
    }

    private void buys(CrmServices crm, CustomerId customer, String at, String amount) {
        orders++;
        crm.purchases()
                .record(RecordPurchase.of(customer, ExternalId.of("shop", "o" + orders), Money.parse(amount))
                        .at(Instant.parse(at)));
    }

    private void buys(CustomerId customer, String at, String amount) {
        buys(crm(), customer, at, amount);
    }

    @Test
    void purchases_are_counted_on_the_local_days_of_the_zone() {
        CustomerId ann = customer();
        buys(ann, "2026-03-28T22:59:59.999999Z", "EUR 1.00");
        buys(ann, "2026-03-28T23:00:00Z", "EUR 1.00");
        buys(ann, "2026-03-29T21:59:59.999999Z", "EUR 1.00");
        buys(ann, "2026-03-29T22:00:00Z", "EUR 1.00");

        ActivityDays days = crm().retention().purchaseDays(ZAGREB);

        assertThat(days.days(ann.value()))
                .containsExactly(LocalDate.of(2026, 3, 28), LocalDate.of(2026, 3, 29), LocalDate.of(2026, 3, 30));
        assertThat(days.orders()).isEqualTo(4);
        assertThat(crm().retention().purchaseDays(AUCKLAND).days(ann.value()))
                .containsExactly(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 3, 30));
    }

    @Test
    void an_empty_store_has_no_days_no_revenue_and_no_currency() {
        assertThat(crm().retention().purchaseDays(ZAGREB).customers()).isZero();
        assertThat(crm().retention().interactionDays(ZAGREB).customers()).isZero();
        assertThat(crm().retention().revenueDays(ZAGREB, CurrencyUnit.EUR).customers())
                .isZero();
        assertThat(crm().retention().revenueDays(ZAGREB)).isEmpty();
    }

    @Test
    void what_is_read_of_many_orders_is_what_adding_them_one_by_one_gives() {
        CustomerId ann = customer();
        CustomerId bob = customer();
        ActivityDays days = ActivityDays.in(ZAGREB);
        RevenueDays revenue = RevenueDays.in(ZAGREB, CurrencyUnit.EUR);
        Random random = new Random(5);
        List<Purchase> many = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            CustomerId buyer = random.nextBoolean() ? ann : bob;
            Instant at = MONDAY.minus(Duration.ofSeconds(random.nextLong(4_000_000_000L)))
                    .plusNanos(1_000L * random.nextInt(1_000_000));
            Money total = Money.ofMinor(CurrencyUnit.EUR, random.nextLong(1_000_000_000_000L));
            days.add(buyer.value(), at);
            revenue.add(buyer.value(), at, total);
            many.add(Purchase.of(
                    new PurchaseId(ids.next()),
                    RecordPurchase.of(buyer, ExternalId.of("shop", "many" + i), total)
                            .at(at),
                    MONDAY));
        }
        write(PurchaseRepository.class, purchases -> purchases.add(many, false));

        assertThat(crm().retention().purchaseDays(ZAGREB)).isEqualTo(days);
        assertThat(crm().retention().revenueDays(ZAGREB, CurrencyUnit.EUR)).isEqualTo(revenue);
        assertThat(crm().retention().revenueDays(ZAGREB))
                .containsOnlyKeys(CurrencyUnit.EUR)
                .containsValue(revenue);
    }

    @Test
    void the_histories_that_models_are_fitted_to_are_one_call_away() {
        CustomerId ann = customer();
        buys(ann, "2026-01-01T12:00:00Z", "EUR 10.00");
        buys(ann, "2026-01-08T12:00:00Z", "EUR 20.00");

        BuyingHistories histories = BuyingHistories.of(
                crm().retention().purchaseDays(ZoneOffset.UTC),
                UnitOfTime.WEEK,
                DataEnd.lastDay(LocalDate.of(2026, 1, 22)));

        assertThat(histories.histories())
                .singleElement()
                .satisfies(history -> assertThat(List.of(history.frequency(), history.recency(), history.age()))
                        .isEqualTo(List.of(1, 1.0, 3.0)));
    }

    @Test
    void purchases_of_other_tenants_are_not_read() {
        buys(customer(), "2026-01-01T12:00:00Z", "EUR 10.00");

        assertThat(otherCrm().retention().purchaseDays(ZAGREB).customers()).isZero();
        assertThat(otherCrm().retention().revenueDays(ZAGREB)).isEmpty();
    }

    @Test
    void a_tenant_whose_name_has_quotes_reads_its_own_facts() {
        var quoted = crm().forTenant(TenantId.of("o'neil \\' ?" + ids.next()));
        CustomerId ann =
                quoted.customers().register(RegisterCustomer.person("Ann")).id();
        buys(quoted, ann, "2026-01-01T12:00:00Z", "EUR 10.00");
        quoted.interactions().record(RecordInteraction.reactive(ann, Channel.PHONE, Purpose.SERVICE));

        assertThat(quoted.retention().purchaseDays(ZAGREB).customerIds()).containsExactly(ann.value());
        assertThat(quoted.retention()
                        .interactionDays(ZAGREB, InteractionFilter.any().channels(Channel.PHONE))
                        .customerIds())
                .containsExactly(ann.value());
    }

    @Test
    void a_period_takes_its_first_instant_and_leaves_its_last() {
        CustomerId ann = customer();
        buys(ann, "2026-01-01T00:00:00Z", "EUR 1.00");
        buys(ann, "2026-01-02T00:00:00Z", "EUR 2.00");
        buys(ann, "2026-01-02T23:59:59.999999Z", "EUR 4.00");
        buys(ann, "2026-01-03T00:00:00Z", "EUR 8.00");
        Instant second = Instant.parse("2026-01-02T00:00:00Z");
        Instant third = Instant.parse("2026-01-03T00:00:00Z");

        assertThat(total(crm().retention().between(second, third).revenueDays(ZoneOffset.UTC, CurrencyUnit.EUR)))
                .isEqualTo(600);
        assertThat(total(crm().retention().since(second).revenueDays(ZoneOffset.UTC, CurrencyUnit.EUR)))
                .isEqualTo(1_400);
        assertThat(total(crm().retention().before(third).revenueDays(ZoneOffset.UTC, CurrencyUnit.EUR)))
                .isEqualTo(700);
        assertThat(crm().retention()
                        .between(second, third)
                        .purchaseDays(ZoneOffset.UTC)
                        .days(ann.value()))
                .containsExactly(LocalDate.of(2026, 1, 2));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> crm().retention().between(third, second))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("until"));
    }

    private static long total(RevenueDays revenue) {
        return revenue.totalMinor();
    }

    @Test
    void mixed_currencies_are_refused_by_name_and_can_be_read_apart() {
        CustomerId ann = customer();
        buys(ann, "2026-01-01T12:00:00Z", "EUR 10.00");
        buys(ann, "2026-02-02T12:00:00Z", "KWD 1.234");
        buys(ann, "2026-02-02T13:00:00Z", "USD 5.00");

        assertThatExceptionOfType(MixedCurrenciesException.class)
                .isThrownBy(() -> crm().retention().revenueDays(ZAGREB, CurrencyUnit.EUR))
                .withMessageContaining("EUR, KWD, USD")
                .withMessageContaining("one accumulator for each currency")
                .satisfies(refused ->
                        assertThat(refused.currencies()).containsExactly(CurrencyUnit.EUR, KWD, CurrencyUnit.USD));
        assertThatExceptionOfType(MixedCurrenciesException.class)
                .isThrownBy(() -> crm().retention().revenueDays(ZAGREB, CurrencyUnit.JPY))
                .satisfies(refused -> assertThat(refused.currencies()).doesNotContain(CurrencyUnit.JPY));
        var apart = crm().retention().revenueDays(ZAGREB);
        assertThat(apart).containsOnlyKeys(CurrencyUnit.EUR, KWD, CurrencyUnit.USD);
        assertThat(apart.get(KWD).totalMinor()).isEqualTo(1_234);
        assertThat(total(crm().retention()
                        .before(Instant.parse("2026-02-01T00:00:00Z"))
                        .revenueDays(ZAGREB, CurrencyUnit.EUR)))
                .isEqualTo(1_000);
    }

    @Test
    void contacts_are_counted_by_the_sorts_that_are_asked_for() {
        CustomerId ann = customer();
        CustomerId bob = customer();
        contact(RecordInteraction.reactive(ann, Channel.PHONE, Purpose.SERVICE).startedAt(MONDAY));
        contact(RecordInteraction.reactive(ann, Channel.EMAIL, Purpose.SALES).startedAt(MONDAY.plusSeconds(86_400)));
        contact(RecordInteraction.proactive(ann, Channel.EMAIL, Purpose.MARKETING)
                .startedAt(MONDAY.plusSeconds(2 * 86_400)));
        contact(RecordInteraction.proactive(bob, Channel.EMAIL, Purpose.MARKETING)
                .startedAt(MONDAY));

        assertThat(days(InteractionFilter.any())).isEqualTo(List.of(2, 4));
        assertThat(days(InteractionFilter.any().directions(Direction.IN))).isEqualTo(List.of(1, 2));
        assertThat(days(InteractionFilter.any().channels(Channel.EMAIL))).isEqualTo(List.of(2, 3));
        assertThat(days(InteractionFilter.any().channels(Channel.EMAIL, Channel.PHONE)))
                .isEqualTo(List.of(2, 4));
        assertThat(days(InteractionFilter.any().channels(Channel.EMAIL).purposes(Purpose.SALES)))
                .isEqualTo(List.of(1, 1));
        assertThat(days(InteractionFilter.any()
                        .initiatives(Initiative.PROACTIVE)
                        .directions(Direction.IN)))
                .isEqualTo(List.of(0, 0));
        assertThat(crm().retention()
                        .since(MONDAY.plusSeconds(1))
                        .interactionDays(ZoneOffset.UTC)
                        .customerIds())
                .containsExactly(ann.value());
        assertThat(otherCrm().retention().interactionDays(ZAGREB).customers()).isZero();
    }

    private void contact(RecordInteraction contact) {
        crm().interactions().record(contact);
    }

    /** The customers, and the days of all. */
    private List<Integer> days(InteractionFilter filter) {
        ActivityDays found = crm().retention().interactionDays(ZoneOffset.UTC, filter);
        int[] sum = new int[1];
        found.forEach(customer -> sum[0] += customer.size());
        return List.of(found.customers(), sum[0]);
    }

    @Test
    void a_transaction_reads_what_it_wrote() {
        CustomerId ann = customer();

        crm().inTransaction(tx -> {
            buys(tx, ann, "2026-01-01T12:00:00Z", "EUR 10.00");
            assertThat(total(tx.retention().revenueDays(ZAGREB, CurrencyUnit.EUR)))
                    .isEqualTo(1_000);
            buys(tx, ann, "2026-01-02T12:00:00Z", "EUR 10.00");
            assertThat(tx.retention().purchaseDays(ZAGREB).orders()).isEqualTo(2);
        });

        assertThat(crm().retention().purchaseDays(ZAGREB).orders()).isEqualTo(2);
    }

    @Test
    void a_reader_that_throws_leaves_the_transaction_usable() {
        CustomerId ann = customer();
        buys(ann, "2026-01-01T12:00:00Z", "EUR 10.00");
        buys(ann, "2026-01-02T12:00:00Z", "EUR 10.00");

        crm().inTransaction(tx -> {
            buys(tx, ann, "2026-01-03T12:00:00Z", "EUR 10.00");
            assertThatThrownBy(() -> tx.purchases().forEachFact(Instant.EPOCH, MONDAY, fact -> {
                        throw new IllegalStateException("enough");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("enough");
            buys(tx, ann, "2026-01-04T12:00:00Z", "EUR 10.00");
        });

        assertThat(crm().retention().purchaseDays(ZAGREB).orders()).isEqualTo(4);
    }
}

package io.rapport.crm.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.purchase.PurchaseFact;
import io.rapport.crm.store.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class ImporterPropertyTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** One order row; equal numbers make equal rows, and some belong to a customer who is not known. */
    private record Order(int number, int customer) {

        ImportOrder row() {
            return new ImportOrder(
                    shop("o" + number),
                    shop("c" + customer),
                    NOON.plusSeconds(number),
                    Money.ofMinor(CurrencyUnit.EUR, number * 100L));
        }
    }

    /** Which part of the rows a run reads, in batches of what size, and after how many rows it is killed, if ever. */
    private record Run(int from, int length, int batch, int killedAfter) {}

    @Provide
    Arbitrary<List<Order>> orders() {
        return Arbitraries.integers()
                .between(0, 30)
                .map(number -> new Order(number, number % 4))
                .list()
                .uniqueElements()
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<Run> runs() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.integers().between(0, 40))
                .as(Run::new);
    }

    @Property
    void any_split_repetition_and_interruption_of_an_import_gives_the_same_store_as_importing_once(
            @ForAll("orders") List<Order> orders,
            @ForAll @Size(max = 6) List<@From("runs") Run> runs,
            @ForAll @IntRange(min = 1, max = 7) int batch) {
        Crm once = withCustomers();
        ImportReport report = once.importer().orders(rows(orders));

        Crm pieces = withCustomers();
        runs.forEach(run -> attempt(pieces, orders, run));
        ImportReport last = pieces.importer().batchSize(batch).orders(rows(orders));
        ImportReport again = pieces.importer().batchSize(batch).orders(rows(orders));

        assertThat(content(pieces)).isEqualTo(content(once));
        assertThat(last.stored() + last.unchanged()).isEqualTo(report.stored());
        assertThat(last.rejections()).isEqualTo(report.rejections());
        assertThat(again.unchanged()).isEqualTo(report.stored());
        assertThat(again.stored()).isZero();
        assertThat(pieces.outbox().size()).isEqualTo(once.outbox().size());
    }

    @Property
    void counts_add_up_and_a_repeated_row_is_stored_once(
            @ForAll("orders") List<Order> orders, @ForAll @IntRange(min = 1, max = 50) int batch) {
        Crm crm = withCustomers();
        List<Order> twice = Stream.concat(orders.stream(), orders.stream()).toList();

        ImportReport report = crm.importer().batchSize(batch).orders(rows(twice));

        assertThat(report.read()).isEqualTo(twice.size());
        assertThat(report.stored() + report.unchanged() + report.rejected()).isEqualTo(report.read());
        assertThat(report.rejections()).hasSize((int) report.rejected());
        assertThat(report.rejections()).extracting(Rejection::line).isSorted();
        assertThat(crm.purchases().count()).isEqualTo(report.stored());
    }

    private static void attempt(Crm crm, List<Order> orders, Run run) {
        int from = Math.min(run.from(), orders.size());
        List<Order> part = orders.subList(from, Math.min(from + run.length(), orders.size()));
        List<ImportRow<ImportOrder>> rows = new ArrayList<>(rows(part).toList());
        if (run.killedAfter() < rows.size()) {
            rows.add(run.killedAfter(), ImportRow.of("orders.csv", 1, () -> {
                throw new IllegalStateException("killed");
            }));
        }
        try {
            crm.importer().batchSize(run.batch()).orders(rows.stream());
        } catch (IllegalStateException killed) {
            assertThat(killed).hasMessage("killed");
        }
    }

    private static Crm withCustomers() {
        Crm crm = Crm.inMemory();
        for (int i = 0; i < 3; i++) {
            crm.customers().register(RegisterCustomer.person("Customer").with(shop("c" + i)));
        }
        return crm;
    }

    private static Stream<ImportRow<ImportOrder>> rows(List<Order> orders) {
        return IntStream.range(0, orders.size()).mapToObj(i -> ImportRow.of("orders.csv", i + 1L, orders.get(i)::row));
    }

    /** The facts by the customer's own key, since ids differ between stores. */
    private static Map<String, List<String>> content(Crm crm) {
        Map<CustomerId, String> keys = new HashMap<>();
        for (Customer customer : crm.customers().page(PageRequest.first(100)).items()) {
            keys.put(customer.id(), customer.externalIds().iterator().next().key());
        }
        List<PurchaseFact> facts = new ArrayList<>();
        crm.purchases().forEachFact(Instant.EPOCH, NOON.plusSeconds(1000), facts::add);
        Map<String, List<String>> content = new HashMap<>();
        facts.forEach(fact -> content.computeIfAbsent(keys.get(fact.customer()), unused -> new ArrayList<>())
                .add(fact.at() + " " + fact.amountMinor() + " " + fact.currency()));
        content.values().forEach(lines -> lines.sort(null));
        return content;
    }

    private static ExternalId shop(String key) {
        return ExternalId.of("shop", key);
    }
}

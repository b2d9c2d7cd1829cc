package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.Crm;
import io.rapport.crm.CrmServices;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.event.Fact;
import io.rapport.crm.event.RecordedEvent;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.AggregateId;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.store.FactRepository;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How facts of any kind are kept, recorded once, announced and paged. */
public abstract class FactRepositoryContract<I extends AggregateId, F extends Fact<I>, R extends FactRepository<I, F>>
        extends StoreContract {

    protected static final ExternalId KEY = ExternalId.of("source", "one");

    private final Class<R> port;

    FactRepositoryContract(Class<R> port) {
        this.port = port;
    }

    /** Records a plain fact through the service. */
    abstract F record(CrmServices crm, CustomerId customer, ExternalId key, Instant at);

    /** Records a fact whose content no call of {@link #record} makes. */
    abstract F recordOther(CrmServices crm, CustomerId customer, ExternalId key, Instant at);

    /** What {@link #record} would record, not stored. */
    abstract F made(CustomerId customer, ExternalId key, Instant at);

    abstract Optional<F> find(CrmServices crm, I id);

    /** The facts of a customer, the latest first. */
    abstract Page<F> page(CrmServices crm, CustomerId customer, PageRequest request);

    /** How many facts any query of the room counts. */
    abstract long counted(CrmServices crm);

    abstract Instant time(F fact);

    final CustomerId customer() {
        return crm().customers().register(RegisterCustomer.person("Ann")).id();
    }

    @Test
    void a_fact_recorded_again_is_the_first() {
        Crm crm = crm();
        CustomerId ann = customer();
        F first = record(crm, ann, KEY, MONDAY);
        aMinuteLater();

        F again = record(crm, ann, KEY, MONDAY);

        assertThat(again).isEqualTo(first);
        assertThat(counted(crm)).isEqualTo(1);
        assertThat(crm.outbox().size()).isEqualTo(2);
    }

    @Test
    void an_external_id_with_other_content_is_refused() {
        Crm crm = crm();
        CustomerId ann = customer();
        F first = record(crm, ann, KEY, MONDAY);

        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> recordOther(crm, ann, KEY, MONDAY))
                .withMessageContaining(first.id().toString())
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("externalId"));
        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> record(crm, ann, KEY, MONDAY.plusSeconds(1)));

        assertThat(find(crm, first.id())).contains(first);
        assertThat(counted(crm)).isEqualTo(1);
    }

    @Test
    void external_ids_are_looked_up_together_and_exactly() {
        CustomerId ann = customer();
        F first = record(crm(), ann, KEY, MONDAY);
        F second = record(crm(), ann, ExternalId.of("other source", "one"), MONDAY);
        record(crm(), ann, ExternalId.of("source", "two"), MONDAY);

        Map<ExternalId, F> known = read(
                port,
                facts -> facts.byExternalIds(
                        List.of(KEY, KEY, ExternalId.of("other source", "one"), ExternalId.of("source", "ONE"))));
        Map<ExternalId, F> none = read(port, facts -> facts.byExternalIds(List.of()));

        assertThat(known).isEqualTo(Map.of(KEY, first, ExternalId.of("other source", "one"), second));
        assertThat(none).isEmpty();
    }

    @Test
    void instants_are_kept_to_the_microsecond() {
        Instant fine = MONDAY.plusNanos(789);

        CustomerId ann = customer();
        F fact = record(crm(), ann, KEY, fine);

        assertThat(time(fact)).isEqualTo(MONDAY);
        assertThat(find(crm(), fact.id())).contains(fact);
        assertThat(record(crm(), ann, KEY, fine)).isEqualTo(fact);
    }

    @Test
    void a_fact_belongs_to_a_known_customer() {
        CustomerId elsewhere = customer();

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> record(crm(), new CustomerId(ids.next()), KEY, MONDAY));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> record(otherCrm(), elsewhere, KEY, MONDAY));

        assertThat(counted(crm())).isZero();
        assertThat(counted(otherCrm())).isZero();
    }

    @Test
    void another_tenant_sees_nothing_and_counts_nothing() {
        Crm other = otherCrm();
        CustomerId ann = customer();
        F fact = record(crm(), ann, KEY, MONDAY);

        assertThat(find(other, fact.id())).isEmpty();
        assertThat(page(other, ann, PageRequest.first(10)).items()).isEmpty();
        assertThat(counted(other)).isZero();
        assertThat(other.outbox().size()).isZero();
        Map<ExternalId, F> known =
                store().reading(otherTenant, unit -> unit.repository(port).byExternalIds(Set.of(KEY)));
        assertThat(known).isEmpty();
    }

    @Test
    void two_tenants_may_use_one_external_id() {
        record(crm(), customer(), KEY, MONDAY);
        CustomerId bob =
                otherCrm().customers().register(RegisterCustomer.person("Bob")).id();

        recordOther(otherCrm(), bob, KEY, MONDAY);

        assertThat(counted(crm())).isEqualTo(1);
        assertThat(counted(otherCrm())).isEqualTo(1);
    }

    @Test
    void a_rollback_leaves_no_fact_and_no_word_of_it() {
        CustomerId ann = customer();
        List<F> tried = new ArrayList<>();

        assertThatThrownBy(() -> crm().inTransaction(tx -> {
                    tried.add(record(tx, ann, KEY, MONDAY));
                    throw new IllegalStateException("the host changed its mind");
                }))
                .hasMessage("the host changed its mind");

        assertThat(find(crm(), tried.get(0).id())).isEmpty();
        assertThat(page(crm(), ann, PageRequest.first(10)).items()).isEmpty();
        assertThat(counted(crm())).isZero();
        assertThat(crm().outbox().size()).isEqualTo(1);
        F later = recordOther(crm(), ann, KEY, MONDAY);
        assertThat(find(crm(), later.id())).contains(later);
    }

    @Test
    void a_fact_recorded_live_is_announced_once_with_sequence_1() {
        Crm crm = crm();
        CustomerId ann = customer();
        crm.outbox().publish(10, customers -> {});
        clock.set(MONDAY.plusSeconds(90));

        F fact = record(crm, ann, KEY, MONDAY);

        List<RecordedEvent> published = new ArrayList<>();
        crm.outbox().publish(10, published::addAll);
        assertThat(published).containsExactly(new RecordedEvent(tenant, fact.id(), 1, fact.event()));
        assertThat(fact.event().at()).isEqualTo(MONDAY.plusSeconds(90));
    }

    @Test
    void only_announced_facts_are_told_of() {
        CustomerId ann = customer();
        List<F> quiet = List.of(made(ann, ExternalId.of("source", "quiet"), MONDAY));
        List<F> loud = List.of(made(ann, ExternalId.of("source", "loud"), MONDAY));

        List<RecordedEvent> recorded = store().inTransaction(tenant, unit -> {
            unit.repository(port).add(quiet, false);
            unit.repository(port).add(loud, true);
            return unit.recorded();
        });

        assertThat(recorded)
                .extracting(RecordedEvent::aggregateId)
                .containsExactly(loud.get(0).id());
        assertThat(crm().outbox().size()).isEqualTo(2);
        assertThat(counted(crm())).isEqualTo(2);
    }

    @Test
    void many_facts_are_added_in_one_go() {
        CustomerId ann = customer();
        List<F> many = many(ann, 250);

        write(port, facts -> facts.add(many, false));
        write(port, facts -> facts.add(List.of(), true));

        assertThat(counted(crm())).isEqualTo(250);
        assertThat(page(crm(), ann, PageRequest.first(1000)).items()).containsExactlyInAnyOrderElementsOf(many);
        assertThat(find(crm(), many.get(249).id())).contains(many.get(249));
    }

    @Test
    void of_many_facts_all_are_added_or_none() {
        CustomerId ann = customer();
        F first = record(crm(), ann, ExternalId.of("source", "k7"), MONDAY);
        F twin = made(ann, ExternalId.of("source", "new"), MONDAY);
        F sameKey = made(ann, ExternalId.of("source", "new"), MONDAY);

        for (List<F> refusedFacts :
                List.of(many(ann, 10), List.of(twin, sameKey), List.of(twin, twin), List.of(first))) {
            assertThatExceptionOfType(AlreadyExistsException.class)
                    .isThrownBy(() -> write(port, facts -> facts.add(refusedFacts, true)));
        }

        assertThat(counted(crm())).isEqualTo(1);
        assertThat(crm().outbox().size()).isEqualTo(2);
        assertThat(find(crm(), twin.id())).isEmpty();
    }

    @Test
    void a_customers_facts_come_latest_first_and_pages_stay_stable_while_rows_are_added() {
        CustomerId ann = customer();
        CustomerId bob = customer();
        List<F> recorded = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            recorded.add(0, record(crm(), ann, ExternalId.of("source", "a" + i), MONDAY.plusSeconds(i)));
            record(crm(), bob, ExternalId.of("source", "b" + i), MONDAY.plusSeconds(i));
        }

        List<F> seen = new ArrayList<>();
        Optional<Page<F>> page = Optional.of(page(crm(), ann, PageRequest.first(2)));
        while (page.isPresent()) {
            seen.addAll(page.get().items());
            record(crm(), ann, ExternalId.of("source", "late" + seen.size()), MONDAY.plusSeconds(100 + seen.size()));
            page = page.get().next().map(next -> page(crm(), ann, PageRequest.after(next, 2)));
        }

        assertThat(seen).isEqualTo(recorded);
    }

    @Test
    void pages_neither_skip_nor_repeat_facts_of_one_instant() {
        CustomerId ann = customer();
        List<F> many = IntStream.range(0, 9)
                .mapToObj(i -> made(ann, ExternalId.of("source", "k" + i), MONDAY))
                .toList();
        write(port, facts -> facts.add(many, false));

        List<F> seen = new ArrayList<>();
        Optional<Page<F>> page = Optional.of(page(crm(), ann, PageRequest.first(4)));
        while (page.isPresent()) {
            seen.addAll(page.get().items());
            page = page.get().next().map(next -> page(crm(), ann, PageRequest.after(next, 4)));
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(many);
    }

    private List<F> many(CustomerId customer, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> made(customer, ExternalId.of("source", "k" + i), MONDAY.plusSeconds(i)))
                .toList();
    }
}

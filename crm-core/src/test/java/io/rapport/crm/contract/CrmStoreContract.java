package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.CustomerEvent;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.event.Outbox;
import io.rapport.crm.event.OutboxEntry;
import io.rapport.crm.event.RecordedEvent;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.store.CommandLog;
import io.rapport.crm.store.CommandRecord;
import io.rapport.crm.store.IdempotencyConflictException;
import io.rapport.crm.store.StaleAggregateException;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Tenants, units of work, versions, histories, the outbox and command keys. */
public abstract class CrmStoreContract extends StoreContract {

    @Test
    void a_rollback_leaves_nothing_in_any_repository_nor_the_outbox() {
        Crm crm = crm();
        List<CustomerId> tried = new ArrayList<>();

        assertThatThrownBy(() -> crm.inTransaction(tx -> {
                    Customer ann = tx.customers().register(RegisterCustomer.person("Ann"));
                    tx.tickets().open(OpenTicket.of(ann.id(), TicketKind.QUESTION, "Where is it?"));
                    tried.add(ann.id());
                    throw new IllegalStateException("the host changed its mind");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the host changed its mind");

        assertThat(crm.customers().find(tried.get(0))).isEmpty();
        assertThat(crm.customers().history(tried.get(0))).isEmpty();
        assertThat(crm.customers().count()).isZero();
        assertThat(crm.tickets().countByStatus()).isEmpty();
        assertThat(crm.outbox().size()).isZero();
    }

    @Test
    void a_rollback_brings_back_the_state_before() {
        Crm crm = crm();
        Customer ann = crm.customers().register(RegisterCustomer.person("Ann").tagged("vip"));

        assertThatThrownBy(() -> crm.inTransaction(tx -> {
                    tx.customers().untag(ann.id(), "vip");
                    tx.customers().tag(ann.id(), "lost");
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(crm.customers().find(ann.id())).contains(ann);
        assertThat(crm.customers().history(ann.id())).hasSize(1);
        assertThat(crm.outbox().size()).isEqualTo(1);
    }

    @Test
    void a_transaction_sees_what_it_has_written() {
        String name = crm().computeInTransaction(tx -> {
            Customer ann = tx.customers().register(RegisterCustomer.person("Ann"));
            return tx.customers().find(ann.id()).orElseThrow().name();
        });

        assertThat(name).isEqualTo("Ann");
    }

    @Test
    void a_stale_save_is_refused_with_both_versions_named() {
        Crm crm = crm();
        Customer loaded = crm.customers().register(RegisterCustomer.person("Ann"));
        crm.customers().tag(loaded.id(), "first");
        crm.customers().tag(loaded.id(), "second");

        assertThatExceptionOfType(StaleAggregateException.class)
                .isThrownBy(() -> crm.customers().save(loaded.tag("late", aMinuteLater())))
                .satisfies(refused -> {
                    assertThat(refused.id()).isEqualTo(loaded.id());
                    assertThat(refused.expectedVersion()).isEqualTo(1);
                    assertThat(refused.foundVersion()).isEqualTo(3);
                })
                .withMessageContaining("version 1")
                .withMessageContaining("version 3");

        assertThat(crm.customers().find(loaded.id()).orElseThrow().tags()).containsExactlyInAnyOrder("first", "second");
        assertThat(crm.customers().history(loaded.id())).hasSize(3);
        assertThat(crm.outbox().size()).isEqualTo(3);
    }

    @Test
    void a_stale_save_that_the_host_swallows_leaves_nothing_half_done() {
        Crm crm = crm();
        Customer loaded = crm.customers().register(RegisterCustomer.person("Ann"));
        crm.customers().tag(loaded.id(), "first");

        crm.inTransaction(tx -> {
            assertThatExceptionOfType(StaleAggregateException.class)
                    .isThrownBy(
                            () -> tx.customers().save(loaded.tag("x", MONDAY).tag("late", MONDAY)));
            tx.customers().tag(loaded.id(), "second");
        });

        assertThat(crm.customers().find(loaded.id()).orElseThrow().tags()).containsExactlyInAnyOrder("first", "second");
        assertThat(Customer.fold(crm.customers().history(loaded.id())))
                .isEqualTo(crm.customers().find(loaded.id()).orElseThrow());
        assertThat(crm.outbox().size()).isEqualTo(3);
    }

    @Test
    void an_aggregate_that_was_never_stored_cannot_be_changed() {
        Customer unknown = Customer.register(new CustomerId(ids.next()), RegisterCustomer.person("Ann"), MONDAY)
                .saved()
                .tag("vip", MONDAY);

        assertThatExceptionOfType(StaleAggregateException.class)
                .isThrownBy(() -> crm().customers().save(unknown))
                .satisfies(refused -> assertThat(refused.foundVersion()).isZero());
    }

    @Test
    void an_id_is_given_only_once() {
        Customer ann = crm().customers().register(RegisterCustomer.person("Ann"));
        Customer imposter = Customer.register(ann.id(), RegisterCustomer.person("Imposter"), MONDAY);

        assertThatExceptionOfType(StaleAggregateException.class)
                .isThrownBy(() -> crm().customers().save(imposter))
                .satisfies(refused -> {
                    assertThat(refused.expectedVersion()).isZero();
                    assertThat(refused.foundVersion()).isEqualTo(1);
                });
        assertThat(crm().customers().find(ann.id())).contains(ann);
    }

    @Test
    void of_two_threads_saving_one_aggregate_exactly_one_wins() throws Exception {
        Crm crm = crm();
        for (int round = 0; round < 10; round++) {
            Customer loaded = crm.customers().register(RegisterCustomer.person("Ann"));
            CyclicBarrier start = new CyclicBarrier(2);

            List<String> outcomes = inParallel(List.of(
                    () -> racedSave(crm, loaded.tag("left", MONDAY), start),
                    () -> racedSave(crm, loaded.tag("right", MONDAY), start)));

            assertThat(outcomes).containsExactlyInAnyOrder("won", "refused");
            assertThat(crm.customers().history(loaded.id())).hasSize(2);
        }
    }

    @Test
    void another_tenants_rows_cannot_be_read_changed_or_counted() {
        Crm crm = crm();
        Crm other = otherCrm();
        Customer ann = crm.customers().register(RegisterCustomer.person("Ann"));
        Ticket ticket = crm.tickets().open(OpenTicket.of(ann.id(), TicketKind.QUESTION, "Where is it?"));

        assertThat(other.customers().find(ann.id())).isEmpty();
        assertThat(other.customers().history(ann.id())).isEmpty();
        assertThat(other.tickets().find(ticket.id())).isEmpty();
        assertThat(other.outbox().size()).isZero();
        assertThat(other.outbox().publish(10, events -> {})).isZero();
        assertThatExceptionOfType(StaleAggregateException.class)
                .isThrownBy(() -> other.customers().save(ann.tag("stolen", MONDAY)));
        assertThat(crm.customers().find(ann.id())).contains(ann);
        assertThat(crm.outbox().size()).isEqualTo(2);
    }

    @Test
    void the_same_id_may_exist_for_two_tenants() {
        Customer ann = crm().customers().register(RegisterCustomer.person("Ann"));
        Customer twin = Customer.register(ann.id(), RegisterCustomer.person("Twin"), MONDAY);

        otherCrm().customers().save(twin);

        assertThat(crm().customers().find(ann.id()).orElseThrow().name()).isEqualTo("Ann");
        assertThat(otherCrm().customers().find(ann.id()).orElseThrow().name()).isEqualTo("Twin");
    }

    @Test
    @SuppressWarnings("NullAway")
    void a_missing_tenant_is_an_error() {
        TenantId missing = null;

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> store().inTransaction(missing, unit -> 1))
                .withMessageContaining("tenant");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> store().reading(missing, unit -> 1))
                .withMessageContaining("tenant");
    }

    @Test
    void a_unit_of_work_is_not_nested_in_another() {
        assertThatThrownBy(() -> store().inTransaction(tenant, outer -> store().inTransaction(tenant, inner -> 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_port_that_the_store_does_not_know_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Runnable.class, port -> port))
                .withMessageContaining("java.lang.Runnable");
    }

    @Test
    void a_unit_tells_what_it_recorded_in_order() {
        List<RecordedEvent> recorded = store().inTransaction(tenant, unit -> {
            CustomerRepository customers = unit.repository(CustomerRepository.class);
            Customer ann = Customer.register(new CustomerId(ids.next()), RegisterCustomer.person("Ann"), MONDAY);
            customers.save(ann.tag("vip", aMinuteLater()));
            return unit.recorded();
        });

        assertThat(recorded).extracting(RecordedEvent::sequence).containsExactly(1L, 2L);
        assertThat(recorded)
                .extracting(RecordedEvent::event)
                .hasExactlyElementsOfTypes(CustomerEvent.Registered.class, CustomerEvent.Tagged.class);
    }

    @Test
    void the_outbox_holds_the_events_in_order_until_they_are_published() {
        Crm crm = crm();
        Customer ann = crm.customers().register(RegisterCustomer.person("Ann"));
        crm.customers().tag(ann.id(), "vip");
        List<RecordedEvent> published = new ArrayList<>();

        assertThat(crm.outbox().publish(1, published::addAll)).isEqualTo(1);
        assertThat(crm.outbox().publish(10, published::addAll)).isEqualTo(1);
        assertThat(crm.outbox().publish(10, published::addAll)).isZero();

        assertThat(published).extracting(RecordedEvent::sequence).containsExactly(1L, 2L);
        assertThat(published).allSatisfy(event -> {
            assertThat(event.aggregateId()).isEqualTo(ann.id());
            assertThat(event.tenant()).isEqualTo(tenant);
        });
        assertThat(published)
                .extracting(RecordedEvent::event)
                .isEqualTo(crm.customers().history(ann.id()));
    }

    @Test
    void what_a_failing_listener_did_not_take_stays_in_the_outbox() {
        Crm crm = crm();
        crm.customers().register(RegisterCustomer.person("Ann"));

        assertThatThrownBy(() -> crm.outbox().publish(10, events -> {
                    throw new IllegalStateException("the broker is away");
                }))
                .hasMessage("the broker is away");

        assertThat(crm.outbox().size()).isEqualTo(1);
    }

    @Test
    void two_relays_never_publish_one_entry_twice() throws Exception {
        Crm crm = crm();
        for (int i = 0; i < 40; i++) {
            crm.customers().register(RegisterCustomer.person("Customer " + i));
        }

        List<List<RecordedEvent>> published = inParallel(List.of(() -> drained(crm), () -> drained(crm)));

        assertThat(published.stream().flatMap(List::stream).map(RecordedEvent::aggregateId))
                .hasSize(40)
                .doesNotHaveDuplicates();
        assertThat(crm.outbox().size()).isZero();
    }

    @Test
    void a_command_key_remembers_its_first_effect() {
        CommandRecord first = new CommandRecord(CommandKey.of("order-4711"), "digest", UUID.randomUUID(), 7);

        write(CommandLog.class, log -> log.add(first));

        Optional<CommandRecord> found = read(CommandLog.class, log -> log.find(first.key()));
        Optional<CommandRecord> elsewhere = store().reading(
                        otherTenant, unit -> unit.repository(CommandLog.class).find(first.key()));
        assertThat(found).contains(first);
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void a_command_key_is_added_only_once() {
        CommandRecord first = new CommandRecord(CommandKey.of("order-4711"), "digest", UUID.randomUUID(), 7);
        CommandRecord second = new CommandRecord(CommandKey.of("order-4711"), "digest", UUID.randomUUID(), 8);
        write(CommandLog.class, log -> log.add(first));

        assertThatExceptionOfType(IdempotencyConflictException.class)
                .isThrownBy(() -> write(CommandLog.class, log -> log.add(second)));

        Optional<CommandRecord> found = read(CommandLog.class, log -> log.find(first.key()));
        assertThat(found).contains(first);
    }

    @Test
    void an_outbox_entry_that_was_removed_in_a_rolled_back_unit_is_still_there() {
        crm().customers().register(RegisterCustomer.person("Ann"));

        assertThatThrownBy(() -> write(Outbox.class, outbox -> {
                    List<OutboxEntry> entries = outbox.next(10);
                    outbox.remove(entries);
                    assertThat(outbox.size()).isZero();
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(crm().outbox().size()).isEqualTo(1);
    }

    private static String racedSave(Crm crm, Customer changed, CyclicBarrier start) throws Exception {
        start.await();
        try {
            crm.customers().save(changed);
            return "won";
        } catch (StaleAggregateException refused) {
            return "refused";
        }
    }

    private static List<RecordedEvent> drained(Crm crm) {
        List<RecordedEvent> events = new ArrayList<>();
        while (crm.outbox().publish(3, events::addAll) > 0) {
            // until nothing waits
        }
        return events;
    }

    /** Runs tasks at once and gives their results in the order of the tasks. */
    static <R> List<R> inParallel(List<Callable<R>> tasks) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<R> results = new ArrayList<>();
            for (Future<R> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}

package io.rapport.crm.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.ContactPoint;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.event.RecordedEvent;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.store.CrmStore;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.memory.InMemoryCrmStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImporterTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void a_taken_key_ends_an_import_inside_a_transaction_of_the_host() {
        Crm crm = Crm.builder().store(new JoinedStore()).build();
        crm.customers().register(RegisterCustomer.person("Ann").with(ContactPoint.email("ann@example.com")));

        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> crm.importer()
                        .customers(Stream.of(row(1, "bob", "bob@example.com"), row(2, "imposter", "ann@example.com"))));

        assertThat(crm.customers().count()).isEqualTo(1);
    }

    @Test
    void a_listener_hears_of_every_rejected_row_before_the_progress_of_its_batch() {
        int bad = ImportReport.MAX_REJECTIONS + 1;
        List<String> heard = new ArrayList<>();
        ImportListener listener = new ImportListener() {
            @Override
            public void progress(ImportProgress progress) {
                heard.add("progress " + progress.rejected());
            }

            @Override
            public void rejected(Rejection rejection) {
                heard.add("line " + rejection.line());
            }
        };

        ImportReport report = Crm.inMemory()
                .importer()
                .batchSize(bad)
                .listener(listener)
                .customers(
                        Stream.iterate(1, line -> line + 1).limit(bad + 1).map(line -> row(line, "ann", "no address")));

        assertThat(report.rejected()).isEqualTo(bad + 1);
        assertThat(heard)
                .hasSize(bad + 3)
                .startsWith("line 1", "line 2")
                .endsWith("line " + bad, "progress " + bad, "line " + (bad + 1), "progress " + (bad + 1));
    }

    @Test
    void a_key_that_others_take_during_an_import_rejects_its_row_and_no_other() {
        InMemoryCrmStore shared = new InMemoryCrmStore();
        Crm other = Crm.builder().store(shared).build();
        Crm crm = Crm.builder().store(shared).build();

        ImportReport report = crm.importer()
                .batchSize(2)
                .listener(progress -> {
                    if (progress.read() == 2) {
                        other.customers()
                                .register(RegisterCustomer.person("Cy").with(ContactPoint.email("cy@example.com")));
                    }
                })
                .customers(Stream.of(
                        row(1, "ann", "ann@example.com"),
                        row(2, "bob", "bob@example.com"),
                        row(3, "cy", "cy@example.com"),
                        row(4, "di", "di@example.com")));

        assertThat(report.stored()).isEqualTo(3);
        assertThat(report.rejections()).extracting(Rejection::line).containsExactly(3L);
    }

    @Test
    void each_row_is_read_once_even_when_its_batch_is_tried_again() {
        List<Integer> reads = new ArrayList<>();
        Stream<ImportRow<ImportCustomer>> rows = Stream.of(1, 2, 3)
                .map(line -> ImportRow.of("rows.csv", line, () -> {
                    reads.add(line);
                    return value("c" + line, "same@example.com");
                }));

        ImportReport report = Crm.inMemory().importer().customers(rows);

        assertThat(reads).containsExactly(1, 2, 3);
        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(2);
    }

    @Test
    void a_customer_row_needs_an_external_id() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new ImportCustomer(RegisterCustomer.person("Ann"), NOON))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("externalIds"));
    }

    @Test
    void a_row_has_a_source_and_a_line_from_1() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ImportRow.of("rows.csv", 0, () -> 1))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("line"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ImportRow.of(" ", 1, () -> 1))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("source"));
    }

    @Test
    void an_announced_import_is_heard_of_after_each_batch() {
        List<Integer> heard = new ArrayList<>();
        Crm crm = Crm.builder().listener(events -> heard.add(events.size())).build();

        crm.importer()
                .announcing(true)
                .batchSize(2)
                .customers(Stream.of(
                        row(1, "ann", "ann@example.com"),
                        row(2, "bob", "bob@example.com"),
                        row(3, "cy", "cy@example.com")));

        assertThat(heard).containsExactly(2, 1);
    }

    private static ImportRow<ImportCustomer> row(long line, String key, String email) {
        return ImportRow.of("rows.csv", line, () -> value(key, email));
    }

    private static ImportCustomer value(String key, String email) {
        return new ImportCustomer(
                RegisterCustomer.person("Name").with(ExternalId.of("shop", key)).with(ContactPoint.email(email)), NOON);
    }

    /** A store that never decides on the commit. */
    private static final class JoinedStore implements CrmStore {

        private final CrmStore store = new InMemoryCrmStore();

        @Override
        public <R> R inTransaction(TenantId tenant, Function<UnitOfWork, R> work) {
            return store.inTransaction(tenant, unit -> work.apply(joined(unit)));
        }

        @Override
        public <R> R reading(TenantId tenant, Function<UnitOfWork, R> work) {
            return store.reading(tenant, work);
        }

        private static UnitOfWork joined(UnitOfWork unit) {
            return new UnitOfWork() {
                @Override
                public TenantId tenant() {
                    return unit.tenant();
                }

                @Override
                public <R> R repository(Class<R> port) {
                    return unit.repository(port);
                }

                @Override
                public List<RecordedEvent> recorded() {
                    return unit.recorded();
                }

                @Override
                public boolean ownsTransaction() {
                    return false;
                }
            };
        }
    }
}

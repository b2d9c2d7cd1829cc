package io.rapport.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.Crm;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.event.RecordedEvent;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.purchase.RecordPurchase;
import io.rapport.crm.retention.MixedCurrenciesException;
import io.rapport.crm.store.StaleAggregateException;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.TicketKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** The store inside the transactions of a host: the host's rows and the library's share one fate. */
class HostTransactionTest {

    @Nested
    class OnH2 extends Joining {
        @Override
        HikariDataSource open() {
            return TestDatabase.h2Pool(true);
        }
    }

    @Nested
    class OnPostgres extends Joining {
        @Override
        HikariDataSource open() {
            return TestDatabase.postgresPool(true);
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    abstract static class Joining {

        private final String shopOrders =
                "shop_order_" + UUID.randomUUID().toString().replace("-", "");
        private HikariDataSource pool;
        private TenantId tenant = TenantId.DEFAULT;

        abstract HikariDataSource open();

        @BeforeAll
        void start() throws SQLException {
            pool = open();
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE " + shopOrders + " (note VARCHAR(100))");
            }
        }

        @AfterAll
        void stop() {
            pool.close();
        }

        private Crm crm(TransactionRunner transactions) {
            return Crm.builder()
                    .store(JdbcCrmStore.builder(transactions).build())
                    .tenant(tenant)
                    .build();
        }

        private void newTenant() {
            tenant = TenantId.of("host-" + UUID.randomUUID());
        }

        @Test
        void a_rollback_of_the_hosts_connection_undoes_rows_events_and_outbox_together() throws SQLException {
            newTenant();
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                Crm joined = crm(TransactionRunner.joining(connection));
                Customer ann = joined.customers().register(RegisterCustomer.person("Ann"));
                joined.tickets().open(OpenTicket.of(ann.id(), TicketKind.QUESTION, "Where is it?"));
                assertThat(joined.outbox().size()).isEqualTo(2);

                connection.rollback();

                assertNothingStored(ann);
                connection.setAutoCommit(true);
            }
        }

        @Test
        void a_commit_of_the_hosts_connection_keeps_rows_events_and_outbox_together() throws SQLException {
            newTenant();
            Customer ann;
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                ann = crm(TransactionRunner.joining(connection)).customers().register(RegisterCustomer.person("Ann"));
                connection.commit();
                connection.setAutoCommit(true);
            }

            Crm own = crm(TransactionRunner.owning(pool));
            assertThat(own.customers().find(ann.id())).contains(ann);
            assertThat(own.customers().history(ann.id())).hasSize(1);
            assertThat(own.outbox().size()).isEqualTo(1);
        }

        @Test
        void a_connection_of_the_host_is_never_committed_rolled_back_closed_or_switched() throws SQLException {
            newTenant();
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                RecordingDataSource recording = new RecordingDataSource(pool);
                Crm joined = crm(TransactionRunner.joining(recording.recording(connection)));

                joined.inTransaction(tx -> {
                    Customer ann = tx.customers().register(RegisterCustomer.person("Ann"));
                    tx.customers().tag(ann.id(), "vip");
                });
                assertThatThrownBy(() -> joined.inTransaction(tx -> {
                            throw new IllegalStateException("no");
                        }))
                        .hasMessage("no");
                joined.customers().count();

                assertThat(recording.called()).doesNotContain("commit", "close", "setAutoCommit", "abort");
                assertThat(joined.customers().count()).isEqualTo(1);
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }

        @Test
        void streaming_leaves_a_connection_of_the_host_as_it_is_in_autocommit_too() throws SQLException {
            newTenant();
            Crm own = crm(TransactionRunner.owning(pool));
            Customer ann = own.customers().register(RegisterCustomer.person("Ann"));
            own.purchases().record(RecordPurchase.of(ann.id(), ExternalId.of("shop", "1"), Money.parse("EUR 1.00")));
            try (Connection connection = pool.getConnection()) {
                RecordingDataSource recording = new RecordingDataSource(pool);
                Crm joined = crm(TransactionRunner.joining(recording.recording(connection)));

                assertThat(joined.retention().purchaseDays(ZoneOffset.UTC).customers())
                        .isEqualTo(1);

                assertThat(recording.called()).doesNotContain("commit", "rollback", "close", "setAutoCommit");
            }
        }

        @Test
        void streaming_sees_the_hosts_transaction_and_leaves_it_open_whatever_the_reader_does() throws SQLException {
            newTenant();
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                RecordingDataSource recording = new RecordingDataSource(pool);
                Crm joined = crm(TransactionRunner.joining(recording.recording(connection)));
                Customer ann = joined.customers().register(RegisterCustomer.person("Ann"));
                for (String amount : List.of("EUR 1.00", "USD 2.00", "EUR 3.00")) {
                    joined.purchases()
                            .record(RecordPurchase.of(ann.id(), ExternalId.of("shop", amount), Money.parse(amount)));
                }

                assertThat(joined.retention().purchaseDays(ZoneOffset.UTC).orders())
                        .isEqualTo(3);
                assertThatThrownBy(() -> joined.retention().revenueDays(ZoneOffset.UTC, CurrencyUnit.EUR))
                        .isInstanceOf(MixedCurrenciesException.class);
                assertThatThrownBy(() -> joined.purchases().forEachFact(Instant.EPOCH, Instant.MAX, fact -> {
                            throw new IllegalStateException("enough");
                        }))
                        .hasMessage("enough");
                assertThat(joined.retention().revenueDays(ZoneOffset.UTC)).hasSize(2);

                assertThat(recording.called()).doesNotContain("commit", "rollback", "close", "setAutoCommit");
                connection.rollback();
                connection.setAutoCommit(true);
            }
            assertThat(crm(TransactionRunner.owning(pool)).purchases().count()).isZero();
        }

        @Test
        void nothing_is_written_on_a_connection_of_the_host_that_is_in_autocommit_mode() throws SQLException {
            newTenant();
            try (Connection connection = pool.getConnection()) {
                Crm joined = crm(TransactionRunner.joining(connection));

                assertThatThrownBy(() -> joined.customers().register(RegisterCustomer.person("Ann")))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("autocommit");
                assertThat(joined.customers().count()).isZero();
                assertThat(joined.outbox().size()).isZero();
            }
        }

        @Test
        void a_stale_save_leaves_the_hosts_transaction_usable_and_nothing_half_done() throws SQLException {
            newTenant();
            Crm own = crm(TransactionRunner.owning(pool));
            Customer loaded = own.customers().register(RegisterCustomer.person("Ann"));
            own.customers().tag(loaded.id(), "first");

            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                Crm joined = crm(TransactionRunner.joining(connection));
                Customer late = loaded.tag("late", loaded.registeredAt())
                        .add(ExternalId.of("shop", "late"), loaded.registeredAt());
                assertThatThrownBy(() -> joined.customers().save(late)).isInstanceOf(StaleAggregateException.class);
                joined.customers().tag(loaded.id(), "second");
                connection.commit();
                connection.setAutoCommit(true);
            }

            Customer stored = own.customers().find(loaded.id()).orElseThrow();
            assertThat(stored.tags()).containsExactlyInAnyOrder("first", "second");
            assertThat(own.customers().find(ExternalId.of("shop", "late"))).isEmpty();
            assertThat(Customer.fold(own.customers().history(loaded.id()))).isEqualTo(stored);
            assertThat(own.outbox().size()).isEqualTo(3);
        }

        @Test
        void springs_rollback_undoes_the_hosts_rows_and_the_librarys_together() {
            newTenant();
            JdbcTemplate shop = new JdbcTemplate(pool);
            Crm joined = crm(TransactionRunner.joining(new SpringConnections(pool)));
            List<Customer> registered = new ArrayList<>();
            String note = tenant.value();

            new TransactionTemplate(new DataSourceTransactionManager(pool)).executeWithoutResult(status -> {
                shop.update("INSERT INTO " + shopOrders + " (note) VALUES (?)", note);
                registered.add(joined.customers().register(RegisterCustomer.person("Ann")));
                status.setRollbackOnly();
            });

            assertNothingStored(registered.get(0));
            assertThat(orders(shop, note)).isZero();
        }

        @Test
        void springs_commit_keeps_the_hosts_rows_and_the_librarys_together() {
            newTenant();
            JdbcTemplate shop = new JdbcTemplate(pool);
            Crm joined = crm(TransactionRunner.joining(new SpringConnections(pool)));
            String note = tenant.value();

            new TransactionTemplate(new DataSourceTransactionManager(pool)).executeWithoutResult(status -> {
                shop.update("INSERT INTO " + shopOrders + " (note) VALUES (?)", note);
                joined.inTransaction(tx -> tx.customers().register(RegisterCustomer.person("Ann")));
            });

            Crm own = crm(TransactionRunner.owning(pool));
            assertThat(own.customers().count()).isEqualTo(1);
            assertThat(own.outbox().size()).isEqualTo(1);
            assertThat(orders(shop, note)).isEqualTo(1);
        }

        @Test
        void a_listener_hears_of_the_stores_own_commits_and_not_of_joined_work() throws SQLException {
            newTenant();
            List<RecordedEvent> heard = new ArrayList<>();
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                Crm.builder()
                        .store(JdbcCrmStore.builder(TransactionRunner.joining(connection))
                                .build())
                        .tenant(tenant)
                        .listener(heard::addAll)
                        .build()
                        .customers()
                        .register(RegisterCustomer.person("Joined"));
                connection.rollback();
                connection.setAutoCommit(true);
            }
            assertThat(heard).isEmpty();

            Crm own = Crm.builder()
                    .store(JdbcCrmStore.on(pool))
                    .tenant(tenant)
                    .listener(heard::addAll)
                    .build();
            own.customers().register(RegisterCustomer.person("Own"));
            assertThat(heard).hasSize(1);
        }

        private void assertNothingStored(Customer customer) {
            Crm own = crm(TransactionRunner.owning(pool));
            assertThat(own.customers().find(customer.id())).isEmpty();
            assertThat(own.customers().history(customer.id())).isEmpty();
            assertThat(own.tickets().countByStatus()).isEmpty();
            assertThat(own.outbox().size()).isZero();
        }

        private long orders(JdbcTemplate shop, String note) {
            Long count =
                    shop.queryForObject("SELECT count(*) FROM " + shopOrders + " WHERE note = ?", Long.class, note);
            return count == null ? 0 : count;
        }
    }

    /** How a Spring application hands over the connection of its current transaction. */
    private static final class SpringConnections implements HostConnections {

        private final DataSource dataSource;

        SpringConnections(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        @Override
        public Connection acquire() {
            return DataSourceUtils.getConnection(dataSource);
        }

        @Override
        public void release(Connection connection) {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}

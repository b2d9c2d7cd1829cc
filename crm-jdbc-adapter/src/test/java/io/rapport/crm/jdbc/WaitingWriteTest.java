package io.rapport.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.Crm;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.RedeemPoints;
import io.rapport.crm.store.IdempotencyConflictException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** On PostgreSQL the last save goes out with the commit: it is refused there, or, in a larger transaction, by the call. */
@Timeout(60)
class WaitingWriteTest {

    private final TenantId tenant = TenantId.of("waiting-" + UUID.randomUUID());
    private final CommandKey key = CommandKey.of("order-1:redeem");
    private final ExecutorService somebody = Executors.newSingleThreadExecutor();
    private final AtomicBoolean toldByTheCall = new AtomicBoolean();

    private HikariDataSource pool;
    private Crm crm;
    private LoyaltyAccountId account;

    @BeforeEach
    void open() {
        pool = TestDatabase.postgresPool(true);
        crm = Crm.builder().store(JdbcCrmStore.on(pool)).tenant(tenant).build();
        CustomerId ann =
                crm.customers().register(RegisterCustomer.person("Ann")).id();
        account =
                crm.loyalty().enrol(EnrolCustomer.of(ann, ProgramId.of("club"))).id();
        crm.loyalty().earn(EarnPoints.of(account, 100, CommandKey.of("earn")));
    }

    @AfterEach
    void close() {
        somebody.shutdownNow();
        pool.close();
    }

    @Test
    void a_key_that_somebody_else_uses_meanwhile_is_refused_with_the_commit() throws Exception {
        whileSomebodyUsesTheKey(() -> {
            RedeemPoints command = RedeemPoints.of(account, 40, key);
            assertThatThrownBy(() -> crm.loyalty().redeem(command)).isInstanceOf(IdempotencyConflictException.class);
        });

        assertThat(crm.loyalty().balance(account)).isEqualTo(100);
    }

    @Test
    void inside_a_larger_transaction_the_call_that_used_the_key_is_refused() throws Exception {
        whileSomebodyUsesTheKey(() -> assertThatThrownBy(() -> crm.inTransaction(tx -> {
                    try {
                        tx.loyalty().redeem(RedeemPoints.of(account, 40, key));
                    } catch (IdempotencyConflictException refused) {
                        toldByTheCall.set(true);
                        throw refused;
                    }
                }))
                .isInstanceOf(IdempotencyConflictException.class));

        assertThat(toldByTheCall).isTrue();
        assertThat(crm.loyalty().balance(account)).isEqualTo(100);
    }

    @Test
    void a_runner_that_decides_about_the_commit_itself_can_still_roll_back() {
        Crm rollingBack = Crm.builder()
                .store(JdbcCrmStore.builder(new RollingBack(pool)).build())
                .tenant(tenant)
                .build();

        rollingBack.loyalty().redeem(RedeemPoints.of(account, 40, key));

        assertThat(crm.loyalty().balance(account)).isEqualTo(100);
    }

    @Test
    void a_lock_that_is_refused_ends_the_transaction_that_began_with_it() throws Exception {
        try (Connection impatient = TestDatabase.postgres().getConnection()) {
            SingleConnectionDataSource one = new SingleConnectionDataSource(impatient, true);
            impatient.createStatement().execute("SET lock_timeout = '50ms'");
            JdbcCrmStore store = JdbcCrmStore.builder(TransactionRunner.owning(one))
                    .dialect(Dialect.postgresql())
                    .build();
            Crm other = Crm.builder().store(store).tenant(tenant).build();

            whileTheAccountIsLocked(() -> assertThatThrownBy(
                            () -> other.loyalty().redeem(RedeemPoints.of(account, 40, key)))
                    .isInstanceOf(DatabaseFailureException.class));

            assertThat(impatient.getAutoCommit()).isTrue();
            other.loyalty().redeem(RedeemPoints.of(account, 40, key));
        }
        assertThat(crm.loyalty().balance(account)).isEqualTo(60);
    }

    private void whileTheAccountIsLocked(Runnable work) throws SQLException {
        try (Connection other = pool.getConnection();
                PreparedStatement lock = other.prepareStatement(
                        "SELECT id FROM crm_loyalty_account WHERE tenant = ? AND id = ? FOR UPDATE")) {
            other.setAutoCommit(false);
            lock.setString(1, tenant.value());
            lock.setObject(2, account.value());
            lock.execute();
            work.run();
            other.rollback();
        }
    }

    /** Owns its transactions, and changes its mind after the work. */
    private record RollingBack(HikariDataSource pool) implements TransactionRunner {

        @Override
        public <R> R inTransaction(SqlWork<R> work) throws SQLException {
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                R result = work.on(() -> connection);
                connection.rollback();
                return result;
            }
        }

        @Override
        public <R> R reading(SqlWork<R> work) throws SQLException {
            try (Connection connection = pool.getConnection()) {
                return work.on(() -> connection);
            }
        }

        @Override
        public boolean ownsTransaction() {
            return true;
        }
    }

    /** Somebody has used the key, and commits once the work waits to hear whether it may use it too. */
    private void whileSomebodyUsesTheKey(Runnable work) throws Exception {
        try (Connection other = pool.getConnection()) {
            other.setAutoCommit(false);
            try (PreparedStatement insert = other.prepareStatement("INSERT INTO crm_command"
                    + " (tenant, command_key, payload_digest, aggregate_id, sequence_no) VALUES (?, ?, ?, ?, 2)")) {
                insert.setString(1, tenant.value());
                insert.setString(2, key.value());
                insert.setString(3, "0".repeat(64));
                insert.setObject(4, UUID.randomUUID());
                insert.executeUpdate();
            }
            Future<?> working = somebody.submit(work);
            while (!working.isDone() && !somebodyWaits()) {
                Thread.onSpinWait();
            }
            other.commit();
            working.get(30, TimeUnit.SECONDS);
        }
    }

    private boolean somebodyWaits() throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE wait_event_type = 'Lock' AND query LIKE '%crm_command%'");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1) > 0;
        }
    }
}

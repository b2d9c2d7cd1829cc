package io.rapport.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.Crm;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.loyalty.Balances;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.EntryKind;
import io.rapport.crm.loyalty.LedgerEntry;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.ProgramId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that moves points is killed at random points and started again with the same keys, until it gets through:
 * then every effect happened once.
 */
class LoyaltyCrashTest {

    private static final int KILLS = 3;
    private static final int LINES = 4 * CheckoutProcess.CHECKOUTS * CheckoutProcess.TILLS;
    private static final long FIRST = 1_000;

    private final TenantId tenant = TenantId.of("crash-" + UUID.randomUUID());

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void on_postgresql_every_effect_happens_once_however_often_the_process_is_killed() throws Exception {
        try (HikariDataSource pool = TestDatabase.postgresPool(true)) {
            crashAndRetry(TestDatabase.postgresUrl(), "postgres", () -> pool, false);
        }
    }

    /** One till at a time: H2 keeps one of two transactions that follow each other closely, and half of the other. */
    @Test
    @Timeout(120)
    void on_a_file_of_h2_every_effect_happens_once_however_often_the_process_is_killed() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("points").toAbsolutePath() + ";WRITE_DELAY=0";
        crashAndRetry(url, "sa", () -> TestDatabase.h2FilePool(url), true);
    }

    private void crashAndRetry(String url, String user, Supplier<HikariDataSource> database, boolean alone)
            throws IOException, InterruptedException {
        HikariDataSource pool = database.get();
        int tills = alone ? 1 : CheckoutProcess.TILLS;
        List<LoyaltyAccountId> accounts = List.of(account(pool, "Ann"), account(pool, "Bob"));
        if (alone) {
            pool.close();
        }
        long seed = new Random().nextLong();
        Random random = new Random(seed);

        int kills = 0;
        for (int i = 0; i < KILLS; i++) {
            kills += run(url, user, accounts, tills, 1 + random.nextInt(LINES * 2 / 3)) ? 0 : 1;
        }
        assertThat(run(url, user, accounts, tills, Integer.MAX_VALUE))
                .as("seed %d", seed)
                .isTrue();

        assertThat(kills).as("seed %d", seed).isEqualTo(KILLS);
        if (alone) {
            try (HikariDataSource again = database.get()) {
                assertEveryEffectOnce(crm(again), accounts, seed);
            }
        } else {
            assertEveryEffectOnce(crm(pool), accounts, seed);
        }
    }

    private boolean run(String url, String user, List<LoyaltyAccountId> accounts, int tills, int lines)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(url, user, tenant.value()));
        accounts.forEach(account -> arguments.add(account.value().toString()));
        arguments.add(Integer.toString(tills));
        return new KilledProcess(CheckoutProcess.class, arguments).run(lines);
    }

    private static void assertEveryEffectOnce(Crm crm, List<LoyaltyAccountId> accounts, long seed) {
        long checkouts = CheckoutProcess.CHECKOUTS * (long) CheckoutProcess.TILLS;
        for (LoyaltyAccountId id : accounts) {
            assertThat(crm.loyalty().verify(id).discrepancies())
                    .as("seed %d", seed)
                    .isEmpty();
            Balances balances = crm.loyalty().balances(id);
            assertThat(balances).as("seed %d", seed).isEqualTo(new Balances(FIRST - checkouts * 5 / 2, 0, 0, 0));
            assertThat(count(crm, id, EntryKind.REDEEM)).isEqualTo(checkouts / 2);
            assertThat(count(crm, id, EntryKind.RESERVE)).isEqualTo(checkouts / 2);
            assertThat(count(crm, id, EntryKind.COMMIT)).isEqualTo(checkouts / 2);
            assertThat(count(crm, id, EntryKind.VOID)).isEqualTo(checkouts / 2);
            assertThat(count(crm, id, EntryKind.TRANSFER_OUT)).isEqualTo(checkouts / 2);
            assertThat(crm.loyalty().ledger().openHolds(id)).isEmpty();
        }
    }

    private static long count(Crm crm, LoyaltyAccountId id, EntryKind kind) {
        return crm.loyalty().history(id).stream()
                .filter(event -> event instanceof LedgerEntry entry && entry.kind() == kind)
                .count();
    }

    private LoyaltyAccountId account(HikariDataSource pool, String name) {
        Crm crm = crm(pool);
        CustomerId customer =
                crm.customers().register(RegisterCustomer.person(name)).id();
        LoyaltyAccountId id = crm.loyalty()
                .enrol(EnrolCustomer.of(customer, ProgramId.of("club")))
                .id();
        for (int i = 0; i < 10; i++) {
            crm.loyalty().earn(EarnPoints.of(id, FIRST / 10, CommandKey.of("earn:" + name + ":" + i)));
        }
        return id;
    }

    private Crm crm(HikariDataSource pool) {
        return Crm.builder().store(JdbcCrmStore.on(pool)).tenant(tenant).build();
    }
}

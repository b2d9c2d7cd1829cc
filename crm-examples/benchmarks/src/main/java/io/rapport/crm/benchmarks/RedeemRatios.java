package io.rapport.crm.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.Crm;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.jdbc.CrmSchema;
import io.rapport.crm.jdbc.JdbcCrmStore;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.RedeemPoints;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Redeems from one account among others on PostgreSQL, by the library and by {@link HandWrittenLedger}, in turns, with one
 * thread and with eight; prints redemptions per second and their ratio. Give the JDBC URL of a database that may be filled, with its
 * user and password, and the seconds of a turn.
 */
public final class RedeemRatios {

    private static final int TURNS = 7;
    private static final int WARM_UP = 5_000;
    private static final int OTHERS = 2_000;
    private static final int LOTS = 5;
    private static final long PLENTY = 1_000_000_000L;

    private final AtomicLong keys = new AtomicLong();

    private RedeemRatios() {}

    /** Redeems once, with a key of its own. */
    private interface Redeeming {

        void redeem(String key) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        Duration turn = Duration.ofSeconds(args.length > 1 ? Long.parseLong(args[1]) : 2);
        try (HikariDataSource dataSource = postgres(args[0])) {
            CrmSchema.migrate(dataSource);
            new RedeemRatios().run(dataSource, turn);
        }
    }

    private void run(HikariDataSource dataSource, Duration turn) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Redeeming library = library(dataSource);
        HandWrittenLedger hand = new HandWrittenLedger(dataSource);
        for (int i = 0; i < OTHERS; i++) {
            hand.open(LOTS, PLENTY);
        }
        UUID account = hand.open(LOTS, PLENTY);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
        Redeeming byHand = key -> hand.redeem(account, 1, key);
        for (int i = 0; i < WARM_UP; i++) {
            byHand.redeem("warm-" + i);
            library.redeem("warm-" + i);
        }
        for (int threads : new int[] {1, 8}) {
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            for (int i = 0; i < TURNS; i++) {
                theirs.add(perSecond(byHand, threads, turn));
                ours.add(perSecond(library, threads, turn));
            }
            double fast = median(ours);
            double slow = median(theirs);
            out.println(String.format(
                    Locale.ROOT,
                    "%d thread%s: library %,.0f/s, by hand with SELECT FOR UPDATE %,.0f/s: %.2f times",
                    threads,
                    threads == 1 ? "" : "s",
                    fast,
                    slow,
                    fast / slow));
        }
    }

    private static Redeeming library(HikariDataSource dataSource) {
        Crm crm = Crm.builder()
                .store(JdbcCrmStore.on(dataSource))
                .tenant(TenantId.of("ratios-" + UUID.randomUUID()))
                .build();
        for (int i = 0; i < OTHERS; i++) {
            open(crm, "other-" + i);
        }
        LoyaltyAccountId account = open(crm, "hot");
        return key -> crm.loyalty().redeem(RedeemPoints.of(account, 1, CommandKey.of(key)));
    }

    private static LoyaltyAccountId open(Crm crm, String key) {
        CustomerId ann =
                crm.customers().register(RegisterCustomer.person("Ann")).id();
        LoyaltyAccountId account =
                crm.loyalty().enrol(EnrolCustomer.of(ann, ProgramId.of("club"))).id();
        for (int i = 0; i < LOTS; i++) {
            crm.loyalty()
                    .earn(EarnPoints.of(account, PLENTY, CommandKey.of(key + "-" + i))
                            .expiring(Instant.parse("2100-01-01T00:00:00Z").plus(Duration.ofDays(i))));
        }
        return account;
    }

    private double perSecond(Redeeming redeeming, int threads, Duration turn) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long start = System.nanoTime();
            long end = start + turn.toNanos();
            Callable<Long> work = () -> {
                long done = 0;
                while (System.nanoTime() < end) {
                    redeeming.redeem("key-" + start + "-" + keys.incrementAndGet());
                    done++;
                }
                return done;
            };
            long done = 0;
            for (Future<Long> count : pool.invokeAll(Collections.nCopies(threads, work))) {
                done += count.get();
            }
            return done * 1e9 / (System.nanoTime() - start);
        } finally {
            pool.shutdown();
        }
    }

    private static HikariDataSource postgres(String url) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setMaximumPoolSize(10);
        return new HikariDataSource(settings);
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}

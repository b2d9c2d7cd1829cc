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
import java.sql.SQLException;
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
 * thread and with eight, with the database on this machine and then some way off; prints redemptions per second and their
 * ratio. Give the JDBC URL, with at least one parameter, of a database that may be filled, and if you like the seconds of a
 * turn and the microseconds that an answer takes from afar.
 */
public final class RedeemRatios {

    private static final int TURNS = 7;
    private static final int WARM_UP = 20_000;
    private static final int OTHERS = 2_000;
    private static final int LOTS = 5;
    private static final long PLENTY = 1_000_000_000L;

    private final UUID run = UUID.randomUUID();
    private final AtomicLong keys = new AtomicLong();
    private final UUID byHand;
    private final LoyaltyAccountId account;

    /** Redeems once, with a key of its own. */
    private interface Redeeming {

        void redeem(String key) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        Duration turn = Duration.ofSeconds(args.length > 1 ? Long.parseLong(args[1]) : 2);
        String micros = args.length > 2 ? args[2] : "250";
        String distant =
                args[0] + "&socketFactory=" + DistantSocketFactory.class.getName() + "&socketFactoryArg=" + micros;
        try (HikariDataSource near = postgres(args[0]);
                HikariDataSource far = postgres(distant)) {
            CrmSchema.migrate(near);
            RedeemRatios ratios = new RedeemRatios(near);
            ratios.run("on this machine", near, turn);
            ratios.run("each answer " + micros + " us away", far, turn);
        }
    }

    private RedeemRatios(HikariDataSource dataSource) throws SQLException {
        HandWrittenLedger hand = new HandWrittenLedger(dataSource);
        Crm crm = crm(dataSource);
        for (int i = 0; i < OTHERS; i++) {
            hand.open(LOTS, PLENTY);
            open(crm, "other-" + i);
        }
        byHand = hand.open(LOTS, PLENTY);
        account = open(crm, "hot");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
    }

    private void run(String where, HikariDataSource dataSource, Duration turn) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Crm crm = crm(dataSource);
        HandWrittenLedger hand = new HandWrittenLedger(dataSource);
        Redeeming library = key -> crm.loyalty().redeem(RedeemPoints.of(account, 1, CommandKey.of(key)));
        Redeeming plain = key -> hand.redeem(byHand, 1, key);
        for (int i = 0; i < WARM_UP; i++) {
            plain.redeem(nextKey());
            library.redeem(nextKey());
        }
        for (int threads : new int[] {1, 8}) {
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            for (int i = 0; i < TURNS; i++) {
                theirs.add(perSecond(plain, threads, turn));
                ours.add(perSecond(library, threads, turn));
            }
            double fast = median(ours);
            double slow = median(theirs);
            out.println(String.format(
                    Locale.ROOT,
                    "%s, %d thread%s: library %,.0f/s, by hand with SELECT FOR UPDATE %,.0f/s: %.2f times",
                    where,
                    threads,
                    threads == 1 ? "" : "s",
                    fast,
                    slow,
                    fast / slow));
        }
    }

    private String nextKey() {
        return run + "-" + keys.incrementAndGet();
    }

    private Crm crm(HikariDataSource dataSource) {
        return Crm.builder()
                .store(JdbcCrmStore.on(dataSource))
                .tenant(TenantId.of("ratios-" + run))
                .build();
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
                    redeeming.redeem(nextKey());
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

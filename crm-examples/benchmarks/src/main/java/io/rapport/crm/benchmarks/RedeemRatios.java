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
 * Redeems from one account among others on PostgreSQL, by the library, by {@link HandWrittenLedger}, which keeps as much,
 * and by {@link LeastLedger}, in turns, with one thread and with eight, with the database on this machine and then some way
 * off; prints redemptions per second and the ratios, each the median of many short turns, so that what else the machine
 * does touches all alike. Give the JDBC URL, with at least one parameter, of a database that may be filled, and if you like
 * the milliseconds of a turn and the microseconds that an answer takes from afar.
 */
public final class RedeemRatios {

    private static final int TURNS = 101;
    private static final int WARM_UP = 50_000;
    /** Enough for the connections, once the code is warm. */
    private static final int WARM_UP_AFAR = 500;

    private static final int OTHERS = 2_000;
    private static final int LOTS = 5;
    private static final long PLENTY = 1_000_000_000L;

    private final UUID run = UUID.randomUUID();
    private final AtomicLong keys = new AtomicLong();
    private final UUID byHand;
    private final UUID byLeast;
    private final LoyaltyAccountId account;

    /** Who redeems, and how often in each turn. */
    private record Side(String name, Redeeming redeeming, List<Double> perSecond) {

        Side(String name, Redeeming redeeming) {
            this(name, redeeming, new ArrayList<>());
        }
    }

    /** Redeems once, with a key of its own. */
    private interface Redeeming {

        void redeem(String key) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        Duration turn = Duration.ofMillis(args.length > 1 ? Long.parseLong(args[1]) : 100);
        String micros = args.length > 2 ? args[2] : "250";
        String distant =
                args[0] + "&socketFactory=" + DistantSocketFactory.class.getName() + "&socketFactoryArg=" + micros;
        try (HikariDataSource near = postgres(args[0]);
                HikariDataSource far = postgres(distant)) {
            CrmSchema.migrate(near);
            RedeemRatios ratios = new RedeemRatios(near);
            ratios.run("on this machine", near, turn, WARM_UP);
            ratios.run("each answer " + micros + " us away", far, turn, WARM_UP_AFAR);
        }
    }

    private RedeemRatios(HikariDataSource dataSource) throws SQLException {
        PlainLedger hand = new HandWrittenLedger(dataSource);
        PlainLedger least = new LeastLedger(dataSource);
        Crm crm = crm(dataSource);
        for (int i = 0; i < OTHERS; i++) {
            hand.open(LOTS, PLENTY);
            least.open(LOTS, PLENTY);
            open(crm, "other-" + i);
        }
        byHand = hand.open(LOTS, PLENTY);
        byLeast = least.open(LOTS, PLENTY);
        account = open(crm, "hot");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
    }

    private void run(String where, HikariDataSource dataSource, Duration turn, int warmUp) throws Exception {
        Crm crm = crm(dataSource);
        PlainLedger hand = new HandWrittenLedger(dataSource);
        PlainLedger least = new LeastLedger(dataSource);
        List<Side> sides = List.of(
                new Side("library", key -> crm.loyalty().redeem(RedeemPoints.of(account, 1, CommandKey.of(key)))),
                new Side("by hand with SELECT FOR UPDATE", key -> hand.redeem(byHand, 1, key)),
                new Side("with the least by hand", key -> least.redeem(byLeast, 1, key)));
        for (int i = 0; i < warmUp; i++) {
            for (Side side : sides) {
                side.redeeming().redeem(nextKey());
            }
        }
        for (int threads : new int[] {1, 8}) {
            for (int i = 0; i < TURNS; i++) {
                for (Side side : sides) {
                    side.perSecond().add(perSecond(side.redeeming(), threads, turn));
                }
            }
            report(where + ", " + threads + (threads == 1 ? " thread" : " threads"), sides);
        }
    }

    private static void report(String what, List<Side> sides) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Side library = sides.get(0);
        StringBuilder line =
                new StringBuilder(String.format(Locale.ROOT, "%s: library %,.0f/s", what, median(library.perSecond())));
        for (Side side : sides.subList(1, sides.size())) {
            line.append(String.format(
                    Locale.ROOT,
                    "; %s %,.0f/s: %.2f times",
                    side.name(),
                    median(side.perSecond()),
                    median(ratios(library.perSecond(), side.perSecond()))));
        }
        out.println(line);
        sides.forEach(side -> side.perSecond().clear());
    }

    /** Turn by turn. */
    private static List<Double> ratios(List<Double> library, List<Double> other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < library.size(); i++) {
            ratios.add(library.get(i) / other.get(i));
        }
        return ratios;
    }

    private String nextKey() {
        return run + "-" + keys.incrementAndGet();
    }

    private Crm crm(HikariDataSource dataSource) {
        return Crm.builder()
                .store(JdbcCrmStore.on(dataSource))
                .tenant(TenantId.of("shop-" + run.toString().substring(0, 8)))
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
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}

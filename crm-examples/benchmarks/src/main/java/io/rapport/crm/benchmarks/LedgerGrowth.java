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
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What it costs to read the balance of accounts with 10 to 1,000,000 entries in their ledgers, and to redeem from them, on
 * PostgreSQL; each size in turns with the smallest. Give the JDBC URL of a database that may be filled.
 */
public final class LedgerGrowth {

    private static final int TURNS = 31;
    private static final int READS = 200;

    private final HikariDataSource dataSource;
    private final Crm crm;
    private final TenantId tenant = TenantId.of("growth-" + UUID.randomUUID());

    private LedgerGrowth(HikariDataSource dataSource) {
        this.dataSource = dataSource;
        crm = Crm.builder().store(JdbcCrmStore.on(dataSource)).tenant(tenant).build();
    }

    public static void main(String[] args) throws SQLException {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(args[0]);
        try (HikariDataSource dataSource = new HikariDataSource(settings)) {
            CrmSchema.migrate(dataSource);
            new LedgerGrowth(dataSource).run();
        }
    }

    private void run() throws SQLException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        LoyaltyAccountId small = account(10);
        for (int entries : new int[] {1_000, 100_000, 1_000_000}) {
            LoyaltyAccountId large = account(entries);
            analyze();
            Ratio balance = Ratio.of(
                    () -> crm.loyalty().balance(small), () -> crm.loyalty().balance(large));
            Ratio redeem = Ratio.of(() -> redeem(small), () -> redeem(large));
            out.println(String.format(
                    Locale.ROOT,
                    "%,9d entries: balance %s, redeem %s; ratios to 10 entries",
                    entries,
                    balance,
                    redeem));
        }
    }

    /** The median time of many turns, and how it compares with the smallest. */
    private record Ratio(double micros, double times) {

        static Ratio of(Runnable smallest, Runnable larger) {
            List<Double> base = new ArrayList<>();
            List<Double> grown = new ArrayList<>();
            for (int i = 0; i < TURNS; i++) {
                base.add(micros(smallest));
                grown.add(micros(larger));
            }
            Collections.sort(base);
            Collections.sort(grown);
            double middle = grown.get(TURNS / 2);
            return new Ratio(middle, middle / base.get(TURNS / 2));
        }

        private static double micros(Runnable work) {
            long start = System.nanoTime();
            for (int i = 0; i < READS; i++) {
                work.run();
            }
            return (System.nanoTime() - start) / 1e3 / READS;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f us (%.2f)", micros, times);
        }
    }

    private void redeem(LoyaltyAccountId account) {
        crm.loyalty()
                .redeem(RedeemPoints.of(
                        account, 1, CommandKey.of(UUID.randomUUID().toString())));
    }

    /** An account whose last redemption was copied until its ledger has so many entries. */
    private LoyaltyAccountId account(int entries) throws SQLException {
        CustomerId customer =
                crm.customers().register(RegisterCustomer.person("Ann")).id();
        LoyaltyAccountId account = crm.loyalty()
                .enrol(EnrolCustomer.of(customer, ProgramId.of("club")))
                .id();
        crm.loyalty().earn(EarnPoints.of(account, 1_000_000_000L, CommandKey.of("earn-" + customer.value())));
        redeem(account);
        copy(account, entries - 2);
        return account;
    }

    private void copy(LoyaltyAccountId account, int copies) throws SQLException {
        execute("""
                INSERT INTO crm_event (tenant, family, aggregate_id, sequence_no, event_type, occurred_at, payload)
                SELECT tenant, family, aggregate_id, sequence_no + n, event_type, occurred_at, payload
                  FROM crm_event, generate_series(1, ?) AS n
                 WHERE tenant = ? AND aggregate_id = ? AND family = 'loyalty' AND sequence_no = 3""", copies, account);
        execute("""
                INSERT INTO crm_loyalty_movement (tenant, account_id, sequence_no, lot_no, points, moved_at)
                SELECT tenant, account_id, sequence_no + n, lot_no, points, moved_at
                  FROM crm_loyalty_movement, generate_series(1, ?) AS n
                 WHERE tenant = ? AND account_id = ? AND sequence_no = 3""", copies, account);
        execute("UPDATE crm_loyalty_account SET version = version + ? WHERE tenant = ? AND id = ?", copies, account);
    }

    private void analyze() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("ANALYZE")) {
            statement.execute();
        }
    }

    private void execute(String sql, int copies, LoyaltyAccountId account) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, copies);
            statement.setString(2, tenant.value());
            statement.setObject(3, account.value());
            statement.executeUpdate();
        }
    }
}

package io.rapport.crm.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.Crm;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.loyalty.CommitHold;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyAccounts;
import io.rapport.crm.loyalty.RedeemPoints;
import io.rapport.crm.loyalty.Reservation;
import io.rapport.crm.loyalty.ReservePoints;
import io.rapport.crm.loyalty.TransferPoints;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A process of its own that redeems, holds, commits and transfers points of two accounts at two tills, always the same
 * commands with the same keys, and says so after each, until it is through or killed.
 */
final class CheckoutProcess {

    static final int CHECKOUTS = 20;
    static final int TILLS = 2;

    private CheckoutProcess() {}

    /** Takes the URL and user of the database, the tenant, the two accounts, and how many tills are open at a time. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(args[0]);
        settings.setUsername(args[1]);
        settings.setMaximumPoolSize(TILLS);
        try (HikariDataSource pool = new HikariDataSource(settings)) {
            LoyaltyAccounts loyalty = Crm.builder()
                    .store(JdbcCrmStore.on(pool))
                    .tenant(TenantId.of(args[2]))
                    .build()
                    .loyalty();
            List<LoyaltyAccountId> accounts = Arrays.stream(args, 3, 5)
                    .map(id -> new LoyaltyAccountId(UUID.fromString(id)))
                    .toList();
            ExecutorService open = Executors.newFixedThreadPool(Integer.parseInt(args[5]));
            for (Future<Boolean> till :
                    open.invokeAll(List.of(till(loyalty, accounts, 0), till(loyalty, accounts, 1)))) {
                till.get();
            }
            open.shutdown();
        }
        System.out.println("through");
    }

    private static Callable<Boolean> till(LoyaltyAccounts loyalty, List<LoyaltyAccountId> accounts, int till) {
        return () -> {
            for (int i = 0; i < CHECKOUTS; i++) {
                checkOut(loyalty, accounts.get((till + i) % 2), accounts.get((till + i + 1) % 2), till + ":" + i);
            }
            return true;
        };
    }

    private static void checkOut(LoyaltyAccounts loyalty, LoyaltyAccountId one, LoyaltyAccountId other, String key) {
        loyalty.redeem(RedeemPoints.of(one, 3, CommandKey.of("redeem:" + key)));
        System.out.println("redeemed");
        Reservation hold = loyalty.reserve(
                ReservePoints.of(other, 5, CommandKey.of("reserve:" + key)).lasting(Duration.ofDays(9)));
        System.out.println("reserved");
        loyalty.commit(CommitHold.of(other, hold.hold(), CommandKey.of("commit:" + key))
                .only(2));
        System.out.println("committed");
        loyalty.transfer(TransferPoints.of(one, other, 1, CommandKey.of("transfer:" + key)));
        System.out.println("transferred");
    }
}

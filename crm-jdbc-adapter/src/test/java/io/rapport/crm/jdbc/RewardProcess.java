package io.rapport.crm.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.Crm;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.reward.RedeemReward;
import io.rapport.crm.loyalty.reward.RedemptionStep;
import io.rapport.crm.loyalty.reward.RewardId;
import io.rapport.crm.loyalty.reward.RewardRedemption;
import io.rapport.crm.loyalty.reward.Rewards;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A process of its own in which two tills redeem, set aside, commit and cancel one reward for two accounts, always the same
 * commands with the same keys, and say so after each, until it is through or killed.
 */
final class RewardProcess {

    static final int ROUNDS = 4;
    static final int TILLS = 2;

    private RewardProcess() {}

    /** Takes the URL and user of the database, the tenant, the reward, the two accounts, and how many tills are open at a time. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(args[0]);
        settings.setUsername(args[1]);
        settings.setMaximumPoolSize(TILLS);
        try (HikariDataSource pool = new HikariDataSource(settings)) {
            Rewards rewards = Crm.builder()
                    .store(JdbcCrmStore.on(pool))
                    .tenant(TenantId.of(args[2]))
                    .build()
                    .rewards();
            RewardId reward = new RewardId(UUID.fromString(args[3]));
            List<LoyaltyAccountId> accounts = Stream.of(args[4], args[5])
                    .map(id -> new LoyaltyAccountId(UUID.fromString(id)))
                    .toList();
            ExecutorService open = Executors.newFixedThreadPool(Integer.parseInt(args[6]));
            List<Callable<Boolean>> tills = IntStream.range(0, TILLS)
                    .mapToObj(till -> (Callable<Boolean>) () -> serve(rewards, reward, accounts, till))
                    .toList();
            for (Future<Boolean> till : open.invokeAll(tills)) {
                till.get();
            }
            open.shutdown();
        }
        System.out.println("through");
    }

    private static boolean serve(Rewards rewards, RewardId reward, List<LoyaltyAccountId> accounts, int till) {
        for (int i = 0; i < ROUNDS; i++) {
            LoyaltyAccountId account = accounts.get((till + i) % 2);
            String key = ":" + till + ":" + i;
            RewardRedemption taken = rewards.redeem(RedeemReward.of(reward, account, CommandKey.of("redeem" + key)));
            System.out.println("redeemed");
            RewardRedemption aside = rewards.reserve(RedeemReward.of(reward, account, CommandKey.of("reserve" + key))
                    .lasting(Duration.ofDays(9)));
            System.out.println("reserved");
            rewards.commit(RedemptionStep.of(aside.id(), CommandKey.of("commit" + key)));
            System.out.println("committed");
            if (i % 2 == 0) {
                rewards.cancel(RedemptionStep.of(taken.id(), CommandKey.of("cancel" + key)));
                System.out.println("cancelled");
            }
        }
        return true;
    }
}

package io.rapport.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import io.rapport.crm.loyalty.reward.Benefit;
import io.rapport.crm.loyalty.reward.OfferReward;
import io.rapport.crm.loyalty.reward.PointsPrice;
import io.rapport.crm.loyalty.reward.RedeemReward;
import io.rapport.crm.loyalty.reward.RedemptionStatus;
import io.rapport.crm.loyalty.reward.RefusalReason;
import io.rapport.crm.loyalty.reward.Reward;
import io.rapport.crm.loyalty.reward.RewardId;
import io.rapport.crm.loyalty.reward.RewardRedemption;
import io.rapport.crm.loyalty.reward.RewardRefusedException;
import io.rapport.crm.loyalty.reward.RewardTerms;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that redeems rewards is killed at random points and started again with the same keys, until it gets through:
 * then points, stock and the limit of each customer agree, and every effect happened once.
 */
class RewardCrashTest {

    private static final int KILLS = 2;
    private static final ProgramId CLUB = ProgramId.of("club");
    private static final long FIRST = 1_000;
    private static final long PRICE = 3;
    /** What each account takes at most, at any time: a unit redeemed and one set aside in each of its rounds. */
    private static final int TAKEN = 2 * RewardProcess.ROUNDS * RewardProcess.TILLS / 2;

    private static final int CANCELLED = RewardProcess.ROUNDS / 2;
    private static final int LINES = 3 * RewardProcess.ROUNDS * RewardProcess.TILLS;

    private final TenantId tenant = TenantId.of("crash-" + UUID.randomUUID());

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void on_postgresql_a_reward_is_had_once_however_often_the_process_is_killed() throws Exception {
        try (HikariDataSource pool = TestDatabase.postgresPool(true)) {
            Shop shop = opened(crm(pool));

            crashAndRetry(TestDatabase.postgresUrl(), "postgres", shop, RewardProcess.TILLS);

            assertEveryEffectOnce(crm(pool), shop);
        }
    }

    /** One till at a time, since a killed H2 keeps half of a transaction now and then where two threads write. */
    @Test
    @Timeout(120)
    void on_a_file_of_h2_a_reward_is_had_once_however_often_the_process_is_killed() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("rewards").toAbsolutePath() + ";WRITE_DELAY=0";
        Shop shop;
        try (HikariDataSource pool = TestDatabase.h2FilePool(url)) {
            shop = opened(crm(pool));
        }

        crashAndRetry(url, "sa", shop, 1);

        try (HikariDataSource again = TestDatabase.h2FilePool(url)) {
            assertEveryEffectOnce(crm(again), shop);
        }
    }

    private record Shop(RewardId mug, LoyaltyAccountId ann, LoyaltyAccountId bob, long seed) {

        List<LoyaltyAccountId> accounts() {
            return List.of(ann, bob);
        }
    }

    private void crashAndRetry(String url, String user, Shop shop, int tills) throws Exception {
        KilledProcess process = new KilledProcess(
                RewardProcess.class,
                List.of(
                        url,
                        user,
                        tenant.value(),
                        shop.mug().value().toString(),
                        shop.ann().value().toString(),
                        shop.bob().value().toString(),
                        Integer.toString(tills)));
        Random random = new Random(shop.seed());
        for (int i = 0; i < KILLS; i++) {
            assertThat(process.run(1 + random.nextInt(LINES * 2 / 3)))
                    .as("seed %d", shop.seed())
                    .isFalse();
        }
        assertThat(process.run(Integer.MAX_VALUE)).as("seed %d", shop.seed()).isTrue();
    }

    private static void assertEveryEffectOnce(Crm crm, Shop shop) {
        for (LoyaltyAccountId id : shop.accounts()) {
            assertThat(crm.loyalty().verify(id).discrepancies())
                    .as("seed %d", shop.seed())
                    .isEmpty();
            assertThat(crm.loyalty().balance(id)).isEqualTo(FIRST - PRICE * (TAKEN - CANCELLED));
            assertThat(crm.loyalty().ledger().openHolds(id)).isEmpty();
            List<RewardRedemption> redemptions = crm.rewards().redemptions(id);
            assertThat(redemptions)
                    .hasSize(TAKEN)
                    .allSatisfy(one -> assertThat(
                                    RewardRedemption.fold(crm.rewards().history(one.id())))
                            .isEqualTo(one));
            List<RedemptionStatus> statuses =
                    redemptions.stream().map(RewardRedemption::status).toList();
            assertThat(Collections.frequency(statuses, RedemptionStatus.CANCELLED))
                    .isEqualTo(CANCELLED);
            assertThat(Collections.frequency(statuses, RedemptionStatus.COMMITTED))
                    .isEqualTo(TAKEN - CANCELLED);
        }
        Reward mug = crm.rewards().find(shop.mug()).orElseThrow();
        assertThat(mug.reserved()).isZero();
        assertThat(mug.redeemed()).isEqualTo(2L * (TAKEN - CANCELLED));
        assertThat(Reward.fold(crm.rewards().history(mug.id()))).isEqualTo(mug);
        assertExactlyTheRestIsFree(crm, shop);
    }

    private static void assertExactlyTheRestIsFree(Crm crm, Shop shop) {
        for (LoyaltyAccountId id : shop.accounts()) {
            RedeemReward rest = RedeemReward.of(shop.mug(), id, CommandKey.of("rest:" + id.value()));
            assertThatExceptionOfType(RewardRefusedException.class)
                    .isThrownBy(() -> crm.rewards().redeem(rest.units(CANCELLED + 1)))
                    .satisfies(refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.LIMIT_REACHED));
            crm.rewards().redeem(rest.units(CANCELLED));
        }
        assertThat(crm.rewards().find(shop.mug()).orElseThrow().left()).contains(0L);
    }

    private static Shop opened(Crm crm) {
        Reward mug = crm.rewards()
                .offer(OfferReward.of(
                        "mug",
                        RewardTerms.of("A mug", CLUB, Benefit.freeProduct("mug"), PointsPrice.fixed(PRICE))
                                .stock(2L * TAKEN)
                                .perCustomer(TAKEN)));
        return new Shop(mug.id(), account(crm, "Ann"), account(crm, "Bob"), new Random().nextLong());
    }

    private static LoyaltyAccountId account(Crm crm, String name) {
        CustomerId customer =
                crm.customers().register(RegisterCustomer.person(name)).id();
        LoyaltyAccountId id =
                crm.loyalty().enrol(EnrolCustomer.of(customer, CLUB)).id();
        for (int i = 0; i < 10; i++) {
            crm.loyalty().earn(EarnPoints.of(id, FIRST / 10, CommandKey.of("earn:" + name + ":" + i)));
        }
        return id;
    }

    private Crm crm(HikariDataSource pool) {
        return Crm.builder().store(JdbcCrmStore.on(pool)).tenant(tenant).build();
    }
}

package io.rapport.crm.contract;

import static io.rapport.crm.contract.CrmStoreContract.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.Crm;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.CommitHold;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.ExpiryPolicy;
import io.rapport.crm.loyalty.HoldNotOpenException;
import io.rapport.crm.loyalty.InsufficientPointsException;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyAccounts;
import io.rapport.crm.loyalty.Program;
import io.rapport.crm.loyalty.RedeemPoints;
import io.rapport.crm.loyalty.Reservation;
import io.rapport.crm.loyalty.ReservePoints;
import io.rapport.crm.loyalty.TransferPoints;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What many threads do to the same accounts at once: nobody oversells, waits for ever, or has to try again. */
public abstract class LoyaltyRaceContract extends LoyaltyContract {

    private static final String DONE = "done";
    private static final String TOO_FEW = "too few";

    private interface Numbered {
        void call(int number);
    }

    /** How each of the threads ended; anything but success and a lack of points fails the test. */
    private static List<String> race(int threads, Numbered task) throws Exception {
        return inParallel(IntStream.range(0, threads)
                .mapToObj(number -> (Callable<String>) () -> {
                    try {
                        task.call(number);
                        return DONE;
                    } catch (InsufficientPointsException refused) {
                        return TOO_FEW;
                    }
                })
                .toList());
    }

    private void assertClean(LoyaltyAccountId... accounts) {
        for (LoyaltyAccountId id : accounts) {
            assertThat(loyalty().verify(id).discrepancies()).isEmpty();
        }
    }

    @Test
    void of_twenty_threads_that_each_transfer_all_points_one_succeeds() throws Exception {
        LoyaltyAccountId ann = holding(100);
        List<LoyaltyAccountId> friends =
                IntStream.range(0, 20).mapToObj(i -> enrolled().id()).toList();
        LoyaltyAccounts loyalty = loyalty();

        List<String> outcomes = race(
                20, i -> loyalty.transfer(TransferPoints.of(ann, friends.get(i), 100, CommandKey.of("transfer-" + i))));

        assertThat(Collections.frequency(outcomes, DONE)).isEqualTo(1);
        assertThat(Collections.frequency(outcomes, TOO_FEW)).isEqualTo(19);
        assertThat(loyalty.balance(ann)).isZero();
        assertThat(friends.stream().mapToLong(loyalty::balance).sum()).isEqualTo(100);
        assertClean(ann);
        assertClean(friends.toArray(LoyaltyAccountId[]::new));
    }

    @Test
    void transfers_in_a_circle_never_wait_for_each_other() throws Exception {
        List<LoyaltyAccountId> circle =
                IntStream.range(0, 3).mapToObj(i -> holding(1_000)).toList();
        LoyaltyAccounts loyalty = loyalty();

        List<String> outcomes = race(6, thread -> {
            for (int i = 0; i < 10; i++) {
                loyalty.transfer(TransferPoints.of(
                        circle.get(thread % 3),
                        circle.get((thread + (thread < 3 ? 1 : 2)) % 3),
                        7,
                        CommandKey.of("circle-" + thread + "-" + i)));
            }
        });

        assertThat(outcomes).containsOnly(DONE);
        assertThat(circle.stream().mapToLong(loyalty::balance).sum()).isEqualTo(3_000);
        assertClean(circle.toArray(LoyaltyAccountId[]::new));
    }

    @Test
    void eight_threads_that_redeem_from_one_account_never_take_more_than_there_is() throws Exception {
        LoyaltyAccountId id = enrolled().id();
        for (int i = 0; i < 50; i++) {
            loyalty().earn(EarnPoints.of(id, 10, CommandKey.of("earn-" + i)));
        }
        LoyaltyAccounts loyalty = loyalty();

        List<String> outcomes = race(8, thread -> {
            for (int i = 0; i < 12; i++) {
                loyalty.redeem(RedeemPoints.of(id, 7, CommandKey.of("redeem-" + thread + "-" + i)));
            }
        });

        long redeemed = loyalty.find(id).orElseThrow().lifetimeRedeemed();
        assertThat(outcomes).contains(TOO_FEW);
        assertThat(redeemed).isEqualTo(71 * 7);
        assertThat(loyalty.balance(id)).isEqualTo(500 - redeemed);
        assertClean(id);
    }

    @Test
    void of_eight_threads_that_commit_one_hold_one_succeeds() throws Exception {
        LoyaltyAccountId id = holding(100);
        Reservation hold = loyalty().reserve(ReservePoints.of(id, 60, CommandKey.of("hold")));
        LoyaltyAccounts loyalty = loyalty();

        List<Boolean> committed = inParallel(IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Boolean>) () -> {
                    try {
                        loyalty.commit(CommitHold.of(id, hold.hold(), CommandKey.of("commit-" + i)));
                        return true;
                    } catch (HoldNotOpenException over) {
                        return false;
                    }
                })
                .toList());

        assertThat(Collections.frequency(committed, true)).isEqualTo(1);
        assertThat(loyalty.find(id).orElseThrow().lifetimeRedeemed()).isEqualTo(60);
        assertClean(id);
    }

    @Test
    void several_nodes_that_sweep_at_once_expire_each_point_once() throws Exception {
        crm().programs()
                .define(
                        Program.builder(CLUB, ZoneOffset.UTC)
                                .expiry(ExpiryPolicy.afterDays(1))
                                .build(),
                        Actor.SYSTEM);
        List<LoyaltyAccountId> accounts =
                IntStream.range(0, 12).mapToObj(i -> holding(5)).toList();
        clock.move(Duration.ofDays(3));
        Crm crm = crm();

        List<String> outcomes = race(4, i -> {
            while (crm.loyalty().sweep(clock.instant(), 5) > 0) {
                // until nothing is due any more
            }
        });

        assertThat(outcomes).containsOnly(DONE);
        assertThat(accounts)
                .allSatisfy(id -> assertThat(
                                loyalty().find(id).orElseThrow().totals().expired())
                        .isEqualTo(5));
        assertClean(accounts.toArray(LoyaltyAccountId[]::new));
    }
}

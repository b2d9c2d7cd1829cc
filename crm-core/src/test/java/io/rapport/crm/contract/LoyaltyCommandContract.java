package io.rapport.crm.contract;

import static io.rapport.crm.contract.CrmStoreContract.inParallel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.Earning;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.InsufficientPointsException;
import io.rapport.crm.loyalty.LockedAccount;
import io.rapport.crm.loyalty.Lot;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyRepository;
import io.rapport.crm.loyalty.ProgramTotals;
import io.rapport.crm.loyalty.Redemption;
import io.rapport.crm.store.CommandRecord;
import io.rapport.crm.store.IdempotencyConflictException;
import io.rapport.crm.store.StaleAggregateException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each command on an account has one effect or none, whatever is repeated, raced or rolled back. */
public abstract class LoyaltyCommandContract extends LoyaltyContract {

    @Test
    void the_largest_number_of_points_is_kept_exactly() {
        LoyaltyAccountId id = holding(Long.MAX_VALUE);

        assertThat(loyalty().balance(id)).isEqualTo(Long.MAX_VALUE);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> loyalty().earn(earn(id, 1, "one-more")))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("points"));
        assertThat(loyalty().balance(id)).isEqualTo(Long.MAX_VALUE);
        assertThat(command("one-more")).isEmpty();
    }

    @Test
    void threads_that_enrol_one_customer_all_get_the_same_account() throws Exception {
        CustomerId ann = customer();
        Crm crm = crm();

        List<LoyaltyAccount> accounts = inParallel(times(8, i -> crm.loyalty().enrol(EnrolCustomer.of(ann, CLUB))));

        assertThat(accounts).hasSize(8).containsOnly(accounts.get(0));
        assertThat(crm.loyalty().totals(CLUB).accounts()).isEqualTo(1);
    }

    @Test
    void the_same_command_again_has_no_second_effect_and_an_equal_result() {
        LoyaltyAccountId id = enrolled().id();
        Earning earning = loyalty().earn(earn(id, 250, "k1"));
        aMinuteLater();
        Redemption redemption = loyalty().redeem(redeem(id, 100, "k2"));
        LoyaltyAccount before = loyalty().find(id).orElseThrow();
        long waiting = crm().outbox().size();
        aMinuteLater();

        assertThat(loyalty().earn(earn(id, 250, "k1"))).isEqualTo(earning);
        assertThat(loyalty().redeem(redeem(id, 100, "k2"))).isEqualTo(redemption);

        assertThat(loyalty().find(id)).contains(before);
        assertThat(loyalty().history(id)).hasSize(3);
        assertThat(crm().outbox().size()).isEqualTo(waiting);
    }

    @Test
    void a_key_with_another_payload_is_refused_and_nothing_changes() {
        LoyaltyAccountId id = enrolled().id();
        LoyaltyAccountId another = enrolled().id();
        loyalty().earn(earn(id, 250, "k1"));
        LoyaltyAccount before = loyalty().find(id).orElseThrow();

        assertConflict(() -> loyalty().earn(earn(id, 251, "k1")));
        assertConflict(() -> loyalty().earn(earn(another, 250, "k1")));
        assertConflict(() -> loyalty().earn(earn(id, 250, "k1").because("order 4712")));
        assertConflict(() -> loyalty().earn(earn(id, 250, "k1").by(Actor.SYSTEM)));
        assertConflict(() -> loyalty().redeem(redeem(id, 250, "k1").because("order 4711")));

        assertThat(loyalty().find(id)).contains(before);
        assertThat(loyalty().balance(another)).isZero();
        assertThat(loyalty().history(id)).hasSize(2);
    }

    private static void assertConflict(Callable<?> repeated) {
        assertThatExceptionOfType(IdempotencyConflictException.class)
                .isThrownBy(repeated::call)
                .satisfies(refused -> assertThat(refused.key()).isEqualTo(CommandKey.of("k1")));
    }

    @Test
    void a_key_of_another_tenant_is_another_key() {
        LoyaltyAccountId id = enrolled().id();
        CustomerId bob =
                otherCrm().customers().register(RegisterCustomer.person("Bob")).id();
        LoyaltyAccountId bobs =
                otherCrm().loyalty().enrol(EnrolCustomer.of(bob, CLUB)).id();

        loyalty().earn(earn(id, 250, "k1"));
        otherCrm().loyalty().earn(earn(bobs, 3, "k1"));

        assertThat(loyalty().balance(id)).isEqualTo(250);
        assertThat(otherCrm().loyalty().balance(bobs)).isEqualTo(3);
    }

    @Test
    void an_overdraw_is_refused_with_its_figures_and_leaves_nothing() {
        LoyaltyAccountId id = holding(40);
        LoyaltyAccount before = loyalty().find(id).orElseThrow();
        long waiting = crm().outbox().size();

        assertThatExceptionOfType(InsufficientPointsException.class)
                .isThrownBy(() -> loyalty().redeem(redeem(id, 41, "k1")))
                .satisfies(refused -> {
                    assertThat(refused.account()).isEqualTo(id);
                    assertThat(refused.available()).isEqualTo(40);
                    assertThat(refused.asked()).isEqualTo(41);
                });

        assertThat(loyalty().find(id)).contains(before);
        assertThat(loyalty().history(id)).hasSize(2);
        assertThat(crm().outbox().size()).isEqualTo(waiting);
        assertThat(command("k1")).isEmpty();
        assertThat(loyalty().redeem(redeem(id, 40, "k1")).balanceAfter()).isZero();
    }

    @Test
    void of_twenty_threads_that_redeem_all_points_exactly_one_succeeds() throws Exception {
        LoyaltyAccountId id = holding(100);
        Crm crm = crm();

        List<String> outcomes = inParallel(times(20, i -> {
            try {
                crm.loyalty().redeem(redeem(id, 100, "redeem-" + i));
                return "redeemed";
            } catch (InsufficientPointsException refused) {
                return "refused with " + refused.available();
            }
        }));

        assertThat(outcomes).filteredOn("redeemed"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("refused with 0"::equals).hasSize(19);
        assertThat(loyalty().balance(id)).isZero();
        assertThat(loyalty().history(id)).hasSize(3);
    }

    @Test
    void threads_that_earn_at_once_all_succeed_and_add_up() throws Exception {
        LoyaltyAccountId id = enrolled().id();
        Crm crm = crm();

        List<Earning> earnings = inParallel(times(8, i -> {
            for (int order = 0; order < 9; order++) {
                crm.loyalty().earn(earn(id, i + 1L, "thread-" + i + ":" + order));
            }
            return crm.loyalty().earn(earn(id, i + 1L, "thread-" + i + ":last"));
        }));

        assertThat(earnings).extracting(Earning::sequence).doesNotHaveDuplicates();
        LoyaltyAccount stored = loyalty().find(id).orElseThrow();
        assertThat(stored.available()).isEqualTo(360);
        assertThat(stored.version()).isEqualTo(81);
        assertThat(loyalty().verify(id).discrepancies()).isEmpty();
    }

    @Test
    void threads_with_the_same_command_have_one_effect_and_equal_results() throws Exception {
        LoyaltyAccountId id = enrolled().id();
        Crm crm = crm();

        List<Earning> earnings = inParallel(times(8, i -> crm.loyalty().earn(earn(id, 100, "k1"))));

        assertThat(earnings).hasSize(8).containsOnly(earnings.get(0));
        assertThat(loyalty().balance(id)).isEqualTo(100);
        assertThat(loyalty().history(id)).hasSize(2);
    }

    @Test
    void of_threads_that_use_one_key_for_different_accounts_exactly_one_succeeds() throws Exception {
        Crm crm = crm();
        List<LoyaltyAccountId> accounts =
                IntStream.range(0, 8).mapToObj(i -> enrolled().id()).toList();

        List<String> outcomes = inParallel(times(8, i -> {
            try {
                crm.loyalty().earn(earn(accounts.get(i), 100, "k1"));
                return "earned";
            } catch (IdempotencyConflictException refused) {
                return "refused";
            }
        }));

        assertThat(outcomes).filteredOn("earned"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("refused"::equals).hasSize(7);
        assertThat(loyalty().totals(CLUB)).isEqualTo(new ProgramTotals(8, 100, 0, 100));
    }

    @Test
    void a_lock_tells_the_state_and_what_the_key_did_before() {
        LoyaltyAccountId id = enrolled().id();
        EarnPoints command = earn(id, 250, "k1");
        loyalty().earn(command);

        Optional<LockedAccount> again = locked(id, "k1");
        Optional<LockedAccount> fresh = locked(id, "k2");

        assertThat(again).map(LockedAccount::account).isEqualTo(loyalty().find(id));
        assertThat(again.flatMap(LockedAccount::earlier))
                .contains(new CommandRecord(command.key(), command.payload(), id.value(), 2));
        assertThat(again.orElseThrow().lots()).extracting(Lot::number).containsExactly(2L);
        assertThat(fresh).map(LockedAccount::account).isEqualTo(loyalty().find(id));
        assertThat(fresh.flatMap(LockedAccount::earlier)).isEmpty();
        assertThat(locked(new LoyaltyAccountId(ids.next()), "k1")).isEmpty();
    }

    private Optional<LockedAccount> locked(LoyaltyAccountId id, String key) {
        return store().inTransaction(
                        tenant,
                        unit -> unit.repository(LoyaltyRepository.class).lock(id, Optional.of(CommandKey.of(key)), 10));
    }

    @Test
    void a_save_with_a_used_key_or_a_stale_state_leaves_nothing() {
        LoyaltyAccount opened = enrolled();
        EarnPoints used = earn(opened.id(), 250, "k1");
        loyalty().earn(used);
        LoyaltyAccount stored = loyalty().find(opened.id()).orElseThrow();
        EarnPoints fresh = earn(opened.id(), 250, "k2");

        assertThatExceptionOfType(IdempotencyConflictException.class)
                .isThrownBy(() -> write(
                        LoyaltyRepository.class,
                        accounts -> accounts.save(
                                changeOf(stored, used, MONDAY), Optional.of(recordOf(used, opened.id(), 3)))));
        assertThatExceptionOfType(StaleAggregateException.class)
                .isThrownBy(() -> write(
                        LoyaltyRepository.class,
                        accounts -> accounts.save(
                                changeOf(opened, fresh, MONDAY), Optional.of(recordOf(fresh, opened.id(), 2)))));

        assertThat(loyalty().find(opened.id())).contains(stored);
        assertThat(loyalty().history(opened.id())).hasSize(2);
        assertThat(command("k2")).isEmpty();
        assertThat(loyalty().verify(opened.id()).discrepancies()).isEmpty();
    }

    @Test
    void a_rollback_undoes_key_entry_and_state_together() {
        LoyaltyAccountId id = holding(100);
        LoyaltyAccount before = loyalty().find(id).orElseThrow();
        long waiting = crm().outbox().size();

        assertThatIllegalStateException()
                .isThrownBy(() -> crm().inTransaction(tx -> {
                    tx.loyalty().earn(earn(id, 50, "k1"));
                    tx.loyalty().redeem(redeem(id, 150, "k2"));
                    assertThat(tx.loyalty().balance(id)).isZero();
                    throw new IllegalStateException("the host changed its mind");
                }))
                .withMessage("the host changed its mind");

        assertThat(loyalty().find(id)).contains(before);
        assertThat(loyalty().history(id)).hasSize(2);
        assertThat(crm().outbox().size()).isEqualTo(waiting);
        assertThat(command("k1")).isEmpty();
        assertThat(command("k2")).isEmpty();
        assertThat(loyalty().earn(earn(id, 7, "k1")).balanceAfter()).isEqualTo(107);
    }

    @Test
    void a_rollback_undoes_an_enrolment() {
        CustomerId ann = customer();

        assertThatIllegalStateException()
                .isThrownBy(() -> crm().inTransaction(tx -> {
                    tx.loyalty().enrol(EnrolCustomer.of(ann, CLUB));
                    throw new IllegalStateException();
                }));

        assertThat(loyalty().findByCustomer(ann)).isEmpty();
        assertThat(loyalty().totals(CLUB)).isEqualTo(ProgramTotals.NONE);
        assertThat(loyalty().enrol(EnrolCustomer.of(ann, CLUB)).version()).isEqualTo(1);
    }

    @Test
    void a_command_repeated_in_its_own_transaction_has_one_effect() {
        LoyaltyAccountId id = enrolled().id();

        crm().inTransaction(tx -> {
            Earning first = tx.loyalty().earn(earn(id, 50, "k1"));
            assertThat(tx.loyalty().earn(earn(id, 50, "k1"))).isEqualTo(first);
        });

        assertThat(loyalty().balance(id)).isEqualTo(50);
    }

    private interface Numbered<R> {
        R call(int number) throws Exception;
    }

    private static <R> List<Callable<R>> times(int count, Numbered<R> task) {
        return IntStream.range(0, count)
                .mapToObj(number -> (Callable<R>) () -> task.call(number))
                .toList();
    }
}

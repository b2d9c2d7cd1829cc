package io.rapport.crm.contract;

import static io.rapport.crm.contract.CrmStoreContract.inParallel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.event.RecordedEvent;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.Earning;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.InsufficientPointsException;
import io.rapport.crm.loyalty.LedgerEntry;
import io.rapport.crm.loyalty.LedgerLine;
import io.rapport.crm.loyalty.LedgerPage;
import io.rapport.crm.loyalty.LedgerPageRequest;
import io.rapport.crm.loyalty.LockedAccount;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyAccounts;
import io.rapport.crm.loyalty.LoyaltyEvent;
import io.rapport.crm.loyalty.LoyaltyRepository;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.ProgramTotals;
import io.rapport.crm.loyalty.RedeemPoints;
import io.rapport.crm.loyalty.Redemption;
import io.rapport.crm.store.CommandLog;
import io.rapport.crm.store.CommandRecord;
import io.rapport.crm.store.IdempotencyConflictException;
import io.rapport.crm.store.StaleAggregateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How loyalty accounts and their ledgers are kept, and how the store keeps commands on one account apart. */
public abstract class LoyaltyRepositoryContract extends StoreContract {

    private static final ProgramId CLUB = ProgramId.of("club");
    private static final ProgramId MILES = ProgramId.of("miles");
    private static final Actor SHOP = Actor.of("web-shop");

    private LoyaltyAccounts loyalty() {
        return crm().loyalty();
    }

    private CustomerId customer() {
        return crm().customers().register(RegisterCustomer.person("Ann")).id();
    }

    private LoyaltyAccount enrolled() {
        return loyalty().enrol(EnrolCustomer.of(customer(), CLUB));
    }

    private LoyaltyAccountId holding(long points) {
        LoyaltyAccountId account = enrolled().id();
        loyalty().earn(EarnPoints.of(account, points, CommandKey.of("first:" + account.value())));
        return account;
    }

    private static EarnPoints earn(LoyaltyAccountId account, long points, String key) {
        return EarnPoints.of(account, points, CommandKey.of(key))
                .because("order 4711")
                .by(SHOP);
    }

    private static RedeemPoints redeem(LoyaltyAccountId account, long points, String key) {
        return RedeemPoints.of(account, points, CommandKey.of(key))
                .because("basket 9")
                .by(SHOP);
    }

    private Optional<CommandRecord> command(String key) {
        return read(CommandLog.class, log -> log.find(CommandKey.of(key)));
    }

    @Test
    void an_account_comes_back_as_it_was_saved() {
        CustomerId ann = customer();

        LoyaltyAccount opened = loyalty().enrol(EnrolCustomer.of(ann, CLUB));

        assertThat(opened.openedAt()).isEqualTo(MONDAY);
        assertThat(opened.changes()).isEmpty();
        assertThat(loyalty().find(opened.id())).contains(opened);
        assertThat(loyalty().find(ann, CLUB)).contains(opened);
        assertThat(loyalty().find(ann, MILES)).isEmpty();
        assertThat(loyalty().balance(opened.id())).isZero();
    }

    @Test
    void the_history_folds_to_the_stored_state() {
        LoyaltyAccountId id = enrolled().id();
        aMinuteLater();
        loyalty().earn(earn(id, 250, "k1"));
        aMinuteLater();
        loyalty().redeem(redeem(id, 100, "k2"));
        loyalty().earn(earn(id, 7, "k3"));

        LoyaltyAccount stored = loyalty().find(id).orElseThrow();

        assertThat(stored.available()).isEqualTo(157);
        assertThat(stored.lifetimeEarned()).isEqualTo(257);
        assertThat(stored.lifetimeRedeemed()).isEqualTo(100);
        assertThat(stored.version()).isEqualTo(4);
        assertThat(LoyaltyAccount.fold(loyalty().history(id))).isEqualTo(stored);
        assertThat(loyalty().balance(id)).isEqualTo(157);
    }

    @Test
    void an_entry_comes_back_as_it_was_written() {
        LoyaltyAccountId id = enrolled().id();
        EarnPoints command = earn(id, 250, "k1");
        Earning earning = loyalty().earn(command);

        assertThat(earning).isEqualTo(new Earning(id, 250, 250, 2, MONDAY, CommandKey.of("k1")));
        assertThat(entry(id, 2))
                .contains(new LoyaltyEvent.Earned(
                        250, 250, command.key(), command.payload(), Optional.of("order 4711"), SHOP, MONDAY));
        assertThat(entry(id, 1)).isEmpty();
        assertThat(entry(id, 3)).isEmpty();
    }

    private Optional<LedgerEntry> entry(LoyaltyAccountId id, long sequence) {
        return read(LoyaltyRepository.class, accounts -> accounts.entry(id, sequence));
    }

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
    void enrolling_twice_gives_the_same_account() {
        CustomerId ann = customer();
        LoyaltyAccount first = loyalty().enrol(EnrolCustomer.of(ann, CLUB));
        aMinuteLater();

        assertThat(loyalty().enrol(EnrolCustomer.of(ann, CLUB))).isEqualTo(first);
        LoyaltyAccount elsewhere = loyalty().enrol(EnrolCustomer.of(ann, MILES));

        assertThat(elsewhere.id()).isNotEqualTo(first.id());
        assertThat(loyalty().findByCustomer(ann)).containsExactly(first, elsewhere);
        assertThat(loyalty().history(first.id())).hasSize(1);
    }

    @Test
    void a_customer_has_one_account_in_a_program() {
        CustomerId ann = customer();
        LoyaltyAccount first = loyalty().enrol(EnrolCustomer.of(ann, CLUB));
        LoyaltyAccount second =
                LoyaltyAccount.enrol(new LoyaltyAccountId(ids.next()), EnrolCustomer.of(ann, CLUB), aMinuteLater());

        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> write(LoyaltyRepository.class, accounts -> accounts.save(second)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("customer"));

        assertThat(loyalty().find(second.id())).isEmpty();
        assertThat(loyalty().findByCustomer(ann)).containsExactly(first);
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
    void only_a_known_customer_is_enrolled() {
        CustomerId elsewhere = customer();

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> loyalty().enrol(EnrolCustomer.of(new CustomerId(ids.next()), CLUB)));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> otherCrm().loyalty().enrol(EnrolCustomer.of(elsewhere, CLUB)));
    }

    @Test
    void an_unknown_account_has_no_points() {
        LoyaltyAccountId unknown = new LoyaltyAccountId(ids.next());

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> loyalty().earn(earn(unknown, 1, "k")));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> loyalty().redeem(redeem(unknown, 1, "k")));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> loyalty().balance(unknown));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> loyalty().entries(unknown, LedgerPageRequest.newest(10)));
        assertThat(command("k")).isEmpty();
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
        assertThat(LoyaltyAccount.fold(loyalty().history(id))).isEqualTo(stored);
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
        assertThat(again)
                .contains(new LockedAccount(
                        loyalty().find(id).orElseThrow(),
                        Optional.of(new CommandRecord(command.key(), command.payload(), id.value(), 2))));
        assertThat(fresh).contains(new LockedAccount(loyalty().find(id).orElseThrow(), Optional.empty()));
        assertThat(locked(new LoyaltyAccountId(ids.next()), "k1")).isEmpty();
    }

    private Optional<LockedAccount> locked(LoyaltyAccountId id, String key) {
        return store().inTransaction(
                        tenant, unit -> unit.repository(LoyaltyRepository.class).lock(id, CommandKey.of(key)));
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
                        accounts -> accounts.save(stored.earn(used, MONDAY), recordOf(used, opened.id(), 3))));
        assertThatExceptionOfType(StaleAggregateException.class)
                .isThrownBy(() -> write(
                        LoyaltyRepository.class,
                        accounts -> accounts.save(opened.earn(fresh, MONDAY), recordOf(fresh, opened.id(), 2))));

        assertThat(loyalty().find(opened.id())).contains(stored);
        assertThat(loyalty().history(opened.id())).hasSize(2);
        assertThat(command("k2")).isEmpty();
    }

    private static CommandRecord recordOf(EarnPoints command, LoyaltyAccountId id, long sequence) {
        return new CommandRecord(command.key(), command.payload(), id.value(), sequence);
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

    @Test
    void each_movement_of_points_goes_to_the_outbox_once() {
        LoyaltyAccountId id = enrolled().id();
        loyalty().earn(earn(id, 250, "k1"));
        loyalty().redeem(redeem(id, 100, "k2"));
        loyalty().redeem(redeem(id, 100, "k2"));
        List<RecordedEvent> published = new ArrayList<>();

        crm().outbox().publish(100, published::addAll);

        assertThat(published)
                .filteredOn(event -> event.aggregateId().equals(id))
                .extracting(RecordedEvent::event)
                .isEqualTo(loyalty().history(id));
    }

    @Test
    void the_ledger_is_read_from_the_newest_entry_back_and_pages_stay_stable_while_entries_are_added() {
        LoyaltyAccountId id = enrolled().id();
        for (int i = 1; i <= 7; i++) {
            loyalty().earn(earn(id, i, "k" + i));
        }

        List<LedgerLine> seen = new ArrayList<>();
        Optional<LedgerPage> page = Optional.of(loyalty().entries(id, LedgerPageRequest.newest(3)));
        while (page.isPresent()) {
            seen.addAll(page.get().lines());
            loyalty().earn(earn(id, 1000, "meanwhile-" + seen.size()));
            page = page.get().next().stream()
                    .mapToObj(next -> loyalty().entries(id, LedgerPageRequest.before(next, 3)))
                    .findFirst();
        }

        assertThat(seen).extracting(LedgerLine::sequence).containsExactly(8L, 7L, 6L, 5L, 4L, 3L, 2L);
        assertThat(seen).extracting(line -> line.entry().points()).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(seen).extracting(LedgerLine::account).containsOnly(id);
        assertThat(seen.get(0).entry().balanceAfter())
                .isEqualTo(LongStream.rangeClosed(1, 7).sum());
    }

    @Test
    void a_ledger_that_fits_one_page_has_no_next_and_a_new_account_has_no_lines() {
        LoyaltyAccountId id = holding(5);

        assertThat(loyalty().entries(id, LedgerPageRequest.newest(1)).hasNext()).isFalse();
        assertThat(loyalty().entries(id, LedgerPageRequest.newest(1)).lines()).hasSize(1);
        assertThat(loyalty()
                        .entries(enrolled().id(), LedgerPageRequest.newest(1))
                        .lines())
                .isEmpty();
        assertThat(loyalty().entries(id, LedgerPageRequest.before(2, 1)).lines())
                .isEmpty();
    }

    @Test
    void a_programs_totals_are_the_sums_of_its_accounts() {
        assertThat(loyalty().totals(CLUB)).isEqualTo(ProgramTotals.NONE);
        LoyaltyAccountId ann = holding(100);
        holding(20);
        enrolled();
        loyalty().redeem(redeem(ann, 30, "k1"));
        LoyaltyAccount miles = loyalty().enrol(EnrolCustomer.of(customer(), MILES));
        loyalty().earn(earn(miles.id(), 5, "k2"));

        assertThat(loyalty().totals(CLUB)).isEqualTo(new ProgramTotals(3, 120, 30, 90));
        assertThat(loyalty().totals(MILES)).isEqualTo(new ProgramTotals(1, 5, 0, 5));
    }

    @Test
    void programs_are_told_apart_exactly() {
        CustomerId ann = customer();
        LoyaltyAccount lower = loyalty().enrol(EnrolCustomer.of(ann, ProgramId.of("club")));
        LoyaltyAccount upper = loyalty().enrol(EnrolCustomer.of(ann, ProgramId.of("CLUB")));

        assertThat(upper.id()).isNotEqualTo(lower.id());
        assertThat(loyalty().find(ann, ProgramId.of("CLUB"))).contains(upper);
        assertThat(loyalty().totals(ProgramId.of("club")).accounts()).isEqualTo(1);
    }

    @Test
    void another_tenants_accounts_cannot_be_read_locked_changed_or_counted() {
        LoyaltyAccountId id = holding(100);
        LoyaltyAccount stored = loyalty().find(id).orElseThrow();
        LoyaltyAccounts other = otherCrm().loyalty();

        assertThat(other.find(id)).isEmpty();
        assertThat(other.find(stored.customer(), CLUB)).isEmpty();
        assertThat(other.findByCustomer(stored.customer())).isEmpty();
        assertThat(other.history(id)).isEmpty();
        assertThat(other.totals(CLUB)).isEqualTo(ProgramTotals.NONE);
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> other.redeem(redeem(id, 1, "k1")));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> other.earn(earn(id, 1, "k1")));
        store().inTransaction(otherTenant, unit -> {
            LoyaltyRepository accounts = unit.repository(LoyaltyRepository.class);
            assertThat(accounts.lock(id, CommandKey.of("k1"))).isEmpty();
            assertThat(accounts.entry(id, 2)).isEmpty();
            assertThat(accounts.entries(id, LedgerPageRequest.newest(10)).lines())
                    .isEmpty();
            return true;
        });
        EarnPoints stolen = earn(id, 1, "k1");
        assertThatExceptionOfType(StaleAggregateException.class)
                .isThrownBy(() -> store().inTransaction(otherTenant, unit -> {
                    unit.repository(LoyaltyRepository.class).save(stored.earn(stolen, MONDAY), recordOf(stolen, id, 3));
                    return true;
                }));
        assertThat(loyalty().find(id)).contains(stored);
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

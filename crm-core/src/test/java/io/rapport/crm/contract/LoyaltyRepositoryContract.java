package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.RecordedEvent;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.Balances;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.Earning;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.EntryKind;
import io.rapport.crm.loyalty.LedgerEntry;
import io.rapport.crm.loyalty.LedgerLine;
import io.rapport.crm.loyalty.LedgerPage;
import io.rapport.crm.loyalty.LedgerPageRequest;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyAccounts;
import io.rapport.crm.loyalty.LoyaltyRepository;
import io.rapport.crm.loyalty.Posting;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.ProgramTotals;
import io.rapport.crm.store.StaleAggregateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How loyalty accounts and their ledgers are kept and found. */
public abstract class LoyaltyRepositoryContract extends LoyaltyContract {

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
        LedgerEntry entry = entry(id, 2).orElseThrow();
        assertThat(entry.kind()).isEqualTo(EntryKind.EARN);
        assertThat(entry.points()).isEqualTo(250);
        assertThat(entry.posting())
                .isEqualTo(new Posting(
                        Optional.of(command.key()),
                        Optional.of(command.payload()),
                        Optional.of("order 4711"),
                        SHOP,
                        MONDAY,
                        MONDAY,
                        new Balances(250, 0, 0, 0),
                        Optional.empty()));
        assertThat(entry(id, 1)).isEmpty();
        assertThat(entry(id, 3)).isEmpty();
    }

    private Optional<LedgerEntry> entry(LoyaltyAccountId id, long sequence) {
        return read(LoyaltyRepository.class, accounts -> accounts.entry(id, sequence));
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
            assertThat(accounts.lock(id, Optional.of(CommandKey.of("k1")), 10)).isEmpty();
            assertThat(accounts.entry(id, 2)).isEmpty();
            assertThat(accounts.entries(id, LedgerPageRequest.newest(10)).lines())
                    .isEmpty();
            return true;
        });
        EarnPoints stolen = earn(id, 1, "k1");
        assertThatExceptionOfType(StaleAggregateException.class)
                .isThrownBy(() -> store().inTransaction(otherTenant, unit -> {
                    unit.repository(LoyaltyRepository.class)
                            .save(changeOf(stored, stolen, MONDAY), Optional.of(recordOf(stolen, id, 3)));
                    return true;
                }));
        assertThat(loyalty().find(id)).contains(stored);
    }
}

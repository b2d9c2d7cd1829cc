package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.loyalty.ActivityKind;
import io.rapport.crm.loyalty.Balances;
import io.rapport.crm.loyalty.CommitHold;
import io.rapport.crm.loyalty.EntryKind;
import io.rapport.crm.loyalty.ExpiringAccount;
import io.rapport.crm.loyalty.ExpiryPolicy;
import io.rapport.crm.loyalty.HoldNotOpenException;
import io.rapport.crm.loyalty.LedgerPageRequest;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyEvent;
import io.rapport.crm.loyalty.Reservation;
import io.rapport.crm.loyalty.ReservePoints;
import io.rapport.crm.loyalty.RestorePoints;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What falls due on every store, whether or not anybody sweeps: activation, expiry, the end of holds. */
public abstract class LoyaltyDueContract extends LedgerContract {

    @Test
    void what_fell_due_shows_whether_or_not_anybody_swept() {
        define(club().expiry(ExpiryPolicy.afterDays(9)).activation(Period.ofDays(3)));
        LoyaltyAccountId id = enrolled().id();
        loyalty().earn(earn(id, 50, "e1"));

        assertThat(loyalty().balances(id)).isEqualTo(new Balances(0, 50, 0, 0));
        clock.set(MONDAY.plus(Duration.ofDays(3)));
        assertThat(loyalty().balances(id)).isEqualTo(new Balances(50, 0, 0, 0));
        clock.set(Instant.parse("2026-03-11T22:59:59.999999Z"));
        assertThat(loyalty().balance(id)).isEqualTo(50);
        clock.set(Instant.parse("2026-03-11T23:00:00Z"));
        assertThat(loyalty().balance(id)).isZero();
        assertThat(loyalty().entries(id, LedgerPageRequest.newest(10)).lines())
                .extracting(line -> line.entry().kind())
                .containsExactly(EntryKind.EXPIRE, EntryKind.ACTIVATE, EntryKind.EARN);
    }

    @Test
    void points_are_redeemed_by_themselves_as_they_become_active_and_can_be_given_back() {
        define(club().activation(Period.ofDays(3)).redeemAt(20));
        LoyaltyAccountId id = enrolled().id();
        loyalty().earn(earn(id, 50, "e1"));
        clock.move(DAY.multipliedBy(3));

        assertThat(loyalty().sweep(clock.instant(), 10)).isEqualTo(1);

        assertThat(loyalty().balances(id)).isEqualTo(new Balances(10, 0, 0, 0));
        assertThat(loyalty().history(id).get(3)).isInstanceOfSatisfying(LoyaltyEvent.AutoRedeemed.class, redeemed -> {
            assertThat(redeemed.points()).isEqualTo(40);
            assertThat(redeemed.key()).isEmpty();
        });
        loyalty().restore(RestorePoints.of(id, 4, key("x1")));
        assertThat(loyalty().balance(id)).isEqualTo(50);
        assertClean(id);
    }

    @Test
    void a_sweep_takes_the_longest_due_first_and_at_most_as_many_as_asked() {
        define(club().expiry(ExpiryPolicy.afterDays(1)));
        List<LoyaltyAccountId> accounts =
                List.of(enrolled().id(), enrolled().id(), enrolled().id());
        for (LoyaltyAccountId id : accounts) {
            loyalty().earn(earn(id, 10, "e:" + id.value()));
            clock.move(DAY);
        }
        Instant before = clock.instant().minus(DAY);
        clock.move(DAY);

        assertThat(loyalty().sweep(before, 10)).isEqualTo(1);
        assertThat(loyalty().find(accounts.get(0)).orElseThrow().available()).isZero();
        assertThat(loyalty().find(accounts.get(1)).orElseThrow().available()).isEqualTo(10);
        assertThat(loyalty().sweep(clock.instant(), 1)).isEqualTo(1);
        assertThat(loyalty().sweep(clock.instant(), 10)).isEqualTo(1);
        assertThat(otherCrm().loyalty().sweep(clock.instant(), 10)).isZero();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> loyalty().sweep(clock.instant().plusSeconds(1), 10));
    }

    @Test
    void a_hold_that_is_over_gives_its_points_free_and_is_closed() {
        LoyaltyAccountId id = holding(100);
        Reservation hold = loyalty().reserve(ReservePoints.of(id, 40, key("h1")).lasting(Duration.ofMinutes(5)));

        assertThat(hold.expiresAt()).isEqualTo(MONDAY.plus(Duration.ofMinutes(5)));
        assertThat(loyalty().balances(id)).isEqualTo(new Balances(60, 0, 40, 0));
        assertThat(loyalty().ledger().openHolds(id)).hasSize(1);
        clock.move(Duration.ofMinutes(5));
        assertThatExceptionOfType(HoldNotOpenException.class)
                .isThrownBy(() -> loyalty().commit(CommitHold.of(id, hold.hold(), key("c1"))));
        assertThat(loyalty().balances(id)).isEqualTo(new Balances(100, 0, 0, 0));
        assertThat(loyalty().reserve(ReservePoints.of(id, 40, key("h1")).lasting(Duration.ofMinutes(5))))
                .isEqualTo(hold);
        assertThat(loyalty().ledger().openHolds(id)).isEmpty();
        assertClean(id);
    }

    @Test
    void accounts_with_points_that_expire_soon_are_listed_for_outreach() {
        define(club().expiry(ExpiryPolicy.afterDays(9)));
        LoyaltyAccountId late = enrolled().id();
        LoyaltyAccountId soon = enrolled().id();
        loyalty().earn(earn(soon, 10, "e1"));
        loyalty().earn(earn(soon, 20, "e2").at(MONDAY.minus(DAY)));
        clock.move(DAY);
        loyalty().earn(earn(late, 5, "e3"));
        Instant horizon = Instant.parse("2026-03-11T23:00:00Z");

        assertThat(loyalty().ledger().expiringSoon(CLUB, horizon, 10))
                .containsExactly(new ExpiringAccount(
                        soon, loyalty().find(soon).orElseThrow().customer(), horizon.minus(DAY), 30));
        assertThat(loyalty().ledger().expiringSoon(CLUB, horizon.plus(DAY), 10))
                .extracting(ExpiringAccount::account)
                .containsExactly(soon, late);
        assertThat(loyalty().ledger().expiringSoon(MILES, horizon, 10)).isEmpty();
        assertThat(otherCrm().loyalty().ledger().expiringSoon(CLUB, horizon, 10))
                .isEmpty();
    }

    @Test
    void sliding_points_that_expire_soon_are_listed_with_the_date_to_which_they_slid() {
        define(club().expiry(ExpiryPolicy.sliding(Period.ofDays(5), Set.of(ActivityKind.SPEND))));
        LoyaltyAccountId id = holding(40);
        clock.move(DAY);
        loyalty().redeem(redeem(id, 10, "r1"));
        Instant end = clock.instant().plus(DAY.multipliedBy(5));

        assertThat(loyalty().ledger().expiringSoon(CLUB, end, 10))
                .extracting(ExpiringAccount::first, ExpiringAccount::points)
                .containsExactly(Tuple.tuple(end, 30L));
        assertThat(loyalty().ledger().expiringSoon(CLUB, end.minusNanos(1_000), 10))
                .isEmpty();
    }
}

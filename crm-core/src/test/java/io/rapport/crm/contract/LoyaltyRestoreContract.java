package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.loyalty.ExpiryPolicy;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.Receipt;
import io.rapport.crm.loyalty.Redemption;
import io.rapport.crm.loyalty.ReinstatePoints;
import io.rapport.crm.loyalty.RestorePoints;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How points come back on every store: those of a cancelled redemption, and those that expired. */
public abstract class LoyaltyRestoreContract extends LedgerContract {

    @Test
    void points_come_back_only_once_and_only_from_a_redemption() {
        LoyaltyAccountId id = holding(100);
        Redemption redemption = loyalty().redeem(redeem(id, 60, "r1"));

        Receipt first = loyalty()
                .restore(RestorePoints.of(id, redemption.sequence(), key("x1")).only(50));
        Receipt rest = loyalty().restore(RestorePoints.of(id, redemption.sequence(), key("x2")));

        assertThat(first.points()).isEqualTo(50);
        assertThat(rest.points()).isEqualTo(10);
        assertThat(loyalty().restore(RestorePoints.of(id, redemption.sequence(), key("x2"))))
                .isEqualTo(rest);
        assertRefused("points", RestorePoints.of(id, redemption.sequence(), key("x3")));
        assertRefused("redemption", RestorePoints.of(id, 2, key("x3")));
        assertRefused("redemption", RestorePoints.of(id, 1, key("x3")));
        assertRefused("redemption", RestorePoints.of(id, 99, key("x3")));
        assertThat(loyalty().balance(id)).isEqualTo(100);
        assertClean(id);
    }

    private void assertRefused(String field, RestorePoints command) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> loyalty().restore(command))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }

    @Test
    void points_that_expired_are_reinstated_only_once_and_only_for_some_days() {
        define(club().expiry(ExpiryPolicy.afterDays(1)).reinstatement(10).costPerPoint(new BigDecimal("0.02")));
        LoyaltyAccountId id = holding(100);
        clock.set(Instant.parse("2026-03-03T23:00:00Z"));
        assertThat(loyalty().balance(id)).isZero();
        ReinstatePoints all = ReinstatePoints.of(id, 3, key("x3"));
        clock.set(Instant.parse("2026-03-14T22:59:59.999999Z"));

        Receipt part = loyalty().reinstate(ReinstatePoints.of(id, 3, key("x1")).only(60));
        Receipt rest = loyalty().reinstate(ReinstatePoints.of(id, 3, key("x2")));

        assertThat(part.points()).isEqualTo(60);
        assertThat(rest.points()).isEqualTo(40);
        assertThat(loyalty().reinstate(ReinstatePoints.of(id, 3, key("x2")))).isEqualTo(rest);
        assertRefused("points", all);
        assertRefused("expiry", ReinstatePoints.of(id, 2, key("x3")));
        assertRefused("expiry", ReinstatePoints.of(id, 99, key("x3")));
        assertThat(loyalty().balance(id)).isEqualTo(100);
        assertThat(loyalty().ledger().openLots(id, 9))
                .allSatisfy(lot -> assertThat(lot.terms().costPerPoint()).isEqualTo("0.02"));
        clock.set(Instant.parse("2026-03-14T23:00:00Z"));
        assertRefused("expiry", all);
        assertClean(id);
    }

    private void assertRefused(String field, ReinstatePoints command) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> loyalty().reinstate(command))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }
}

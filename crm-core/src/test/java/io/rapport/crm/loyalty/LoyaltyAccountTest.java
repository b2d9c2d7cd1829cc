package io.rapport.crm.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoyaltyAccountTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final LoyaltyAccountId ID = new LoyaltyAccountId(new UUID(0, 1));
    private static final LoyaltyAccountId ANOTHER = new LoyaltyAccountId(new UUID(0, 2));
    private static final CommandKey KEY = CommandKey.of("order-4711");
    private static final EnrolCustomer ENROL = EnrolCustomer.of(new CustomerId(new UUID(0, 3)), ProgramId.of("club"));
    private static final LoyaltyAccount OPENED = LoyaltyAccount.enrol(ID, ENROL, NOW);

    private static EarnPoints earn(long points) {
        return EarnPoints.of(ID, points, KEY);
    }

    private static RedeemPoints redeem(long points) {
        return RedeemPoints.of(ID, points, KEY);
    }

    @Test
    void a_new_account_has_no_points() {
        assertThat(OPENED.available()).isZero();
        assertThat(OPENED.lifetimeEarned()).isZero();
        assertThat(OPENED.lifetimeRedeemed()).isZero();
        assertThat(OPENED.openedAt()).isEqualTo(NOW);
        assertThat(OPENED.version()).isEqualTo(1);
        assertThat(OPENED.savedVersion()).isZero();
        assertThat(OPENED.changes())
                .containsExactly(new LoyaltyEvent.Enrolled(ID, ENROL.customer(), ENROL.program(), NOW));
    }

    @Test
    void points_earned_can_be_redeemed() {
        LoyaltyAccount account = OPENED.saved().earn(earn(100), NOW).redeem(redeem(30), LATER);

        assertThat(account.available()).isEqualTo(70);
        assertThat(account.lifetimeEarned()).isEqualTo(100);
        assertThat(account.lifetimeRedeemed()).isEqualTo(30);
        assertThat(account.version()).isEqualTo(3);
        assertThat(account.savedVersion()).isEqualTo(1);
    }

    @Test
    void an_entry_tells_who_moved_how_many_points_and_why() {
        RedeemPoints command = redeem(30).because("basket 9").by(Actor.of("till-3"));

        LoyaltyAccount account = OPENED.earn(earn(100), NOW).saved().redeem(command, LATER);

        assertThat(account.changes())
                .containsExactly(new LoyaltyEvent.Redeemed(
                        30, 70, KEY, command.payload(), Optional.of("basket 9"), Actor.of("till-3"), LATER));
        assertThat(account.lastLine())
                .isEqualTo(new LedgerLine(ID, 3, (LedgerEntry) account.changes().get(0)));
    }

    @Test
    void a_verb_leaves_the_state_before_as_it_was() {
        OPENED.earn(earn(100), NOW);

        assertThat(OPENED.available()).isZero();
        assertThat(OPENED.changes()).hasSize(1);
    }

    @Test
    void an_overdraw_says_what_was_asked_and_what_there_is() {
        LoyaltyAccount account = OPENED.earn(earn(100), NOW);

        assertThatExceptionOfType(InsufficientPointsException.class)
                .isThrownBy(() -> account.redeem(redeem(101), NOW))
                .withMessageContaining("100 points available")
                .withMessageContaining("101 were asked for")
                .satisfies(refused -> {
                    assertThat(refused.account()).isEqualTo(ID);
                    assertThat(refused.available()).isEqualTo(100);
                    assertThat(refused.asked()).isEqualTo(101);
                });
        assertThat(account.redeem(redeem(100), NOW).available()).isZero();
    }

    @Test
    void more_points_than_can_be_counted_are_refused() {
        LoyaltyAccount full = OPENED.earn(earn(Long.MAX_VALUE), NOW);
        LoyaltyAccount spent = full.redeem(redeem(Long.MAX_VALUE), NOW);

        assertThat(full.available()).isEqualTo(Long.MAX_VALUE);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> full.earn(earn(1), NOW))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("points"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> spent.earn(earn(1), NOW))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("points"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void only_a_number_of_points_above_zero_is_moved(long points) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> earn(points))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("points"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> redeem(points))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("points"));
    }

    @Test
    void a_command_for_another_account_is_refused() {
        LoyaltyAccount account = OPENED.earn(earn(100), NOW);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> account.earn(EarnPoints.of(ANOTHER, 1, KEY), NOW))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("account"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> account.redeem(RedeemPoints.of(ANOTHER, 1, KEY), NOW))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("account"));
    }

    @Test
    void a_history_begins_with_one_enrolment() {
        LoyaltyEvent enrolled = OPENED.changes().get(0);
        LoyaltyEvent earned = OPENED.earn(earn(1), NOW).changes().get(1);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> LoyaltyAccount.fold(List.of(earned)))
                .withMessageContaining("Enrolled");
        assertThatIllegalArgumentException().isThrownBy(() -> LoyaltyAccount.fold(List.of(enrolled, enrolled)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void a_state_with_negative_points_cannot_be_made(int negative) {
        long[] points = {0, 0, 0};
        points[negative] = -1;

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new LoyaltyAccount(
                        ID, ENROL.customer(), ENROL.program(), points[0], points[1], points[2], NOW, 1, List.of()));
    }

    @Test
    void commands_and_entries_do_not_print_their_cause() {
        LoyaltyAccount account = OPENED.earn(earn(100).because("for Ann Example"), NOW)
                .redeem(redeem(1).because("for Ann Example"), NOW);

        assertThat(earn(1).because("for Ann Example").toString()).doesNotContain("Ann");
        assertThat(redeem(1).because("for Ann Example").toString()).doesNotContain("Ann");
        assertThat(account.toString()).doesNotContain("Ann");
        assertThat(account.changes().toString()).doesNotContain("Ann");
    }
}

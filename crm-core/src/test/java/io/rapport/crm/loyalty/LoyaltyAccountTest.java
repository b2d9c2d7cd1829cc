package io.rapport.crm.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoyaltyAccountTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final LoyaltyAccountId ID = Commands.ACCOUNTS.get(0);
    private static final CommandKey KEY = CommandKey.of("order-4711");
    private static final EnrolCustomer ENROL = Commands.enrolment(ID);

    private final Till till = new Till(ProgramVersion.undefined(Commands.CLUB));

    LoyaltyAccountTest() {
        till.enrol(ID, ENROL, NOW);
    }

    @Test
    void a_new_account_has_no_points() {
        LoyaltyAccount opened = LoyaltyAccount.enrol(ID, ENROL, NOW);

        assertThat(opened.balances()).isEqualTo(Balances.ZERO);
        assertThat(opened.totals()).isEqualTo(LifetimeTotals.ZERO);
        assertThat(opened.openedAt()).isEqualTo(NOW);
        assertThat(opened.version()).isEqualTo(1);
        assertThat(opened.savedVersion()).isZero();
        assertThat(opened.changes())
                .containsExactly(new LoyaltyEvent.Enrolled(ID, ENROL.customer(), ENROL.program(), NOW));
    }

    @Test
    void an_overdraw_says_what_was_asked_and_what_there_is() {
        till.run(EarnPoints.of(ID, 100, KEY), NOW);

        assertThatExceptionOfType(InsufficientPointsException.class)
                .isThrownBy(() -> till.run(RedeemPoints.of(ID, 101, CommandKey.of("r")), NOW))
                .withMessageContaining("100 points available")
                .withMessageContaining("101 were asked for");
    }

    @Test
    void more_points_than_can_be_counted_are_refused_however_they_come() {
        till.run(EarnPoints.of(ID, Long.MAX_VALUE, KEY), NOW);
        assertRefused(EarnPoints.of(ID, 1, CommandKey.of("e")));
        assertRefused(AdjustPoints.up(ID, 1, CommandKey.of("a"), "more", Actor.SYSTEM));

        till.run(RedeemPoints.of(ID, Long.MAX_VALUE, CommandKey.of("r")), NOW);

        assertRefused(EarnPoints.of(ID, 1, CommandKey.of("e")));
        assertThat(till.account(ID).balances()).isEqualTo(Balances.ZERO);
    }

    private void assertRefused(LedgerCommand command) {
        LoyaltyAccount before = till.account(ID);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> till.run(command, NOW))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("points"));
        assertThat(till.account(ID)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void only_a_number_of_points_above_zero_is_moved(long points) {
        List<Runnable> commands = List.of(
                () -> EarnPoints.of(ID, points, KEY),
                () -> RedeemPoints.of(ID, points, KEY),
                () -> ReservePoints.of(ID, points, KEY),
                () -> TransferPoints.of(ID, Commands.ACCOUNTS.get(1), points, KEY),
                () -> AdjustPoints.up(ID, points, KEY, "more", Actor.SYSTEM),
                () -> AdjustPoints.down(ID, points, KEY, "less", Actor.SYSTEM),
                () -> CommitHold.of(ID, 1, KEY).only(points),
                () -> RestorePoints.of(ID, 1, KEY).only(points));

        assertThat(commands)
                .allSatisfy(command -> assertThatExceptionOfType(InvalidInputException.class)
                        .isThrownBy(command::run)
                        .satisfies(refused -> assertThat(refused.field()).isEqualTo("points")));
    }

    @Test
    void a_history_begins_with_one_enrolment() {
        till.run(EarnPoints.of(ID, 1, KEY), NOW);
        LoyaltyEvent enrolled = till.history(ID).get(0);
        LoyaltyEvent earned = till.history(ID).get(1);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> LoyaltyAccount.fold(List.of(earned)))
                .withMessageContaining("Enrolled");
        assertThatIllegalArgumentException().isThrownBy(() -> LoyaltyAccount.fold(List.of(enrolled, enrolled)));
    }

    @Test
    void a_state_with_negative_points_cannot_be_made() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> new Balances(-1, 0, 0, 0));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> new Balances(0, -1, 0, 0));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> new Balances(0, 0, -1, 0));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> new Balances(0, 0, 0, -1));
    }

    @Test
    void a_verification_names_what_is_stored_otherwise() {
        till.run(EarnPoints.of(ID, 100, KEY), NOW);
        LoyaltyAccount stored = till.account(ID);
        LoyaltyAccountDraft draft = new LoyaltyAccountDraft(stored);
        draft.nextEventAt = Optional.of(NOW);
        draft.holds = List.of(new Hold(9, NOW, 0, List.of()));
        Lot lot = till.lots(ID).iterator().next();
        Lot torn = new Lot(lot.number(), lot.terms(), 100, 99, 0, 0, false);

        Verification found = Auditor.verify(till.history(ID), draft.build(), List.of(torn), List.of());

        assertThat(found.clean()).isFalse();
        assertThat(found.entries()).isEqualTo(2);
        assertThat(found.discrepancies())
                .extracting(Discrepancy::what)
                .hasSize(4)
                .satisfiesExactly(
                        what -> assertThat(what).isEqualTo("nextEventAt"),
                        what -> assertThat(what).isEqualTo("lot 2"),
                        what -> assertThat(what).isEqualTo("hold 9"),
                        what -> assertThat(what).startsWith("movement "));
    }

    @Test
    void commands_and_entries_do_not_print_their_cause() {
        EarnPoints earn = EarnPoints.of(ID, 100, KEY).because("for Ann Example").forOrder("Ann's", 5);
        till.run(earn, NOW);

        assertThat(earn.toString()).doesNotContain("Ann");
        assertThat(RedeemPoints.of(ID, 1, KEY).because("for Ann Example").toString())
                .doesNotContain("Ann");
        assertThat(AdjustPoints.up(ID, 1, KEY, "for Ann", Actor.SYSTEM).toString())
                .doesNotContain("Ann");
        assertThat(till.history(ID).get(1).toString()).doesNotContain("Ann Example");
        assertThat(till.account(ID).toString()).doesNotContain("Ann");
    }
}

package io.rapport.crm.loyalty;

import static io.rapport.crm.loyalty.Commands.ACCOUNTS;
import static io.rapport.crm.loyalty.Commands.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.fault.CrmException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.Commands.Step;
import io.rapport.crm.loyalty.Commands.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** The invariants of the ledger, over random streams of at least 200 commands. */
class LedgerProperties {

    /** A stream under way. */
    private static final class Run {

        private final Till till;
        private final boolean sweeps;
        private final Map<LedgerCommand, Receipt> done = new LinkedHashMap<>();
        private final List<List<Long>> holds = List.of(new ArrayList<>(), new ArrayList<>());
        private final List<List<Long>> redemptions = List.of(new ArrayList<>(), new ArrayList<>());
        private Instant now = START;

        Run(Program program, boolean sweeps) {
            till = new Till(new ProgramVersion(program, 1, START, Actor.SYSTEM));
            this.sweeps = sweeps;
            ACCOUNTS.forEach(id -> till.enrol(id, Commands.enrolment(id), START));
        }

        void all(List<Step> stream) {
            for (int i = 0; i < stream.size(); i++) {
                take(stream.get(i), i);
            }
        }

        void take(Step step, int number) {
            if (step.verb() == Verb.WAIT) {
                now = now.plus(Duration.ofHours(step.choice() % 60));
            } else if (step.verb() == Verb.SWEEP) {
                if (sweeps) {
                    till.settle(step.id(), now);
                }
            } else if (step.verb() == Verb.REPEAT) {
                done.entrySet().stream()
                        .skip(step.choice() % (done.size() + 1))
                        .findFirst()
                        .ifPresent(this::repeat);
            } else {
                run(step, number);
            }
        }

        private void repeat(Map.Entry<LedgerCommand, Receipt> first) {
            LoyaltyAccount before = till.account(first.getKey().account());
            assertThat(till.run(first.getKey(), now)).isEqualTo(first.getValue());
            assertThat(till.account(first.getKey().account())).isEqualTo(before);
        }

        /** Nobody can name an expiry that was not written down yet, so who reinstates points has the account settled. */
        private void run(Step step, int number) {
            if (step.verb() == Verb.REINSTATE) {
                till.settle(step.id(), now);
            }
            List<Long> ofHolds = holds.get(step.account());
            List<Long> ofRedemptions = redemptions.get(step.account());
            LedgerCommand command =
                    Commands.command(step, number, now, ofHolds, ofRedemptions, till.expiries(step.id()));
            List<LoyaltyAccount> before = ACCOUNTS.stream().map(till::account).toList();
            try {
                Receipt receipt = till.run(command, now);
                done.put(command, receipt);
                switch (step.verb()) {
                    case RESERVE -> ofHolds.add(receipt.sequence());
                    case REDEEM, REDEEM_UP_TO, COMMIT -> ofRedemptions.add(receipt.sequence());
                    default -> {}
                }
            } catch (CrmException refused) {
                assertThat(ACCOUNTS.stream().map(till::account).toList()).isEqualTo(before);
            }
        }
    }

    @Property(tries = 150)
    void after_every_command_the_books_balance(
            @ForAll("programs") Program program, @ForAll("streams") List<Step> stream) {
        Run run = new Run(program, true);
        for (int i = 0; i < stream.size(); i++) {
            run.take(stream.get(i), i);
            for (LoyaltyAccountId id : ACCOUNTS) {
                assertBalanced(run.till, id);
                assertDebtIsDue(run.till.account(id), program);
            }
        }
        for (LoyaltyAccountId id : ACCOUNTS) {
            assertEntriesMakeTheState(run.till, id);
        }
        Map.copyOf(run.done)
                .forEach((command, receipt) ->
                        assertThat(run.till.run(command, run.now)).isEqualTo(receipt));
    }

    private static void assertBalanced(Till till, LoyaltyAccountId id) {
        LoyaltyAccount account = till.account(id);
        Balances balances = account.balances();
        long free = till.lots(id).stream().mapToLong(Lot::remaining).sum();
        long held = till.lots(id).stream().mapToLong(Lot::held).sum();
        assertThat(balances.net()).isEqualTo(free + held - balances.debt());
        assertThat(balances.reserved()).isEqualTo(held);
        assertThat(held)
                .isEqualTo(till.holds(id).stream().mapToLong(Hold::points).sum());
        LifetimeTotals totals = account.totals();
        assertThat(totals.earned() + totals.restored() + totals.transferredIn() + totals.adjustedUp())
                .isEqualTo(totals.redeemed()
                        + totals.reversed()
                        + totals.expired()
                        + totals.transferredOut()
                        + totals.adjustedDown()
                        + balances.net());
        assertThat(totals.reversed()).isLessThanOrEqualTo(totals.earned());
        assertThat(totals.restored()).isLessThanOrEqualTo(totals.redeemed());
    }

    private static void assertDebtIsDue(LoyaltyAccount account, Program program) {
        Balances balances = account.balances();
        assertThat(balances.debt() == 0 || balances.available() == 0).isTrue();
        assertThat(balances.debt()).isLessThanOrEqualTo(program.clawback().debtLimit());
    }

    private static void assertEntriesMakeTheState(Till till, LoyaltyAccountId id) {
        List<LoyaltyEvent> history = till.history(id);
        assertThat(LoyaltyAccount.fold(history)).isEqualTo(till.account(id));
        AccountBook replayed = AccountBook.replay(history);
        assertThat(replayed.lots().all().values()).containsExactlyInAnyOrderElementsOf(till.lots(id));
        assertThat(replayed.account().holds()).containsExactlyInAnyOrderElementsOf(till.holds(id));
        Instant last = Instant.MIN;
        for (LoyaltyEvent event : history) {
            assertThat(event.at()).isAfterOrEqualTo(last);
            last = event.at();
        }
        assertMovementsMakeTheLots(till, id);
    }

    private static void assertMovementsMakeTheLots(Till till, LoyaltyAccountId id) {
        List<LotMovement> movements = new ArrayList<>();
        List<LoyaltyEvent> history = till.history(id);
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i) instanceof LedgerEntry entry) {
                movements.addAll(LotMovement.of(new LedgerLine(id, i + 1L, entry)));
            }
        }
        for (Lot lot : till.lots(id)) {
            assertThat(movements.stream()
                            .filter(one -> one.lot() == lot.number())
                            .mapToLong(LotMovement::points))
                    .satisfies(points -> assertThat(
                                    points.stream().mapToLong(Long::longValue).sum())
                            .isEqualTo(lot.remaining() + lot.held()));
        }
    }

    @Property(tries = 100)
    void it_makes_no_difference_when_an_account_is_swept(
            @ForAll("programs") Program program, @ForAll("streams") List<Step> stream) {
        Run swept = new Run(program, true);
        Run left = new Run(program, false);
        swept.all(stream);
        left.all(stream);

        for (LoyaltyAccountId id : ACCOUNTS) {
            swept.till.settle(id, swept.now);
            left.till.settle(id, left.now);
            assertThat(swept.till.account(id)).isEqualTo(left.till.account(id));
            assertThat(swept.till.lots(id)).containsExactlyInAnyOrderElementsOf(left.till.lots(id));
            assertThat(swept.till.holds(id)).containsExactlyInAnyOrderElementsOf(left.till.holds(id));
        }
        assertThat(swept.done.values()).containsExactlyElementsOf(left.done.values());
    }

    @Property(tries = 100)
    void no_lot_is_used_while_one_that_expires_earlier_has_points(
            @ForAll("programs") Program program, @ForAll("streams") List<Step> stream) {
        Run run = new Run(program, true);
        for (int i = 0; i < stream.size(); i++) {
            run.take(stream.get(i), i);
            Step step = stream.get(i);
            if (step.verb() == Verb.REDEEM || step.verb() == Verb.RESERVE || step.verb() == Verb.ADJUST_DOWN) {
                assertSoonestFirst(run.till, step.id(), CommandKey.of("step-" + i));
            }
        }
    }

    private static void assertSoonestFirst(Till till, LoyaltyAccountId id, CommandKey key) {
        Optional<Instant> slidesUntil = Optional.empty();
        for (LoyaltyEvent event : till.history(id)) {
            if (event instanceof LedgerEntry entry) {
                if (entry.key().filter(key::equals).isPresent()) {
                    assertSoonestFirst(till, id, entry, slidesUntil);
                }
                slidesUntil = entry.posting().slidesUntil();
            }
        }
    }

    private static void assertSoonestFirst(
            Till till, LoyaltyAccountId id, LedgerEntry entry, Optional<Instant> slidesUntil) {
        Instant last = entry.allocations().stream()
                .map(part -> expiry(lot(till, id, part.lot()), slidesUntil))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        till.lots(id).stream()
                .filter(lot -> lot.remaining() > 0 && !lot.pending())
                .filter(lot -> entry.allocations().stream().noneMatch(part -> part.lot() == lot.number()))
                .forEach(left -> assertThat(expiry(left, slidesUntil)).isAfterOrEqualTo(last));
    }

    private static Instant expiry(Lot lot, Optional<Instant> slidesUntil) {
        return lot.terms().sliding()
                ? slidesUntil.orElseThrow()
                : lot.terms().expiresAt().orElse(LotPlace.NEVER);
    }

    private static Lot lot(Till till, LoyaltyAccountId id, long number) {
        return till.lots(id).stream()
                .filter(lot -> lot.number() == number)
                .findFirst()
                .orElseThrow();
    }

    @Property(tries = 100)
    void a_transfer_conserves_what_both_accounts_hold(
            @ForAll("programs") Program program, @ForAll("streams") List<Step> stream) {
        Run run = new Run(program, true);
        for (int i = 0; i < stream.size(); i++) {
            ACCOUNTS.forEach(id -> run.till.settle(id, run.now));
            long before = both(run.till);
            run.take(stream.get(i), i);
            if (stream.get(i).verb() == Verb.TRANSFER) {
                assertThat(both(run.till)).isEqualTo(before);
            }
        }
    }

    /** What both hold, and what was redeemed by itself as it arrived. */
    private static long both(Till till) {
        return ACCOUNTS.stream()
                .map(till::account)
                .mapToLong(
                        account -> account.balances().net() + account.totals().redeemed())
                .sum();
    }

    @Property
    void however_a_refund_is_split_the_same_points_are_taken_back(
            @ForAll("programs") Program program,
            @ForAll @LongRange(min = 1, max = 500) long points,
            @ForAll @LongRange(min = 1, max = 9_999) long basis,
            @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 9_999) Integer> parts,
            @ForAll @LongRange(min = 0, max = 700) long spent,
            @ForAll @LongRange(min = 0, max = 300) long others) {
        List<Long> refunds =
                parts.stream().map(part -> part % (basis + 1)).sorted().toList();
        long last = refunds.isEmpty() ? 0 : refunds.get(refunds.size() - 1);
        Till split = spending(program, points, basis, spent, others);
        Till once = spending(program, points, basis, spent, others);
        LoyaltyAccountId id = ACCOUNTS.get(0);
        Instant later = START.plus(Duration.ofDays(4));

        boolean refusedInParts = false;
        for (int i = 0; i < refunds.size(); i++) {
            refusedInParts |=
                    refused(split, RefundOrder.part(id, "o-1", refunds.get(i), CommandKey.of("part-" + i)), later);
        }
        boolean refusedAtOnce = refused(once, RefundOrder.part(id, "o-1", last, CommandKey.of("once")), later);
        split.settle(id, later);

        assertThat(refusedInParts).isEqualTo(refusedAtOnce);
        if (!refusedAtOnce) {
            assertThat(split.account(id).balances()).isEqualTo(once.account(id).balances());
            assertThat(split.account(id).totals()).isEqualTo(once.account(id).totals());
            assertThat(split.lots(id)).containsExactlyInAnyOrderElementsOf(once.lots(id));
        }
        if (!refused(once, RefundOrder.whole(id, "o-1", CommandKey.of("whole")), later)) {
            LifetimeTotals totals = once.account(id).totals();
            assertThat(totals.reversed() + totals.writtenOff()).isEqualTo(points);
        }
    }

    private static boolean refused(Till till, RefundOrder command, Instant now) {
        try {
            till.run(command, now);
            return false;
        } catch (InsufficientPointsException tooFew) {
            return true;
        }
    }

    private static Till spending(Program program, long points, long basis, long spent, long others) {
        Till till = new Till(new ProgramVersion(program, 1, START, Actor.SYSTEM));
        LoyaltyAccountId id = till.enrol(ACCOUNTS.get(0), Commands.enrolment(ACCOUNTS.get(0)), START);
        till.run(EarnPoints.of(id, points, CommandKey.of("earn")).forOrder("o-1", basis), START);
        if (others > 0) {
            till.run(EarnPoints.of(id, others, CommandKey.of("others")), START);
        }
        if (spent > 0) {
            try {
                till.run(
                        new RedeemUpTo(RedeemPoints.of(id, spent, CommandKey.of("spend"))),
                        START.plus(Duration.ofDays(4)));
            } catch (InsufficientPointsException none) {
                assertThat(till.account(id).available()).isZero();
            }
        }
        return till;
    }

    @Property
    void to_reserve_and_void_before_anything_falls_due_changes_nothing(
            @ForAll("programs") Program program, @ForAll("streams") List<Step> stream) {
        Run run = new Run(program, true);
        run.all(stream.subList(0, 60));
        LoyaltyAccountId id = ACCOUNTS.get(0);
        run.till.settle(id, run.now);
        LoyaltyAccount before = run.till.account(id);
        Map<Long, Lot> lots = AccountBook.replay(run.till.history(id)).lots().all();
        if (before.available() > 0) {
            Receipt hold = run.till.run(ReservePoints.of(id, before.available(), CommandKey.of("hold")), run.now);
            run.till.run(VoidHold.of(id, hold.sequence(), CommandKey.of("void")), run.now);
        }

        assertThat(run.till.account(id).balances()).isEqualTo(before.balances());
        assertThat(run.till.account(id).totals()).isEqualTo(before.totals());
        assertThat(run.till.account(id).nextEventAt()).isEqualTo(before.nextEventAt());
        assertThat(run.till.lots(id)).containsExactlyInAnyOrderElementsOf(lots.values());
    }

    @Provide
    Arbitrary<List<Step>> streams() {
        return Commands.streams();
    }

    @Provide
    Arbitrary<Program> programs() {
        return Commands.programs();
    }
}

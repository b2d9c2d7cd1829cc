package io.rapport.crm.loyalty;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random programs and streams of commands, in which some repeat, clash, overdraw, or name what is not there. */
final class Commands {

    static final Instant START = Instant.parse("2026-01-30T22:30:00Z");
    static final ProgramId CLUB = ProgramId.of("club");
    static final List<LoyaltyAccountId> ACCOUNTS =
            List.of(new LoyaltyAccountId(new UUID(0, 1)), new LoyaltyAccountId(new UUID(0, 2)));
    static final long LIMIT = 60;
    static final List<String> ORDERS = List.of("o-1", "o-2", "o-3");

    /** What a step of a stream is. */
    enum Verb {
        EARN,
        EARN_FOR_ORDER,
        EARN_LATE,
        EARN_SHORT,
        REDEEM,
        REDEEM_UP_TO,
        RESERVE,
        COMMIT,
        VOID,
        RESTORE,
        REINSTATE,
        REFUND,
        REFUND_WHOLE,
        ADJUST_UP,
        ADJUST_DOWN,
        ACTIVATE,
        TRANSFER,
        WAIT,
        SWEEP,
        REPEAT
    }

    /**
     * A step of a stream.
     *
     * @param choice picks an order, a hold, a redemption, or the command to repeat
     */
    record Step(Verb verb, int account, long points, int choice) {

        LoyaltyAccountId id() {
            return ACCOUNTS.get(account);
        }

        String order() {
            return ORDERS.get(choice % ORDERS.size());
        }
    }

    private Commands() {}

    static EnrolCustomer enrolment(LoyaltyAccountId id) {
        return EnrolCustomer.of(new CustomerId(new UUID(1, id.value().getLeastSignificantBits())), CLUB);
    }

    /** The command of a step, if it is one. */
    static LedgerCommand command(
            Step step, int number, Instant now, List<Long> holds, List<Long> redemptions, List<Long> expiries) {
        LoyaltyAccountId id = step.id();
        CommandKey key = CommandKey.of("step-" + number);
        long points = step.points();
        return switch (step.verb()) {
            case EARN -> EarnPoints.of(id, points, key);
            case EARN_FOR_ORDER -> EarnPoints.of(id, points, key).forOrder(step.order(), points * 7);
            case EARN_LATE -> EarnPoints.of(id, points, key).at(now.minus(Duration.ofDays(step.choice() % 70)));
            case EARN_SHORT ->
                EarnPoints.of(id, points, key)
                        .expiring(now.plus(Duration.ofDays(4)).plusSeconds(step.choice()));
            case REDEEM -> RedeemPoints.of(id, points, key);
            case REDEEM_UP_TO -> new RedeemUpTo(RedeemPoints.of(id, points, key));
            case RESERVE -> ReservePoints.of(id, points, key).lasting(Duration.ofHours(1 + step.choice() % 90));
            case COMMIT -> {
                CommitHold commit = CommitHold.of(id, pick(holds, step), key);
                yield step.choice() % 2 == 0 ? commit : commit.only(points);
            }
            case VOID -> VoidHold.of(id, pick(holds, step), key);
            case RESTORE -> {
                RestorePoints restore = RestorePoints.of(id, pick(redemptions, step), key);
                yield step.choice() % 2 == 0 ? restore : restore.only(points);
            }
            case REINSTATE -> {
                ReinstatePoints reinstate = ReinstatePoints.of(id, pick(expiries, step), key);
                yield step.choice() % 2 == 0 ? reinstate : reinstate.only(points);
            }
            case REFUND -> RefundOrder.part(id, step.order(), points * 3, key);
            case REFUND_WHOLE -> RefundOrder.whole(id, step.order(), key);
            case ADJUST_UP -> AdjustPoints.up(id, points, key, "put right", Actor.of("bea"));
            case ADJUST_DOWN -> AdjustPoints.down(id, points, key, "put right", Actor.of("bea"));
            case ACTIVATE -> ActivatePoints.of(id, step.order(), key);
            case TRANSFER -> TransferPoints.of(id, ACCOUNTS.get(1 - step.account()), points, key);
            case WAIT, SWEEP, REPEAT -> throw new IllegalArgumentException(step.verb() + " is no command");
        };
    }

    private static long pick(List<Long> numbers, Step step) {
        return numbers.isEmpty() ? 1 : numbers.get(step.choice() % numbers.size());
    }

    static Arbitrary<List<Step>> streams() {
        Arbitrary<Verb> verbs = Arbitraries.frequencyOf(
                Tuple.of(10, Arbitraries.of(Verb.class)),
                Tuple.of(4, Arbitraries.of(Verb.EARN, Verb.EARN_FOR_ORDER)),
                Tuple.of(3, Arbitraries.of(Verb.REDEEM, Verb.RESERVE)),
                Tuple.of(2, Arbitraries.of(Verb.REFUND_WHOLE, Verb.REDEEM_UP_TO)),
                Tuple.of(3, Arbitraries.of(Verb.WAIT, Verb.SWEEP)));
        return Combinators.combine(
                        verbs,
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.longs().between(1, 40),
                        Arbitraries.integers().between(0, 500))
                .as(Step::new)
                .list()
                .ofMinSize(200)
                .ofMaxSize(240);
    }

    static Arbitrary<Program> programs() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        Arbitrary<ExpiryPolicy> expiry = Arbitraries.of(
                ExpiryPolicy.never(),
                ExpiryPolicy.afterDays(10),
                ExpiryPolicy.afterMonths(1),
                ExpiryPolicy.endOf(PeriodEnd.QUARTER, Period.ofDays(5)),
                ExpiryPolicy.sliding(Period.ofDays(9), Set.of(ActivityKind.EARN, ActivityKind.SPEND)),
                ExpiryPolicy.sliding(Period.ofDays(6), Set.of(ActivityKind.SPEND)));
        Arbitrary<ClawbackPolicy> clawback =
                Arbitraries.of(ClawbackPolicy.debt(LIMIT), ClawbackPolicy.writeOff(), ClawbackPolicy.reject());
        Arbitrary<RestorePolicy> restore =
                Arbitraries.of(RestorePolicy.grace(3), RestorePolicy.forfeit(), RestorePolicy.newLot());
        Arbitrary<Period> activation = Arbitraries.of(Period.ZERO, Period.ofDays(3));
        return Combinators.combine(expiry, clawback, restore, activation)
                .as((one, two, three, four) -> Program.builder(CLUB, zone)
                        .expiry(one)
                        .clawback(two)
                        .restore(three)
                        .redeemAt(three.kind() == RestorePolicy.Kind.GRACE ? 50 : 1_000_000)
                        .reinstatement(three.kind() == RestorePolicy.Kind.FORFEIT ? 0 : 5)
                        .activation(four)
                        .build());
    }
}

package io.rapport.crm.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.store.IdempotencyConflictException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random streams of commands, many of them repeated, clashing or overdrawing, checked against a ledger in the test. */
class LoyaltyProperties {

    private record Step(boolean earns, long points, CommandKey key) {}

    /** What the ledger must be: points without a limit, and the result of each key. */
    private static final class Model {

        private final Map<CommandKey, Step> asked = new HashMap<>();
        private final Map<CommandKey, Object> results = new HashMap<>();
        private BigInteger earned = BigInteger.ZERO;
        private BigInteger redeemed = BigInteger.ZERO;

        BigInteger available() {
            return earned.subtract(redeemed);
        }

        boolean fits(Step step) {
            BigInteger points = BigInteger.valueOf(step.points());
            return step.earns() ? earned.add(points).bitLength() < Long.SIZE : points.compareTo(available()) <= 0;
        }

        void done(Step step, Object result) {
            BigInteger points = BigInteger.valueOf(step.points());
            earned = step.earns() ? earned.add(points) : earned;
            redeemed = step.earns() ? redeemed : redeemed.add(points);
            asked.put(step.key(), step);
            results.put(step.key(), result);
        }
    }

    @Property(tries = 300)
    void every_command_has_exactly_one_effect_and_the_balance_is_earned_less_redeemed(
            @ForAll("streams") List<Step> stream) {
        Crm crm = Crm.inMemory();
        LoyaltyAccounts loyalty = crm.loyalty();
        LoyaltyAccountId id = account(crm);
        Model model = new Model();

        for (Step step : stream) {
            take(loyalty, id, step, model);
            assertAgrees(loyalty, id, model);
        }
        model.asked
                .values()
                .forEach(step -> assertThat(send(loyalty, id, step)).isEqualTo(model.results.get(step.key())));

        assertAgrees(loyalty, id, model);
        assertThat(loyalty.history(id)).hasSize(1 + model.asked.size());
    }

    private static void take(LoyaltyAccounts loyalty, LoyaltyAccountId id, Step step, Model model) {
        if (step.equals(model.asked.get(step.key()))) {
            assertThat(send(loyalty, id, step)).isEqualTo(model.results.get(step.key()));
        } else if (model.asked.containsKey(step.key())) {
            assertThatExceptionOfType(IdempotencyConflictException.class).isThrownBy(() -> send(loyalty, id, step));
        } else if (model.fits(step)) {
            model.done(step, send(loyalty, id, step));
        } else if (step.earns()) {
            assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> send(loyalty, id, step));
        } else {
            assertThatExceptionOfType(InsufficientPointsException.class).isThrownBy(() -> send(loyalty, id, step));
        }
    }

    private static Object send(LoyaltyAccounts loyalty, LoyaltyAccountId id, Step step) {
        return step.earns()
                ? loyalty.earn(EarnPoints.of(id, step.points(), step.key()))
                : loyalty.redeem(RedeemPoints.of(id, step.points(), step.key()));
    }

    private static void assertAgrees(LoyaltyAccounts loyalty, LoyaltyAccountId id, Model model) {
        LoyaltyAccount stored = loyalty.find(id).orElseThrow();
        assertThat(BigInteger.valueOf(stored.available())).isEqualTo(model.available());
        assertThat(stored.available()).isEqualTo(stored.lifetimeEarned() - stored.lifetimeRedeemed());
        assertThat(BigInteger.valueOf(stored.lifetimeEarned())).isEqualTo(model.earned);
        assertThat(LoyaltyAccount.fold(loyalty.history(id))).isEqualTo(stored);
        assertThat(loyalty.totals(stored.program()))
                .isEqualTo(
                        new ProgramTotals(1, stored.lifetimeEarned(), stored.lifetimeRedeemed(), stored.available()));
    }

    private static LoyaltyAccountId account(Crm crm) {
        CustomerId ann =
                crm.customers().register(RegisterCustomer.person("Ann")).id();
        return crm.loyalty().enrol(EnrolCustomer.of(ann, ProgramId.of("club"))).id();
    }

    @Provide
    Arbitrary<List<Step>> streams() {
        Arbitrary<Long> points = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.longs().between(1, 4)),
                Tuple.of(1, Arbitraries.of(Long.MAX_VALUE, Long.MAX_VALUE - 5)));
        Arbitrary<CommandKey> keys =
                Arbitraries.integers().between(1, 12).map(number -> CommandKey.of("key-" + number));
        return Combinators.combine(Arbitraries.of(true, false), points, keys)
                .as(Step::new)
                .list()
                .ofMaxSize(30);
    }
}

package io.rapport.crm.ticket.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.fault.CrmException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.purchase.PurchaseLine;
import io.rapport.crm.purchase.RecordPurchase;
import io.rapport.crm.store.IdempotencyConflictException;
import io.rapport.crm.store.PageRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Random streams of commands on several purchases and returns, most of them too many, too early, too much or repeated.
 * The test keeps books of its own: units by return and state, and money by purchase line, from what the commands answered.
 */
class ReturnProperties {

    private static final Map<LineState, Set<LineState>> TABLE = Map.of(
            LineState.REQUESTED, Set.of(LineState.APPROVED, LineState.REJECTED),
            LineState.APPROVED, Set.of(LineState.RECEIVED, LineState.REFUNDED, LineState.STORE_CREDIT),
            LineState.RECEIVED, Set.of(LineState.INSPECTED),
            LineState.INSPECTED,
                    Set.of(LineState.REFUNDED, LineState.STORE_CREDIT, LineState.REPLACED, LineState.REPAIRED));
    private static final ReturnPolicy SEPARATED = ReturnPolicy.STANDARD.separatingDuties();
    private static final List<Integer> BOUGHT = List.of(3, 1, 2);

    private enum Verb {
        REQUEST,
        APPROVE,
        REJECT,
        RECEIVE,
        INSPECT,
        REPLACE,
        REPAIR,
        REFUND,
        CREDIT,
        KEEP
    }

    /** A command; what its numbers mean depends on what is there when it is sent. */
    private record Step(Verb verb, int returned, int line, int quantity, int cents, int key, boolean cid) {

        Actor staff() {
            return Actor.of(cid ? "cid" : "bea");
        }
    }

    /** A shop with two orders, and the test's own books of what was returned of them. */
    private static final class Shop {

        private final Crm crm = Crm.builder().returnPolicy(SEPARATED).build();
        private final Returns returns = crm.returns();
        private final CustomerId ann =
                crm.customers().register(RegisterCustomer.person("Ann")).id();
        private final List<PurchaseLineRef> bought = new ArrayList<>();
        private final List<ReturnId> ids = new ArrayList<>();
        private final Map<CommandKey, RefundLine> asked = new HashMap<>();
        private final Map<CommandKey, Refund> results = new HashMap<>();

        Shop() {
            PurchaseId first = order(PurchaseLine.of("mug", BOUGHT.get(0), cents(100)));
            PurchaseId second = order(
                    PurchaseLine.of("tray", BOUGHT.get(1), cents(7)), PurchaseLine.of("cup", BOUGHT.get(2), cents(25)));
            bought.add(new PurchaseLineRef(first, 0));
            bought.add(new PurchaseLineRef(second, 0));
            bought.add(new PurchaseLineRef(second, 1));
        }

        private PurchaseId order(PurchaseLine... lines) {
            RecordPurchase order = RecordPurchase.of(ann, ExternalId.of("shop", "order-" + lines.length), cents(1000));
            for (PurchaseLine line : lines) {
                order = order.with(line);
            }
            return crm.purchases().record(order).id();
        }

        /** Sends a command, and says whether it was carried out. */
        boolean take(Step step) {
            try {
                send(step);
                return true;
            } catch (CrmException refused) {
                return false;
            }
        }

        private void send(Step step) {
            if (step.verb() == Verb.REQUEST || ids.isEmpty()) {
                PurchaseLineRef one = bought.get(step.line() % 3);
                PurchaseLineRef two = bought.get(step.cents() % 3);
                ids.add(returns.request(RequestReturn.of(
                                ann,
                                ReturnItem.of(one.purchase(), one.line(), step.quantity(), "broken"),
                                ReturnItem.of(two.purchase(), two.line(), 1, "ugly")))
                        .id());
                return;
            }
            ReturnId id = ids.get(step.returned() % ids.size());
            LineUnits units = LineUnits.of(step.line() % 2, step.quantity());
            switch (step.verb()) {
                case APPROVE -> returns.approve(id, units, step.staff());
                case REJECT -> returns.reject(id, units, "no", step.staff());
                case RECEIVE -> returns.receive(id, units, step.staff());
                case INSPECT -> returns.inspect(id, units, step.staff());
                case REPLACE -> returns.replace(id, units, step.staff());
                case REPAIR -> returns.repair(id, units, step.staff());
                case REFUND -> refund(step, RefundLine.of(id, units, key(step), step.staff()));
                case CREDIT ->
                    refund(
                            step,
                            RefundLine.of(id, units, key(step), step.staff()).asStoreCredit());
                default ->
                    refund(
                            step,
                            RefundLine.of(id, units, key(step), step.staff()).keepingGoods());
            }
        }

        private void refund(Step step, RefundLine share) {
            RefundLine command = step.cents() % 3 == 0 ? share : share.amount(cents(step.cents()));
            RefundLine first = asked.get(command.key());
            try {
                Refund result = returns.refund(command);
                assertThat(first == null || first.equals(command)).isTrue();
                assertThat(results.getOrDefault(command.key(), result)).isEqualTo(result);
                asked.put(command.key(), command);
                results.put(command.key(), result);
            } catch (IdempotencyConflictException refused) {
                assertThat(first).isNotNull().isNotEqualTo(command);
                throw refused;
            }
        }

        private static CommandKey key(Step step) {
            return CommandKey.of("key-" + step.key());
        }

        List<ReturnCase> all() {
            return returns.page(PageRequest.first(1000)).items();
        }

        LineBalance balance(PurchaseLineRef line) {
            return returns.balances(line.purchase()).get(line.line());
        }
    }

    @Property(tries = 300)
    void refunds_never_exceed_what_was_paid_and_no_unit_is_lost_or_returned_twice(
            @ForAll("streams") List<Step> stream) {
        Shop shop = new Shop();
        for (Step step : stream) {
            List<ReturnCase> before = shop.all();
            if (!shop.take(step)) {
                assertThat(shop.all()).isEqualTo(before);
            }
            assertBooks(shop);
        }
    }

    private static void assertBooks(Shop shop) {
        for (PurchaseLineRef line : shop.bought) {
            LineBalance balance = shop.balance(line);
            Money repaid = Money.total(
                    CurrencyUnit.EUR,
                    shop.results.values().stream()
                            .filter(refund -> shop.returns
                                    .find(refund.returned())
                                    .orElseThrow()
                                    .line(refund.units().line())
                                    .asked()
                                    .of()
                                    .equals(line))
                            .map(Refund::amount)
                            .toList());
            assertThat(repaid.isGreaterThan(balance.paid())).isFalse();
            assertThat(balance.repaid()).isEqualTo(repaid);
            assertThat(balance.claimed()).isEqualTo(held(shop, line)).isLessThanOrEqualTo(balance.bought());
        }
    }

    /** The units of a purchase line that the customer does not have, or that somebody is to decide about. */
    private static int held(Shop shop, PurchaseLineRef of) {
        return shop.all().stream()
                .flatMap(returned -> returned.lines().stream())
                .filter(line -> line.asked().of().equals(of))
                .mapToInt(line -> line.open() + line.in(LineState.REFUNDED) + line.in(LineState.STORE_CREDIT))
                .sum();
    }

    @Property(tries = 200)
    void history_leads_to_the_state_and_each_event_is_a_move_of_the_table(@ForAll("streams") List<Step> stream) {
        Shop shop = new Shop();
        stream.forEach(shop::take);

        for (ReturnCase returned : shop.all()) {
            List<ReturnEvent> history = shop.returns.history(returned.id());
            assertThat(ReturnCase.fold(history)).isEqualTo(returned);
            assertThat(history).hasSize((int) returned.version());
            history.stream()
                    .skip(1)
                    .map(ReturnEvent.LineEvent.class::cast)
                    .forEach(event -> assertThat(TABLE.getOrDefault(event.from(), Set.of()))
                            .contains(event.to()));
            for (int line = 0; line < returned.lines().size(); line++) {
                assertThat(returned.line(line).quantities()).isEqualTo(counted(history, line));
            }
            assertThat(returned.status().isOpen())
                    .isEqualTo(returned.lines().stream().anyMatch(line -> line.open() > 0));
        }
    }

    /** Units by state, counted from the events without the aggregate. */
    private static Map<LineState, Integer> counted(List<ReturnEvent> history, int line) {
        Map<LineState, Integer> units = new EnumMap<>(LineState.class);
        units.put(
                LineState.REQUESTED,
                ((ReturnEvent.Requested) history.get(0)).lines().get(line).quantity());
        history.stream()
                .skip(1)
                .map(ReturnEvent.LineEvent.class::cast)
                .filter(event -> event.line() == line)
                .forEach(event -> {
                    units.merge(event.from(), -event.quantity(), Integer::sum);
                    units.merge(event.to(), event.quantity(), Integer::sum);
                });
        units.values().removeIf(count -> count == 0);
        return units;
    }

    @Property(tries = 200)
    void a_repeated_key_has_no_second_effect(@ForAll("streams") List<Step> stream) {
        Shop shop = new Shop();
        stream.forEach(shop::take);
        List<ReturnCase> before = shop.all();
        List<LineBalance> balances = shop.bought.stream().map(shop::balance).toList();

        shop.asked
                .values()
                .forEach(
                        command -> assertThat(shop.returns.refund(command)).isEqualTo(shop.results.get(command.key())));

        assertThat(shop.all()).isEqualTo(before);
        assertThat(shop.bought.stream().map(shop::balance).toList()).isEqualTo(balances);
    }

    @Property(tries = 200)
    void nobody_refunds_what_they_approved_where_the_policy_separates_the_two(@ForAll("streams") List<Step> stream) {
        Shop shop = new Shop();
        stream.forEach(shop::take);

        for (Refund refund : shop.results.values()) {
            List<ReturnEvent> until = shop.returns.history(refund.returned()).subList(0, (int) refund.sequence());
            Actor refunder = shop.asked.get(refund.key()).staff();
            assertThat(until)
                    .noneMatch(event -> event instanceof ReturnEvent.Approved approved
                            && approved.line() == refund.units().line()
                            && approved.staff().equals(refunder));
        }
    }

    private static Money cents(int minor) {
        return Money.ofMinor(CurrencyUnit.EUR, minor);
    }

    @Provide
    Arbitrary<List<Step>> streams() {
        Arbitrary<Verb> verbs = Arbitraries.of(Verb.class);
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 2);
        Arbitrary<Integer> quantities = Arbitraries.of(1, 1, 1, 2, 3);
        Arbitrary<Integer> amounts = Arbitraries.integers().between(1, 90);
        Arbitrary<Integer> keys = Arbitraries.integers().between(1, 12);
        Arbitrary<Step> random = Combinators.combine(
                        verbs, few, few, quantities, amounts, keys, Arbitraries.of(true, false))
                .as(Step::new);
        Arbitrary<List<Step>> wild = random.withoutEdgeCases().list().ofMaxSize(40);
        return Combinators.combine(few, quantities, wild).as((line, quantity, steps) -> {
            List<Step> stream = new ArrayList<>(happy(line, quantity));
            stream.addAll(steps);
            return stream;
        });
    }

    /** The beginning of a return that goes well, so that what comes at random finds units in every state. */
    private static List<Step> happy(int line, int quantity) {
        return Arrays.stream(new Verb[] {Verb.REQUEST, Verb.APPROVE, Verb.RECEIVE, Verb.INSPECT})
                .map(verb -> new Step(verb, 0, verb == Verb.REQUEST ? line : 0, quantity, 1, 1, false))
                .toList();
    }
}

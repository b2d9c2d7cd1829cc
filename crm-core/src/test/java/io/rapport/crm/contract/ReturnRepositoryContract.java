package io.rapport.crm.contract;

import static io.rapport.crm.contract.CrmStoreContract.inParallel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.purchase.PurchaseLine;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.store.StaleAggregateException;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.returns.LineBalance;
import io.rapport.crm.ticket.returns.LineState;
import io.rapport.crm.ticket.returns.LineTransitionException;
import io.rapport.crm.ticket.returns.LineUnits;
import io.rapport.crm.ticket.returns.PurchaseLineRef;
import io.rapport.crm.ticket.returns.RequestReturn;
import io.rapport.crm.ticket.returns.ReturnCase;
import io.rapport.crm.ticket.returns.ReturnExceedsPurchaseException;
import io.rapport.crm.ticket.returns.ReturnId;
import io.rapport.crm.ticket.returns.ReturnItem;
import io.rapport.crm.ticket.returns.ReturnPolicy;
import io.rapport.crm.ticket.returns.ReturnRepository;
import io.rapport.crm.ticket.returns.ReturnStatus;
import io.rapport.crm.ticket.returns.ReturnWindowException;
import io.rapport.crm.ticket.returns.Returns;
import io.rapport.crm.ticket.returns.WindowOverride;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** How returns are asked for, kept and found, and that no more comes back than was bought. */
public abstract class ReturnRepositoryContract extends ReturnsContract {

    private void assertStored(ReturnCase returned) {
        assertThat(returns().find(returned.id())).contains(returned);
        assertThat(ReturnCase.fold(returns().history(returned.id()))).isEqualTo(returned);
    }

    @Test
    void a_return_comes_back_as_it_was_saved_through_its_whole_life() {
        CustomerId ann = customer();
        TicketId ticket = crm().tickets()
                .open(OpenTicket.of(ann, TicketKind.RETURN, "Broken mugs"))
                .id();
        PurchaseId first = threeMugs(ann);
        PurchaseId second = order(ann, "EUR 20.00");
        ReturnCase requested = returns()
                .request(RequestReturn.of(ann, ReturnItem.of(first, 0, 3, "kaputt \ud83d\udca5"))
                        .with(ReturnItem.of(second, 0, 1, "too big"))
                        .about(ticket)
                        .although(WindowOverride.of("good customer", CID))
                        .by(BEA));
        ReturnId id = requested.id();
        assertStored(requested);
        aMinuteLater();
        assertStored(returns().approve(id, LineUnits.of(0, 2), BEA));
        assertStored(returns().reject(id, LineUnits.of(0, 1), "not broken", CID));
        assertStored(returns().reject(id, LineUnits.of(1, 1), "used", CID));
        assertStored(returns().receive(id, LineUnits.of(0, 2), BEA));
        assertStored(returns().inspect(id, LineUnits.of(0, 2), "a crack", CID));
        returns().refund(refund(id, 1, "k1"));

        ReturnCase settled = returns().replace(id, LineUnits.of(0, 1), BEA);

        assertStored(settled);
        assertThat(settled.status()).isEqualTo(ReturnStatus.SETTLED);
        assertThat(settled.ticket()).contains(ticket);
        assertThat(settled.line(0).quantities())
                .isEqualTo(Map.of(LineState.REJECTED, 1, LineState.REFUNDED, 1, LineState.REPLACED, 1));
        assertThat(settled.line(0).asked().sku()).contains("mug");
        assertThat(settled.line(1).asked().sku()).isEmpty();
        assertThat(settled.version()).isEqualTo(8);
    }

    @Test
    void a_return_names_things_of_the_customer_and_of_nobody_else() {
        CustomerId ann = customer();
        CustomerId bob = customer();
        PurchaseId anns = threeMugs(ann);
        TicketId bobs = crm().tickets()
                .open(OpenTicket.of(bob, TicketKind.RETURN, "Broken"))
                .id();
        ReturnItem item = ReturnItem.of(anns, 0, 1, "broken");

        assertRefused("purchase", RequestReturn.of(bob, item));
        assertRefused("ticket", RequestReturn.of(ann, item).about(bobs));
        assertRefused("line", RequestReturn.of(ann, ReturnItem.of(anns, 1, 1, "broken")));
        for (RequestReturn unknown : List.of(
                RequestReturn.of(new CustomerId(ids.next()), item),
                RequestReturn.of(ann, item).about(new TicketId(ids.next())),
                RequestReturn.of(ann, ReturnItem.of(new PurchaseId(ids.next()), 0, 1, "broken")))) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> returns().request(unknown));
        }
        assertThat(returns().page(PageRequest.first(1)).items()).isEmpty();
        assertThat(balance(anns).claimed()).isZero();
    }

    private void assertRefused(String field, RequestReturn command) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> returns().request(command))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }

    @Test
    void what_other_returns_hold_cannot_be_asked_for_again_but_what_the_customer_has_back_can() {
        CustomerId ann = customer();
        PurchaseId order = threeMugs(ann);
        ReturnId first = inspected(ann, order, 2);

        assertThatExceptionOfType(ReturnExceedsPurchaseException.class)
                .isThrownBy(() -> requested(ann, order, 2))
                .satisfies(refused -> {
                    assertThat(refused.field()).isEqualTo("quantity");
                    assertThat(refused.line()).isEqualTo(new PurchaseLineRef(order, 0));
                    assertThat(refused.asked()).isEqualTo(2);
                    assertThat(refused.bought()).isEqualTo(3);
                    assertThat(refused.left()).isEqualTo(1);
                });
        ReturnId second = requested(ann, order, 1);
        assertThat(balance(order).returnable()).isZero();

        returns().reject(second, units(1), "fine", BEA);
        returns().repair(first, units(1), BEA);
        returns().refund(refund(first, 1, "k1"));

        assertThat(balance(order))
                .isEqualTo(new LineBalance(new PurchaseLineRef(order, 0), 3, eur("100.00"), 1, 1, eur("33.34")));
        assertThat(approved(ann, order, 2)).isNotNull();
    }

    @Test
    void one_request_cannot_ask_twice_for_the_same_units() {
        CustomerId ann = customer();
        PurchaseId order = threeMugs(ann);
        RequestReturn command =
                RequestReturn.of(ann, ReturnItem.of(order, 0, 2, "broken"), ReturnItem.of(order, 0, 2, "wrong colour"));

        assertThatExceptionOfType(ReturnExceedsPurchaseException.class)
                .isThrownBy(() -> returns().request(command));

        assertThat(balance(order).claimed()).isZero();
    }

    @Test
    void of_threads_that_ask_for_all_units_exactly_one_gets_them() throws Exception {
        CustomerId ann = customer();
        PurchaseId order = threeMugs(ann);
        Crm crm = crm();

        List<String> outcomes = inParallel(times(8, i -> () -> {
            try {
                crm.returns().request(RequestReturn.of(ann, ReturnItem.of(order, 0, 3, "broken")));
                return "taken";
            } catch (ReturnExceedsPurchaseException refused) {
                return "refused with " + refused.left();
            }
        }));

        assertThat(outcomes).filteredOn("taken"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("refused with 0"::equals).hasSize(7);
        assertThat(returns().page(order, PageRequest.first(10)).items()).hasSize(1);
        assertThat(balance(order).claimed()).isEqualTo(3);
    }

    @Test
    void threads_that_ask_for_the_same_purchases_in_any_order_all_get_their_units() throws Exception {
        CustomerId ann = customer();
        Crm crm = crm();
        for (int round = 0; round < 10; round++) {
            PurchaseId first = order(ann, "EUR 80.00", PurchaseLine.of("mug", 8, eur("80.00")));
            PurchaseId second = order(ann, "EUR 80.00", PurchaseLine.of("cup", 8, eur("80.00")));
            ReturnItem mug = ReturnItem.of(first, 0, 1, "broken");
            ReturnItem cup = ReturnItem.of(second, 0, 1, "broken");

            inParallel(times(
                    8,
                    i -> () -> crm.returns()
                            .request(i % 2 == 0 ? RequestReturn.of(ann, mug, cup) : RequestReturn.of(ann, cup, mug))));

            assertThat(balance(first).returnable()).isZero();
            assertThat(balance(second).returnable()).isZero();
        }
    }

    @Test
    void after_the_window_only_an_override_helps() {
        CustomerId ann = customer();
        PurchaseId order = threeMugs(ann);
        Duration month = Duration.ofDays(30);
        Returns returns = returns(ReturnPolicy.STANDARD.within(month));
        RequestReturn command = RequestReturn.of(ann, ReturnItem.of(order, 0, 1, "broken"));

        clock.set(MONDAY.plus(month));
        assertThat(returns.request(command).override()).isEmpty();
        clock.set(MONDAY.plus(month).plusNanos(1_000));
        assertThatExceptionOfType(ReturnWindowException.class)
                .isThrownBy(() -> returns.request(command))
                .satisfies(refused -> {
                    assertThat(refused.purchase()).isEqualTo(order);
                    assertThat(refused.until()).isEqualTo(MONDAY.plus(month));
                });

        ReturnCase late = returns.request(command.although(WindowOverride.of("was ill", CID)));

        assertThat(late.override()).contains(WindowOverride.of("was ill", CID));
        assertStored(late);
    }

    @Test
    void a_refused_verb_names_line_states_and_way_out_and_writes_nothing() {
        CustomerId ann = customer();
        ReturnId id = approved(ann, threeMugs(ann), 2);
        ReturnCase before = returns().find(id).orElseThrow();

        assertThatExceptionOfType(LineTransitionException.class)
                .isThrownBy(() -> returns().receive(id, units(3), BEA))
                .withMessageContaining("line 0 has 2 APPROVED and cannot receive 3: ")
                .satisfies(refused -> {
                    assertThat(refused.id()).isEqualTo(id);
                    assertThat(refused.quantities()).isEqualTo(Map.of(LineState.APPROVED, 2));
                    assertThat(refused.possible()).isEqualTo(2);
                });
        assertThatExceptionOfType(LineTransitionException.class)
                .isThrownBy(() -> returns().reject(id, units(1), "late", BEA));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> returns().approve(new ReturnId(ids.next()), units(1), BEA));

        assertStored(before);
    }

    @Test
    void a_change_that_was_decided_on_an_old_state_is_refused() {
        CustomerId ann = customer();
        ReturnCase old = returns().find(requested(ann, threeMugs(ann), 2)).orElseThrow();
        returns().approve(old.id(), units(1), BEA);

        assertThatExceptionOfType(StaleAggregateException.class)
                .isThrownBy(() ->
                        write(ReturnRepository.class, port -> port.save(old.approve(units(2), CID, clock.instant()))))
                .satisfies(refused -> assertThat(refused.foundVersion()).isEqualTo(2));
    }

    @Test
    void threads_that_decide_about_one_return_wait_for_each_other() throws Exception {
        CustomerId ann = customer();
        ReturnId id = requested(ann, order(ann, "EUR 8.00", PurchaseLine.of("mug", 8, eur("8.00"))), 8);
        Crm crm = crm();

        inParallel(times(
                8,
                i -> () -> i % 2 == 0
                        ? crm.returns().approve(id, units(1), BEA)
                        : crm.returns().reject(id, units(1), "no", CID)));

        ReturnCase decided = returns().find(id).orElseThrow();
        assertThat(decided.line(0).quantities()).isEqualTo(Map.of(LineState.APPROVED, 4, LineState.REJECTED, 4));
        assertStored(decided);
    }

    @Test
    void returns_are_found_by_customer_ticket_purchase_and_what_is_open_page_by_page() {
        CustomerId ann = customer();
        CustomerId bob = customer();
        PurchaseId order = order(ann, "EUR 90.00", PurchaseLine.of("mug", 9, eur("90.00")));
        PurchaseId other = threeMugs(ann);
        TicketId ticket = crm().tickets()
                .open(OpenTicket.of(ann, TicketKind.RETURN, "Broken"))
                .id();
        List<ReturnId> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            RequestReturn command = RequestReturn.of(ann, ReturnItem.of(order, 0, 1, "broken"));
            command = i % 2 == 0 ? command.about(ticket) : command.with(ReturnItem.of(other, 0, 1, "broken"));
            all.add(returns().request(command).id());
            aMinuteLater();
        }
        ReturnId bobs = requested(bob, threeMugs(bob), 1);
        returns().reject(all.get(0), units(1), "no", BEA);
        returns().approve(all.get(2), units(1), BEA);
        returns().refund(refund(all.get(2), 1, "k1").keepingGoods());

        assertThat(paged(request -> returns().page(request)))
                .containsExactly(all.get(0), all.get(1), all.get(2), all.get(3), all.get(4), bobs);
        assertThat(paged(request -> returns().page(ann, request)))
                .containsExactly(all.get(4), all.get(3), all.get(2), all.get(1), all.get(0));
        assertThat(paged(request -> returns().page(ticket, request)))
                .containsExactly(all.get(4), all.get(2), all.get(0));
        assertThat(paged(request -> returns().page(other, request))).containsExactly(all.get(3), all.get(1));
        assertThat(paged(request -> returns().open(request))).containsExactly(all.get(1), all.get(3), all.get(4), bobs);
    }

    @Test
    void a_return_is_not_seen_from_another_tenant() {
        CustomerId ann = customer();
        PurchaseId order = threeMugs(ann);
        ReturnId id = inspected(ann, order, 1);
        Returns others = otherCrm().returns();
        PageRequest ten = PageRequest.first(10);

        assertThat(others.find(id)).isEmpty();
        assertThat(others.history(id)).isEmpty();
        assertThat(others.page(ten).items()).isEmpty();
        assertThat(others.page(ann, ten).items()).isEmpty();
        assertThat(others.page(order, ten).items()).isEmpty();
        assertThat(others.open(ten).items()).isEmpty();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> others.balances(order));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> others.repair(id, units(1), BEA));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> others.refund(refund(id, 1, "k1")));
        List<LineBalance> theirs = store().reading(
                        otherTenant,
                        unit -> unit.repository(ReturnRepository.class).balances(order));
        assertThat(theirs).isEmpty();
    }

    private static List<ReturnId> paged(Function<PageRequest, Page<ReturnCase>> list) {
        List<ReturnId> seen = new ArrayList<>();
        Optional<Page<ReturnCase>> page = Optional.of(list.apply(PageRequest.first(2)));
        while (page.isPresent()) {
            page.get().items().forEach(returned -> seen.add(returned.id()));
            page = page.get().next().map(next -> list.apply(PageRequest.after(next, 2)));
        }
        return seen;
    }
}

package io.rapport.crm.contract;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.purchase.PurchaseLine;
import io.rapport.crm.purchase.RecordPurchase;
import io.rapport.crm.ticket.returns.LineBalance;
import io.rapport.crm.ticket.returns.LineUnits;
import io.rapport.crm.ticket.returns.RefundLine;
import io.rapport.crm.ticket.returns.RequestReturn;
import io.rapport.crm.ticket.returns.ReturnId;
import io.rapport.crm.ticket.returns.ReturnItem;
import io.rapport.crm.ticket.returns.ReturnPolicy;
import io.rapport.crm.ticket.returns.Returns;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.joda.money.Money;

/** What the contracts of returns share. */
public abstract class ReturnsContract extends StoreContract {

    protected static final Actor BEA = Actor.of("bea");
    protected static final Actor CID = Actor.of("cid");

    protected final Returns returns() {
        return crm().returns();
    }

    protected final Returns returns(ReturnPolicy policy) {
        return Crm.builder()
                .store(store())
                .tenant(tenant)
                .clock(clock)
                .ids(ids)
                .returnPolicy(policy)
                .build()
                .returns();
    }

    protected final CustomerId customer() {
        return crm().customers().register(RegisterCustomer.person("Ann")).id();
    }

    /** An order of one line: three mugs for 100 euros. */
    protected final PurchaseId threeMugs(CustomerId customer) {
        return order(customer, "EUR 100.00", PurchaseLine.of("mug", 3, eur("100.00")));
    }

    protected final PurchaseId order(CustomerId customer, String total, PurchaseLine... lines) {
        RecordPurchase order =
                RecordPurchase.of(customer, ExternalId.of("shop", ids.next().toString()), Money.parse(total));
        for (PurchaseLine line : lines) {
            order = order.with(line);
        }
        return crm().purchases().record(order).id();
    }

    protected final ReturnId requested(CustomerId customer, PurchaseId order, int quantity) {
        return returns()
                .request(RequestReturn.of(customer, ReturnItem.of(order, 0, quantity, "broken")))
                .id();
    }

    protected final ReturnId approved(CustomerId customer, PurchaseId order, int quantity) {
        ReturnId id = requested(customer, order, quantity);
        returns().approve(id, units(quantity), BEA);
        return id;
    }

    protected final ReturnId inspected(CustomerId customer, PurchaseId order, int quantity) {
        ReturnId id = approved(customer, order, quantity);
        returns().receive(id, units(quantity), BEA);
        returns().inspect(id, units(quantity), BEA);
        return id;
    }

    protected final LineBalance balance(PurchaseId order) {
        return returns().balances(order).get(0);
    }

    /** Units of the first line. */
    protected static LineUnits units(int quantity) {
        return LineUnits.of(0, quantity);
    }

    protected static RefundLine refund(ReturnId id, int quantity, String key) {
        return RefundLine.of(id, units(quantity), CommandKey.of(key), BEA);
    }

    protected static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    protected static <R> List<Callable<R>> times(int count, IntFunction<Callable<R>> task) {
        return IntStream.range(0, count).mapToObj(task).toList();
    }
}

package io.rapport.crm.jdbc;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.purchase.PurchaseLine;
import io.rapport.crm.purchase.RecordPurchase;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.returns.LineUnits;
import io.rapport.crm.ticket.returns.RefundLine;
import io.rapport.crm.ticket.returns.RequestReturn;
import io.rapport.crm.ticket.returns.ReturnId;
import io.rapport.crm.ticket.returns.ReturnItem;
import io.rapport.crm.ticket.returns.Returns;
import io.rapport.crm.ticket.returns.WindowOverride;
import org.joda.money.Money;

/** Returns for {@link StoredFormatTest} to look at. */
final class StoredReturns {

    private static final Actor BEA = Actor.of("bea");
    private static final Actor CID = Actor.of("cid");

    private StoredReturns() {}

    /** Everything that happens to returns. */
    static void takeBack(Crm crm, CustomerId ann, TicketId ticket) {
        Returns returns = crm.returns();
        PurchaseId mugs = crm.purchases()
                .record(RecordPurchase.of(ann, ExternalId.of("shop", "o-2"), Money.parse("EUR 50.00"))
                        .with(PurchaseLine.of("mug", 5, Money.parse("EUR 50.00"))))
                .id();
        PurchaseId whole = crm.purchases()
                .record(RecordPurchase.of(ann, ExternalId.of("shop", "o-3"), Money.parse("JPY 500")))
                .id();
        ReturnId id = returns.request(RequestReturn.of(ann, ReturnItem.of(mugs, 0, 5, "Broken"))
                        .with(ReturnItem.of(whole, 0, 1, "Too big"))
                        .about(ticket)
                        .although(WindowOverride.of("Was ill", CID)))
                .id();
        returns.reject(id, LineUnits.of(0, 1), "Used", BEA);
        returns.approve(id, LineUnits.of(0, 4), BEA);
        returns.approve(id, LineUnits.of(1, 1), BEA);
        returns.receive(id, LineUnits.of(0, 4), BEA);
        returns.inspect(id, LineUnits.of(0, 3), "A crack", BEA);
        returns.inspect(id, LineUnits.of(0, 1), BEA);
        returns.replace(id, LineUnits.of(0, 1), BEA);
        returns.repair(id, LineUnits.of(0, 1), BEA);
        returns.refund(RefundLine.of(id, LineUnits.of(0, 2), CommandKey.of("r-1"), CID));
        returns.refund(RefundLine.of(id, LineUnits.of(1, 1), CommandKey.of("r-2"), CID)
                .asStoreCredit()
                .keepingGoods());
    }
}

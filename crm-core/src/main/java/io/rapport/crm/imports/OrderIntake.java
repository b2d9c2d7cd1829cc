package io.rapport.crm.imports;

import io.rapport.crm.id.ExternalId;
import io.rapport.crm.purchase.Purchase;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.purchase.PurchaseRepository;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.util.UUID;

/** Stores orders. */
final class OrderIntake extends FactIntake<ImportOrder, PurchaseId, Purchase> {

    OrderIntake(Workspace workspace) {
        super(workspace, PurchaseRepository.class);
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ORDERS;
    }

    @Override
    ExternalId key(ImportOrder row) {
        return row.order();
    }

    @Override
    ExternalId customer(ImportOrder row) {
        return row.customer();
    }

    @Override
    Purchase fact(ImportOrder row, Known known, UUID id, Instant recordedAt) {
        return Purchase.of(new PurchaseId(id), row.command(known.customer(row.customer())), recordedAt);
    }
}

package io.rapport.crm.ticket.returns;

import io.rapport.crm.fault.Require;
import io.rapport.crm.purchase.PurchaseId;
import java.util.Comparator;

/**
 * Which line of which purchase. Ordered by purchase and line, the order in which lines are locked.
 *
 * @param line its place among the lines of the purchase, from 0; a purchase without lines is one line, 0
 */
public record PurchaseLineRef(PurchaseId purchase, int line) implements Comparable<PurchaseLineRef> {

    private static final Comparator<PurchaseLineRef> ORDER = Comparator.comparing(
                    (PurchaseLineRef ref) -> ref.purchase().value())
            .thenComparing(PurchaseLineRef::line);

    public PurchaseLineRef {
        Require.present("purchase", purchase);
        Require.between("line", line, 0, Integer.MAX_VALUE);
    }

    @Override
    public int compareTo(PurchaseLineRef other) {
        return ORDER.compare(this, other);
    }
}

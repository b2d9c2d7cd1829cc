package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import java.util.List;

/** How points go from one account to another. */
final class Transfers {

    private Transfers() {}

    static void transfer(AccountBook from, AccountBook to, TransferPoints command) {
        Require.that(from.program().id().equals(to.program().id()), "to", "is in another program", "stay in one");
        if (!from.program().transferable()) {
            throw new TransferNotAllowedException(from.program().id());
        }
        Settling.settle(from);
        Settling.settle(to);
        from.begin(command);
        to.begin(command);
        List<Allocation> given = Debits.transferOut(from, to.id(), command.points());
        Credits.transferIn(to, from, given);
        Settling.conclude(from);
        Settling.conclude(to);
    }
}

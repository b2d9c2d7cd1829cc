package io.rapport.crm.ticket.returns;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.purchase.Purchase;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.purchase.PurchaseRepository;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketRepository;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request while it is checked against what the store knows, in one unit of work. */
final class ReturnRequest {

    private final UnitOfWork unit;
    private final ReturnPolicy policy;
    private final RequestReturn command;
    private final Instant now;
    private final Map<PurchaseId, PaidLines> purchases = new HashMap<>();

    ReturnRequest(UnitOfWork unit, ReturnPolicy policy, RequestReturn command, Instant now) {
        this.unit = unit;
        this.policy = policy;
        this.command = command;
        this.now = now;
    }

    ReturnCase requested(ReturnId id) {
        unit.repository(CustomerRepository.class).require(command.customer());
        command.ticket().ifPresent(this::requireTicket);
        List<RequestedLine> lines =
                command.items().stream().map(this::requestedLine).toList();
        ReturnRepository returns = unit.repository(ReturnRepository.class);
        List<LineBalance> claimed = claimed(returns, lines);
        ReturnCase returned = ReturnCase.request(id, command, lines, now);
        returns.save(returned);
        claimed.forEach(returns::keep);
        return returned.saved();
    }

    static Purchase purchase(UnitOfWork unit, PurchaseId id) {
        return unit.repository(PurchaseRepository.class).find(id).orElseThrow(() -> new NotFoundException(id));
    }

    /** Locks the purchase lines in their order, and takes the units out of their balances. */
    private static List<LineBalance> claimed(ReturnRepository returns, List<RequestedLine> lines) {
        Map<PurchaseLineRef, LineBalance> balances = new TreeMap<>();
        lines.forEach(line -> balances.put(line.of(), line.untouched()));
        balances.replaceAll((ref, untouched) -> returns.lock(untouched));
        lines.forEach(line -> balances.computeIfPresent(line.of(), (ref, balance) -> balance.claim(line.quantity())));
        return List.copyOf(balances.values());
    }

    private RequestedLine requestedLine(ReturnItem item) {
        PaidLines paid = purchases.computeIfAbsent(item.purchase(), this::paidLines);
        LineBalance bought = paid.line(item.line());
        // Refused here already, since a line never asks for more than was bought; what others took is seen once locked.
        bought.claim(item.quantity());
        return new RequestedLine(
                item.ref(), paid.sku(item.line()), bought.bought(), bought.paid(), item.quantity(), item.reason());
    }

    private PaidLines paidLines(PurchaseId id) {
        Purchase purchase = purchase(unit, id);
        requireOwn("purchase", purchase.customer());
        if (command.override().isEmpty()) {
            policy.requireInWindow(purchase, now);
        }
        return new PaidLines(purchase);
    }

    private void requireTicket(TicketId id) {
        Ticket ticket = unit.repository(TicketRepository.class).find(id).orElseThrow(() -> new NotFoundException(id));
        requireOwn("ticket", ticket.customer());
    }

    private void requireOwn(String field, CustomerId owner) {
        Require.that(
                owner.equals(command.customer()), field, "is another customer's", "give one of " + command.customer());
    }
}

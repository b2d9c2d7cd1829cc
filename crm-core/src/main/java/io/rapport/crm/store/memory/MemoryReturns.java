package io.rapport.crm.store.memory;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.returns.LineBalance;
import io.rapport.crm.ticket.returns.PurchaseLineRef;
import io.rapport.crm.ticket.returns.ReturnCase;
import io.rapport.crm.ticket.returns.ReturnEvent;
import io.rapport.crm.ticket.returns.ReturnId;
import io.rapport.crm.ticket.returns.ReturnRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The returns of a tenant. Everything is locked by the tenant's units of work running one after the other. */
final class MemoryReturns extends MemoryAggregates<ReturnId, ReturnCase, ReturnEvent> implements ReturnRepository {

    private static final String ALL = "all";

    private final JournaledMap<PurchaseLineRef, LineBalance> balances;
    private final TimeIndex<String, ReturnCase> byTime;
    private final TimeIndex<CustomerId, ReturnCase> byCustomer;
    private final TimeIndex<TicketId, ReturnCase> byTicket;
    private final TimeIndex<PurchaseId, ReturnCase> byPurchase;

    MemoryReturns(Journal journal, MemoryEvents events) {
        super(ReturnEvent.class, journal, events);
        Function<ReturnCase, Cursor> place =
                returned -> new Cursor(returned.requestedAt(), returned.id().value());
        balances = new JournaledMap<>(journal);
        byTime = new TimeIndex<>(journal, place);
        byCustomer = new TimeIndex<>(journal, place);
        byTicket = new TimeIndex<>(journal, place);
        byPurchase = new TimeIndex<>(journal, place);
    }

    @Override
    public Optional<ReturnCase> lock(ReturnId id) {
        return find(id);
    }

    @Override
    public LineBalance lock(LineBalance untouched) {
        return balances.get(untouched.of()).orElse(untouched);
    }

    @Override
    public void keep(LineBalance balance) {
        balances.put(balance.of(), balance);
    }

    @Override
    public List<LineBalance> balances(PurchaseId purchase) {
        return balances.values().stream()
                .filter(balance -> balance.of().purchase().equals(purchase))
                .sorted(Comparator.comparing(LineBalance::of))
                .toList();
    }

    @Override
    public Page<ReturnCase> page(PageRequest request) {
        return byTime.ascending(ALL, request);
    }

    @Override
    public Page<ReturnCase> page(CustomerId customer, PageRequest request) {
        return byCustomer.descending(customer, request);
    }

    @Override
    public Page<ReturnCase> page(TicketId ticket, PageRequest request) {
        return byTicket.descending(ticket, request);
    }

    @Override
    public Page<ReturnCase> page(PurchaseId purchase, PageRequest request) {
        return byPurchase.descending(purchase, request);
    }

    @Override
    public Page<ReturnCase> open(PageRequest request) {
        return byTime.ascending(ALL, returned -> returned.status().isOpen(), request);
    }

    @Override
    void requireUnique(ReturnCase next) {
        // a return has no key but its id
    }

    @Override
    ReturnCase saved(ReturnCase returned) {
        return returned.saved();
    }

    @Override
    void index(Optional<ReturnCase> before, ReturnCase after) {
        byTime.put(ALL, after);
        byCustomer.put(after.customer(), after);
        after.ticket().ifPresent(ticket -> byTicket.put(ticket, after));
        after.lines().forEach(line -> byPurchase.put(line.asked().of().purchase(), after));
    }
}

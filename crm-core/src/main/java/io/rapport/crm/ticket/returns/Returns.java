package io.rapport.crm.ticket.returns;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.store.CommandLog;
import io.rapport.crm.store.CommandRecord;
import io.rapport.crm.store.IdempotencyConflictException;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import io.rapport.crm.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * Returns and refunds. The library moves no money and no goods: it says who may, how much is left, and tells the host by
 * events such as {@link ReturnEvent.Refunded}.
 *
 * <p>Each call is a unit of work of its own, or part of the one that {@code Crm.inTransaction} opened. Verbs on one
 * return, and returns of one purchase line, wait for each other instead of failing. Verbs throw
 * {@link NotFoundException} for an unknown return, {@link InvalidInputException} for an unknown line, and
 * {@link LineTransitionException} where too few units are in the state that they take them from. Thread-safe outside such
 * a transaction.
 */
public final class Returns {

    private final Workspace workspace;
    private final ReturnPolicy policy;

    public Returns(Workspace workspace, ReturnPolicy policy) {
        this.workspace = workspace;
        this.policy = policy;
    }

    /**
     * Asks for things to be taken back. What was bought and paid is read from the purchases.
     *
     * @throws NotFoundException if the customer, the ticket or a purchase is unknown
     * @throws InvalidInputException naming {@code ticket} or {@code purchase} if it is another customer's, and
     *     {@code line} if a purchase has no such line or it is a discount
     * @throws ReturnWindowException if the policy has a window, a purchase was before it, and no override is given
     * @throws ReturnExceedsPurchaseException if, with all other returns, more would be returned than was bought
     */
    public ReturnCase request(RequestReturn command) {
        workspace.valid(command);
        ReturnId id = new ReturnId(workspace.nextId());
        return workspace.inTransaction(unit -> new ReturnRequest(unit, policy, command, workspace.now()).requested(id));
    }

    public Optional<ReturnCase> find(ReturnId id) {
        return reading(returns -> returns.find(id));
    }

    /** The customer may send units back. */
    public ReturnCase approve(ReturnId id, LineUnits units, Actor staff) {
        return changed(id, (returned, now) -> returned.approve(units, staff, now));
    }

    /**
     * The customer keeps units, and gets nothing for them. They can be asked for again.
     *
     * @param reason at most 1,000 characters
     */
    public ReturnCase reject(ReturnId id, LineUnits units, String reason, Actor staff) {
        return released(id, units, (returned, now) -> returned.reject(units, reason, staff, now));
    }

    /** Units have come back. */
    public ReturnCase receive(ReturnId id, LineUnits units, Actor staff) {
        return changed(id, (returned, now) -> returned.receive(units, staff, now));
    }

    /** Somebody looked at received units. */
    public ReturnCase inspect(ReturnId id, LineUnits units, Actor staff) {
        return changed(id, (returned, now) -> returned.inspect(units, Optional.empty(), staff, now));
    }

    /**
     * Somebody looked at received units, and says what they saw.
     *
     * @param finding at most 1,000 characters
     */
    public ReturnCase inspect(ReturnId id, LineUnits units, String finding, Actor staff) {
        return changed(id, (returned, now) -> returned.inspect(units, Optional.of(finding), staff, now));
    }

    /** The customer gets new ones for inspected units, which can be returned again. */
    public ReturnCase replace(ReturnId id, LineUnits units, Actor staff) {
        return released(id, units, (returned, now) -> returned.replace(units, staff, now));
    }

    /** The customer gets inspected units back, mended; they can be returned again. */
    public ReturnCase repair(ReturnId id, LineUnits units, Actor staff) {
        return released(id, units, (returned, now) -> returned.repair(units, staff, now));
    }

    /**
     * Gives money or store credit for units. The same command again has no second effect and gives an equal result.
     *
     * @throws SeparationOfDutiesException if the policy wants another refunder than approver
     * @throws RefundExceedsPaidException if, with all other refunds of the purchase line, it would be more than was paid
     * @throws InvalidInputException naming {@code amount} if it is in another currency than was paid
     * @throws IdempotencyConflictException if the key was used for another command
     */
    public Refund refund(RefundLine command) {
        workspace.valid(command);
        String payload = command.payload();
        return workspace.inTransaction(unit -> {
            ReturnCase returned = locked(unit, command.returned());
            return unit.repository(CommandLog.class)
                    .find(command.key())
                    .map(first -> repeated(unit, first.confirm(payload)))
                    .orElseGet(() -> refunded(unit, returned, command));
        });
    }

    /**
     * What was paid for each line of a purchase and what can still be returned and refunded of it, by line; discounts are
     * left out.
     *
     * @throws NotFoundException if the purchase is unknown
     */
    public List<LineBalance> balances(PurchaseId purchase) {
        return workspace.reading(unit -> {
            Map<PurchaseLineRef, LineBalance> known = repository(unit).balances(purchase).stream()
                    .collect(Collectors.toMap(LineBalance::of, Function.identity()));
            return new PaidLines(ReturnRequest.purchase(unit, purchase))
                    .all().stream()
                            .map(untouched -> known.getOrDefault(untouched.of(), untouched))
                            .toList();
        });
    }

    /** Everything that happened to a return, oldest first; empty if it does not exist. */
    public List<ReturnEvent> history(ReturnId id) {
        return reading(returns -> returns.history(id));
    }

    /** Every return, by the time it was asked for. */
    public Page<ReturnCase> page(PageRequest request) {
        return reading(returns -> returns.page(request));
    }

    /** The returns of a customer, the latest first. */
    public Page<ReturnCase> page(CustomerId customer, PageRequest request) {
        return reading(returns -> returns.page(customer, request));
    }

    /** The returns about a ticket, the latest first. */
    public Page<ReturnCase> page(TicketId ticket, PageRequest request) {
        return reading(returns -> returns.page(ticket, request));
    }

    /** The returns with a line of a purchase, the latest first. */
    public Page<ReturnCase> page(PurchaseId purchase, PageRequest request) {
        return reading(returns -> returns.page(purchase, request));
    }

    /** The returns about which something is still to be done, by the time they were asked for. */
    public Page<ReturnCase> open(PageRequest request) {
        return reading(returns -> returns.open(request));
    }

    private ReturnCase changed(ReturnId id, BiFunction<ReturnCase, Instant, ReturnCase> verb) {
        return workspace.inTransaction(unit -> {
            ReturnCase after = verb.apply(locked(unit, id), workspace.now());
            repository(unit).save(after);
            return after.saved();
        });
    }

    private ReturnCase released(ReturnId id, LineUnits units, BiFunction<ReturnCase, Instant, ReturnCase> verb) {
        return workspace.inTransaction(unit -> {
            ReturnRepository returns = repository(unit);
            ReturnCase after = verb.apply(locked(unit, id), workspace.now());
            LineBalance balance = returns.lock(after.line(units.line()).asked().untouched());
            returns.save(after);
            returns.keep(balance.release(units.quantity()));
            return after.saved();
        });
    }

    private Refund refunded(UnitOfWork unit, ReturnCase returned, RefundLine command) {
        returned.requireRefundable(command, policy);
        ReturnRepository returns = repository(unit);
        LineUnits units = command.units();
        LineBalance balance = returns.lock(returned.line(units.line()).asked().untouched());
        Money amount = command.amount().orElseGet(() -> balance.share(units.quantity()));
        LineBalance left = balance.repay(units.quantity(), amount);
        ReturnCase after = returned.refund(command, amount, workspace.now());
        unit.repository(CommandLog.class)
                .add(new CommandRecord(
                        command.key(), command.payload(), after.id().value(), after.version()));
        returns.save(after);
        returns.keep(left);
        return refund(after.id(), after.version(), after.changes().get(0));
    }

    private static Refund repeated(UnitOfWork unit, CommandRecord first) {
        ReturnId id = new ReturnId(first.aggregate());
        List<ReturnEvent> history = repository(unit).history(id);
        return refund(id, first.sequence(), history.get(Math.toIntExact(first.sequence()) - 1));
    }

    private static Refund refund(ReturnId id, long sequence, ReturnEvent event) {
        return Refund.of(id, sequence, (ReturnEvent.RefundEvent) event);
    }

    private static ReturnCase locked(UnitOfWork unit, ReturnId id) {
        return repository(unit).lock(id).orElseThrow(() -> new NotFoundException(id));
    }

    private <R> R reading(Function<ReturnRepository, R> work) {
        return workspace.reading(unit -> work.apply(repository(unit)));
    }

    private static ReturnRepository repository(UnitOfWork unit) {
        return unit.repository(ReturnRepository.class);
    }
}

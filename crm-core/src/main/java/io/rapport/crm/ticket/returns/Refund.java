package io.rapport.crm.ticket.returns;

import io.rapport.crm.id.CommandKey;
import java.time.Instant;
import org.joda.money.Money;

/**
 * That units were refunded. A command that is repeated gets an equal one.
 *
 * @param amount what the customer gets; 0 only where nothing was paid, or nothing is left of it
 * @param sequence the event's place in the history of the return
 * @param key the command that did it
 */
public record Refund(
        ReturnId returned,
        LineUnits units,
        Money amount,
        RefundMethod method,
        long sequence,
        Instant at,
        CommandKey key) {

    static Refund of(ReturnId returned, long sequence, ReturnEvent.RefundEvent event) {
        return new Refund(
                returned,
                new LineUnits(event.line(), event.quantity()),
                event.amount(),
                event.method(),
                sequence,
                event.at(),
                event.key());
    }
}

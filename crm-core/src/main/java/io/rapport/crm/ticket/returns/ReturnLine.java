package io.rapport.crm.ticket.returns;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * One line of a return, and how far each of its units has come. Units are not told apart: a line knows how many are in
 * which state. Immutable.
 *
 * @param asked what is to be returned
 * @param quantities how many units are in each state; states without units are left out; they add up to what was asked
 * @param approvers who approved units, in the order of their first approval
 * @param refunded the money given back for units of this line
 * @param credited the store credit given for units of this line
 */
public record ReturnLine(
        RequestedLine asked,
        Map<LineState, Integer> quantities,
        List<Actor> approvers,
        Money refunded,
        Money credited) {

    public ReturnLine {
        Require.present("asked", asked);
        quantities = Maps.immutableEnumMap(Require.present("quantities", quantities));
        approvers = Require.list("approvers", approvers);
        Require.that(
                quantities.values().stream().allMatch(units -> units > 0)
                        && quantities.values().stream()
                                        .mapToLong(units -> units)
                                        .sum()
                                == asked.quantity(),
                "quantities",
                "do not add up to what was asked for",
                "give each unit one state");
        Require.present("refunded", refunded);
        Require.present("credited", credited);
    }

    static ReturnLine of(RequestedLine asked) {
        Money nothing = Money.zero(asked.paid().getCurrencyUnit());
        return new ReturnLine(asked, Map.of(LineState.REQUESTED, asked.quantity()), List.of(), nothing, nothing);
    }

    /** How many units are in a state. */
    public int in(LineState state) {
        return quantities.getOrDefault(state, 0);
    }

    /** The units about which something is still to be done. */
    public int open() {
        return quantities.entrySet().stream()
                .filter(entry -> entry.getKey().isOpen())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    ReturnLine evolve(ReturnEvent.LineEvent event) {
        Map<LineState, Integer> next = new EnumMap<>(LineState.class);
        next.putAll(quantities);
        next.put(event.from(), in(event.from()) - event.quantity());
        next.merge(event.to(), event.quantity(), Math::addExact);
        next.values().removeIf(units -> units == 0);
        return new ReturnLine(
                asked,
                next,
                approversAfter(event),
                sum(refunded, event, RefundMethod.MONEY),
                sum(credited, event, RefundMethod.STORE_CREDIT));
    }

    private List<Actor> approversAfter(ReturnEvent.LineEvent event) {
        return event instanceof ReturnEvent.Approved approved
                ? ImmutableSet.<Actor>builder()
                        .addAll(approvers)
                        .add(approved.staff())
                        .build()
                        .asList()
                : approvers;
    }

    private static Money sum(Money before, ReturnEvent.LineEvent event, RefundMethod method) {
        return event instanceof ReturnEvent.RefundEvent refund && refund.method() == method
                ? before.plus(refund.amount())
                : before;
    }
}

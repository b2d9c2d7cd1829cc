package io.rapport.crm.ticket.returns;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.ticket.TicketId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/**
 * Asks for a customer's things to be taken back.
 *
 * <pre>{@code
 * RequestReturn.of(ann.id(), ReturnItem.of(order.id(), 0, 2, "arrived broken")).about(ticket.id());
 * }</pre>
 *
 * @param ticket the ticket that it is about, of the same customer
 * @param items 1 to 100, of one or several purchases of the customer
 * @param override lets things be returned that were bought too long ago
 * @param actor who wrote the request down
 */
public record RequestReturn(
        @NotNull @Valid CustomerId customer,
        @NotNull Optional<@Valid TicketId> ticket,

        @NotNull @Size(min = 1, max = RequestReturn.MAX_ITEMS)
        List<@NotNull @Valid ReturnItem> items,

        @NotNull Optional<@Valid WindowOverride> override,
        @NotNull @Valid Actor actor) {

    static final int MAX_ITEMS = 100;

    public RequestReturn {
        Require.present("customer", customer);
        Require.present("ticket", ticket);
        items = Require.list("items", items);
        Require.that(!items.isEmpty(), "items", "are empty", "give at least one");
        Require.that(items.size() <= MAX_ITEMS, "items", "are " + items.size(), "give at most " + MAX_ITEMS);
        Require.present("override", override);
        Require.present("actor", actor);
    }

    /** About no ticket, and by {@link Actor#SYSTEM} unless said otherwise. */
    public static RequestReturn of(CustomerId customer, ReturnItem... items) {
        return new RequestReturn(
                customer, Optional.empty(), ImmutableList.copyOf(items), Optional.empty(), Actor.SYSTEM);
    }

    public RequestReturn about(TicketId id) {
        return new RequestReturn(customer, Optional.of(id), items, override, actor);
    }

    public RequestReturn with(ReturnItem item) {
        List<ReturnItem> more =
                ImmutableList.<ReturnItem>builder().addAll(items).add(item).build();
        return new RequestReturn(customer, ticket, more, override, actor);
    }

    /** Also after the return window. */
    public RequestReturn although(WindowOverride allowed) {
        return new RequestReturn(customer, ticket, items, Optional.of(allowed), actor);
    }

    public RequestReturn by(Actor who) {
        return new RequestReturn(customer, ticket, items, override, who);
    }
}

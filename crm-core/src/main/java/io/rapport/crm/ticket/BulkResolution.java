package io.rapport.crm.ticket;

import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.CrmException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.store.StaleAggregateException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/**
 * What became of tickets that were to be resolved together: each is in one of the two lists, in the order in which they
 * were named.
 *
 * @param resolved the tickets that are resolved now
 * @param refused the tickets that stayed exactly as they were, and why
 */
public record BulkResolution(List<Ticket> resolved, List<Refusal> refused) {

    public BulkResolution {
        resolved = Require.list("resolved", resolved);
        refused = Require.list("refused", refused);
    }

    static BulkResolution of(Collection<TicketId> ids, Function<TicketId, Ticket> resolve) {
        List<Ticket> resolved = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (TicketId id : new LinkedHashSet<>(Require.<TicketId>list("ids", ids))) {
            try {
                resolved.add(resolve.apply(id));
            } catch (NotFoundException
                    | IllegalTransitionException
                    | OpenStepsException
                    | IndependenceException
                    | StaleAggregateException reason) {
                refused.add(new Refusal(id, reason));
            }
        }
        return new BulkResolution(resolved, refused);
    }

    /**
     * Why a ticket was not resolved.
     *
     * @param reason what resolving it alone would have thrown
     */
    public record Refusal(TicketId ticket, CrmException reason) {

        public Refusal {
            Require.present("ticket", ticket);
            Require.present("reason", reason);
        }
    }
}

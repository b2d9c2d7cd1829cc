package io.rapport.crm.ticket;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody has to do.
 *
 * @param liveTickets how many live tickets are assigned to them
 * @param lastAssignedAt when they got the latest of all tickets that are assigned to them; empty if none is
 */
public record Workload(int liveTickets, Optional<Instant> lastAssignedAt) {

    /** Of somebody to whom nothing was ever assigned. */
    public static final Workload NONE = new Workload(0, Optional.empty());
}

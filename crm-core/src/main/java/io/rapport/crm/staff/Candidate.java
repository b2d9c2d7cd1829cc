package io.rapport.crm.staff;

import io.rapport.crm.fault.Require;
import java.time.Instant;
import java.util.Optional;

/**
 * An employee to whom work could be routed, with what only the host and the other rooms know at the moment.
 *
 * @param onShift whether they work at the moment, by their calendar
 * @param openTickets how many they have, 0 or more
 * @param lastAssignedAt when they last got one; empty if never
 */
public record Candidate(Employee employee, boolean onShift, int openTickets, Optional<Instant> lastAssignedAt) {

    public Candidate {
        Require.present("employee", employee);
        Require.that(openTickets >= 0, "openTickets", "is " + openTickets, "give a number from 0");
        Require.present("lastAssignedAt", lastAssignedAt);
    }

    /** On shift, without open tickets, never assigned. */
    public static Candidate idle(Employee employee) {
        return new Candidate(employee, true, 0, Optional.empty());
    }
}

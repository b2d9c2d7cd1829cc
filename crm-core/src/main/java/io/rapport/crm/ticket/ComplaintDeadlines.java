package io.rapport.crm.ticket;

import io.rapport.crm.fault.Require;
import io.rapport.crm.ticket.sla.Target;

/**
 * What is promised about complaints beyond other tickets. These clocks never stand still for a wait.
 *
 * @param acknowledgement from the creation to the first message to the customer, also an automatic one
 * @param finalAnswer from the creation to the decision that stands; the time from a decision to an appeal does not count
 */
public record ComplaintDeadlines(Target acknowledgement, Target finalAnswer) {

    public ComplaintDeadlines {
        Require.present("acknowledgement", acknowledgement);
        Require.present("finalAnswer", finalAnswer);
    }
}

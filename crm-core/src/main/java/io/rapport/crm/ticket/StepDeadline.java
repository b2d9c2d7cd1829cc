package io.rapport.crm.ticket;

import io.rapport.crm.fault.Require;
import io.rapport.crm.playbook.Step;
import io.rapport.crm.playbook.VersionRef;
import java.time.Instant;

/**
 * When an open step must be done.
 *
 * @param playbook which of the playbooks that the ticket follows, and its version
 * @param due when the step's business time is used up, counted from the moment the playbook was applied
 * @param overdue whether that has passed; at the very moment it is due, a step is in time
 */
public record StepDeadline(VersionRef playbook, Step step, Instant due, boolean overdue) {

    public StepDeadline {
        Require.present("playbook", playbook);
        Require.present("step", step);
        Require.present("due", due);
    }
}

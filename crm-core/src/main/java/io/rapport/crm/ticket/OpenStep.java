package io.rapport.crm.ticket;

import io.rapport.crm.fault.Require;
import io.rapport.crm.playbook.Step;
import io.rapport.crm.playbook.VersionRef;

/**
 * A step that a ticket still needs.
 *
 * @param playbook which of the playbooks that the ticket follows, and its version
 */
public record OpenStep(VersionRef playbook, Step step) {

    public OpenStep {
        Require.present("playbook", playbook);
        Require.present("step", step);
    }
}

package io.rapport.crm.ticket;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.playbook.VersionRef;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Says that a step of a playbook is done for a ticket.
 *
 * @param playbook which of the playbooks that the ticket follows
 * @param step the step's key
 * @param note what was found, at most 4,000 characters, possibly empty
 */
public record CompleteStep(
        @NotNull @Valid TicketId ticket,
        @NotNull @Valid VersionRef playbook,
        @NotBlank @Size(max = 64) String step,
        @NotNull @Size(max = 4_000) String note,
        @NotNull @Valid Actor staff) {

    public CompleteStep {
        Require.present("ticket", ticket);
        Require.present("playbook", playbook);
        Require.text("step", step, TicketPlan.MAX_STEP);
        Require.atMost("note", note, TicketPlan.MAX_NOTE);
        Require.present("staff", staff);
    }

    /** Without a note. */
    public static CompleteStep of(TicketId ticket, VersionRef playbook, String step, Actor staff) {
        return new CompleteStep(ticket, playbook, step, "", staff);
    }

    public CompleteStep noting(String found) {
        return new CompleteStep(ticket, playbook, step, found, staff);
    }

    /** Without the note. */
    @Override
    public String toString() {
        return "CompleteStep[" + ticket + ", " + playbook + ", " + step + ", " + staff + "]";
    }
}

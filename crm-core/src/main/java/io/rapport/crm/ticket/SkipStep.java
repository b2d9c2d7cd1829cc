package io.rapport.crm.ticket;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.playbook.VersionRef;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Says that an optional step of a playbook is left out for a ticket.
 *
 * @param playbook which of the playbooks that the ticket follows
 * @param step the step's key
 * @param reason why, at most 4,000 characters
 */
public record SkipStep(
        @NotNull @Valid TicketId ticket,
        @NotNull @Valid VersionRef playbook,
        @NotBlank @Size(max = 64) String step,
        @NotBlank @Size(max = 4_000) String reason,
        @NotNull @Valid Actor staff) {

    public SkipStep {
        Require.present("ticket", ticket);
        Require.present("playbook", playbook);
        Require.text("step", step, TicketPlan.MAX_STEP);
        Require.text("reason", reason, TicketPlan.MAX_NOTE);
        Require.present("staff", staff);
    }

    public static SkipStep of(TicketId ticket, VersionRef playbook, String step, String reason, Actor staff) {
        return new SkipStep(ticket, playbook, step, reason, staff);
    }

    /** Without the reason. */
    @Override
    public String toString() {
        return "SkipStep[" + ticket + ", " + playbook + ", " + step + ", " + staff + "]";
    }
}

package io.rapport.crm.ticket;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * Says what a complaint is about. Given again, it takes the place of what was said before.
 *
 * @param about the employee complained about, who may not handle it
 * @param rootCause the host's own key of the cause, as far as it is known, at most 64 characters
 * @param staff who assessed it
 */
public record AssessComplaint(
        @NotNull @Valid TicketId complaint,
        @NotNull ComplaintSeverity severity,
        @NotNull Optional<@Valid Actor> about,
        @NotNull Optional<@Pattern(regexp = Require.VISIBLE) @Size(max = 64) String> rootCause,
        @NotNull @Valid Actor staff) {

    public AssessComplaint {
        Require.present("complaint", complaint);
        Require.present("severity", severity);
        Require.present("about", about);
        Require.present("rootCause", rootCause).ifPresent(key -> Require.text("rootCause", key, Triage.MAX_KEY));
        Require.present("staff", staff);
    }

    public static AssessComplaint of(TicketId complaint, ComplaintSeverity severity, Actor staff) {
        return new AssessComplaint(complaint, severity, Optional.empty(), Optional.empty(), staff);
    }

    public AssessComplaint about(Actor employee) {
        return new AssessComplaint(complaint, severity, Optional.of(employee), rootCause, staff);
    }

    public AssessComplaint causedBy(String key) {
        return new AssessComplaint(complaint, severity, about, Optional.of(key), staff);
    }
}

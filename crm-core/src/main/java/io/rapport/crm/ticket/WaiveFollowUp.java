package io.rapport.crm.ticket;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Asks to leave an optional follow-up out.
 *
 * @param reason why, at most 4,000 characters
 */
public record WaiveFollowUp(
        @NotNull @Valid FollowUpId followUp,
        @NotBlank @Size(max = 4_000) String reason,
        @NotNull @Valid Actor staff) {

    public WaiveFollowUp {
        Require.present("followUp", followUp);
        Require.text("reason", reason, FollowUp.MAX_TEXT);
        Require.present("staff", staff);
    }

    public static WaiveFollowUp of(FollowUpId followUp, String reason, Actor staff) {
        return new WaiveFollowUp(followUp, reason, staff);
    }

    /** Without the reason. */
    @Override
    public String toString() {
        return "WaiveFollowUp[" + followUp + ", " + staff + "]";
    }
}

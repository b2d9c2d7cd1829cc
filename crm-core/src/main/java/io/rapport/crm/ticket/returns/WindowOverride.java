package io.rapport.crm.ticket.returns;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Lets a return be asked for after the return window.
 *
 * @param reason at most 1,000 characters
 * @param actor who allowed it
 */
public record WindowOverride(
        @NotBlank @Size(max = 1000) String reason,
        @NotNull @Valid Actor actor) {

    public WindowOverride {
        Require.text("reason", reason, ReturnItem.MAX_REASON);
        Require.present("actor", actor);
    }

    public static WindowOverride of(String reason, Actor actor) {
        return new WindowOverride(reason, actor);
    }

    /** Without the reason. */
    @Override
    public String toString() {
        return "WindowOverride[" + actor + "]";
    }
}

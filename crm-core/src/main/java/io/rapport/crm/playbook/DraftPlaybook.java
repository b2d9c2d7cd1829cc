package io.rapport.crm.playbook;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Asks for a new playbook, which is not applied before it is published.
 *
 * <pre>{@code
 * DraftPlaybook.of("broken-parcel", "Parcel arrived broken", Procedure.of(
 *                 Step.mandatory("photo", "Ask for a picture", "agent"),
 *                 Step.mandatory("replace", "Send a new one", "warehouse").within(Duration.ofHours(8)))
 *         .matching(TicketCondition.any().category("delivery").keyword("broken")));
 * }</pre>
 *
 * @param key the host's own name for it, unique per tenant, at most 64 characters
 * @param name at most 200 characters
 */
public record DraftPlaybook(
        @NotBlank @Size(max = 64) String key,
        @NotBlank @Size(max = 200) String name,
        @NotNull @Valid Procedure procedure,
        @NotNull @Valid Actor actor) {

    public DraftPlaybook {
        Require.text("key", key, Playbook.MAX_KEY);
        Require.text("name", name, Playbook.MAX_NAME);
        Require.present("procedure", procedure);
        Require.present("actor", actor);
    }

    /** By {@link Actor#SYSTEM} unless said otherwise. */
    public static DraftPlaybook of(String key, String name, Procedure procedure) {
        return new DraftPlaybook(key, name, procedure, Actor.SYSTEM);
    }

    public DraftPlaybook by(Actor who) {
        return new DraftPlaybook(key, name, procedure, who);
    }
}

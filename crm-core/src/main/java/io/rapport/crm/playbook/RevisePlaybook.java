package io.rapport.crm.playbook;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Asks for another name and a draft of the next version; the whole of it, as an edit form hands it in.
 *
 * @param name at most 200 characters
 */
public record RevisePlaybook(
        @NotBlank @Size(max = 200) String name,
        @NotNull @Valid Procedure procedure,
        @NotNull @Valid Actor actor) {

    public RevisePlaybook {
        Require.text("name", name, Playbook.MAX_NAME);
        Require.present("procedure", procedure);
        Require.present("actor", actor);
    }

    /** By {@link Actor#SYSTEM} unless said otherwise. */
    public static RevisePlaybook of(String name, Procedure procedure) {
        return new RevisePlaybook(name, procedure, Actor.SYSTEM);
    }

    public RevisePlaybook by(Actor who) {
        return new RevisePlaybook(name, procedure, who);
    }
}

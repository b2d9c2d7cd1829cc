package io.rapport.crm.customer;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Asks for another way of serving a customer; the whole profile, as an edit form hands it in. */
public record HandleCustomer(
        @NotNull @Valid HandlingProfile profile,
        @NotNull @Valid Actor actor) {

    public HandleCustomer {
        Require.present("profile", profile);
        Require.present("actor", actor);
    }

    public static HandleCustomer of(HandlingProfile profile, Actor actor) {
        return new HandleCustomer(profile, actor);
    }
}

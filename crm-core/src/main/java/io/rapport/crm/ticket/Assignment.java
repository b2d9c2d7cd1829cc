package io.rapport.crm.ticket;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * Who works on a ticket.
 *
 * @param assignee the one who is responsible
 * @param team the host's own key of a team, at most 64 characters
 */
public record Assignment(
        @NotNull Optional<@Valid Actor> assignee,
        @NotNull Optional<@Pattern(regexp = Require.VISIBLE) @Size(max = 64) String> team) {

    /** Nobody yet. */
    public static final Assignment NOBODY = new Assignment(Optional.empty(), Optional.empty());

    public Assignment {
        Require.present("assignee", assignee);
        Require.present("team", team).ifPresent(name -> Require.text("team", name, 64));
    }

    /** One person, in no team. */
    public static Assignment to(Actor assignee) {
        return new Assignment(Optional.of(assignee), Optional.empty());
    }

    /** A team, in which somebody has yet to take it. */
    public static Assignment toTeam(String team) {
        return new Assignment(Optional.empty(), Optional.of(team));
    }

    public Assignment in(String name) {
        return new Assignment(assignee, Optional.of(name));
    }

    /** The same team, with somebody else responsible. */
    Assignment handedTo(Actor next) {
        return new Assignment(Optional.of(next), team);
    }

    Assignment withoutAssignee() {
        return new Assignment(Optional.empty(), team);
    }
}

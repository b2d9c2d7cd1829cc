package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.staff.Relaxation;
import io.rapport.crm.staff.RoutingWeights;
import io.rapport.crm.staff.SkillLevel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks who is to work on a ticket. What the ticket and its customer ask for by themselves need not be said: the
 * certifications for complaints and demanding customers, the skill of the customer's handling profile, the same agent
 * after a reopening, and who must keep out of a complaint.
 *
 * @param skills what the work asks for besides, no two of the same skill
 * @param channel on which the customer is answered, at most 64 characters; requirements may ask for more on it
 * @param relaxations what is asked for less while nobody qualifies, by the waits that they ask for
 * @param staff who asks
 */
public record RouteTicket(
        @NotNull @Valid TicketId ticket,
        @NotNull Set<@Valid @NotNull SkillLevel> skills,
        @NotNull Optional<@Pattern(regexp = Require.VISIBLE) @Size(max = 64) String> channel,
        @NotNull List<@NotNull Relaxation> relaxations,
        @NotNull RoutingWeights weights,
        @NotNull @Valid Actor staff) {

    public RouteTicket {
        Require.present("ticket", ticket);
        skills = Require.set("skills", skills);
        Require.present("channel", channel).ifPresent(key -> Require.text("channel", key, Triage.MAX_KEY));
        relaxations = Require.list("relaxations", relaxations);
        Require.present("weights", weights);
        Require.present("staff", staff);
    }

    /** Asks for nothing besides. */
    public static RouteTicket of(TicketId ticket, Actor staff) {
        return new RouteTicket(ticket, Set.of(), Optional.empty(), List.of(), RoutingWeights.equal(), staff);
    }

    public RouteTicket requiring(SkillLevel... asked) {
        return new RouteTicket(
                ticket, Require.<SkillLevel>set("skills", Arrays.asList(asked)), channel, relaxations, weights, staff);
    }

    public RouteTicket on(String where) {
        return new RouteTicket(ticket, skills, Optional.of(where), relaxations, weights, staff);
    }

    public RouteTicket relaxing(Relaxation... steps) {
        return new RouteTicket(ticket, skills, channel, ImmutableList.copyOf(steps), weights, staff);
    }

    public RouteTicket weighing(RoutingWeights parts) {
        return new RouteTicket(ticket, skills, channel, relaxations, parts, staff);
    }
}

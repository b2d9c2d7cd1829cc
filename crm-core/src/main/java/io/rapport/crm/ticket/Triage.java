package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableSortedSet;
import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;

/**
 * How a ticket is sorted: what is done first, and by whom, follows from it.
 *
 * @param category the host's own key, such as {@code "delivery.damage"}, at most 64 characters
 * @param tags each at most 64 characters
 */
public record Triage(
        @NotNull TicketPriority priority,
        @NotNull TicketImpact impact,
        @NotNull Optional<@Pattern(regexp = Require.VISIBLE) @Size(max = 64) String> category,
        @NotNull Set<@NotBlank @Size(max = 64) String> tags) {

    /** Of normal priority and impact, and nothing said beyond that. */
    public static final Triage STANDARD =
            new Triage(TicketPriority.NORMAL, TicketImpact.NORMAL, Optional.empty(), Set.of());

    static final int MAX_KEY = 64;

    public Triage {
        Require.present("priority", priority);
        Require.present("impact", impact);
        Require.present("category", category).ifPresent(key -> Require.text("category", key, MAX_KEY));
        Set<String> given = Require.set("tags", tags);
        given.forEach(tag -> Require.text("tags[]", tag, MAX_KEY));
        tags = ImmutableSortedSet.copyOf(given);
    }

    public Triage priority(TicketPriority urgency) {
        return new Triage(urgency, impact, category, tags);
    }

    public Triage impact(TicketImpact extent) {
        return new Triage(priority, extent, category, tags);
    }

    /** In a category of the host's. */
    public Triage category(String key) {
        return category(Optional.of(key));
    }

    public Triage tagged(String tag) {
        return new Triage(priority, impact, category, Copies.plus(tags, tag));
    }

    Triage category(Optional<String> key) {
        return new Triage(priority, impact, key, tags);
    }

    Triage untagged(String tag) {
        return new Triage(priority, impact, category, Copies.minus(tags, tag));
    }
}

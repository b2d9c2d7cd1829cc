package io.rapport.crm.interaction;

import io.rapport.crm.fault.Require;
import java.util.Set;

/**
 * Which contacts count. An empty set lets everything through, so that nothing has to be said of what does not matter.
 *
 * <pre>{@code
 * InteractionFilter fromCustomers = InteractionFilter.any().directions(Direction.IN).purposes(Purpose.SERVICE);
 * }</pre>
 *
 * @param channels by what means, or empty
 * @param directions which way, or empty
 * @param initiatives whose idea, or empty
 * @param purposes what for, or empty
 */
public record InteractionFilter(
        Set<Channel> channels, Set<Direction> directions, Set<Initiative> initiatives, Set<Purpose> purposes) {

    public InteractionFilter {
        channels = Require.set("channels", channels);
        directions = Require.set("directions", directions);
        initiatives = Require.set("initiatives", initiatives);
        purposes = Require.set("purposes", purposes);
    }

    /** Every contact. */
    public static InteractionFilter any() {
        return new InteractionFilter(Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** Those by one of these channels. */
    public InteractionFilter channels(Channel... these) {
        return new InteractionFilter(Set.of(these), directions, initiatives, purposes);
    }

    /** Those in one of these directions. */
    public InteractionFilter directions(Direction... these) {
        return new InteractionFilter(channels, Set.of(these), initiatives, purposes);
    }

    /** Those that somebody began. */
    public InteractionFilter initiatives(Initiative... these) {
        return new InteractionFilter(channels, directions, Set.of(these), purposes);
    }

    /** Those for one of these purposes. */
    public InteractionFilter purposes(Purpose... these) {
        return new InteractionFilter(channels, directions, initiatives, Set.of(these));
    }

    /** Whether a contact counts. */
    public boolean accepts(Interaction contact) {
        return accepts(channels, contact.channel())
                && accepts(directions, contact.direction())
                && accepts(initiatives, contact.initiative())
                && accepts(purposes, contact.purpose());
    }

    private static <E> boolean accepts(Set<E> wanted, E value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}

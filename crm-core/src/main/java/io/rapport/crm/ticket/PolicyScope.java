package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import io.rapport.crm.fault.Require;
import java.util.Optional;
import java.util.Set;

/**
 * For which tickets a service-level policy is meant. A criterion that is left empty asks for nothing; all others must
 * hold. Immutable, thread-safe.
 *
 * @param tiers service tiers of customers, compared exactly
 * @param categories compared exactly
 */
public record PolicyScope(
        Set<String> tiers, Set<String> categories, Set<TicketKind> kinds, Set<TicketPriority> priorities) {

    /** Every ticket. */
    public static final PolicyScope EVERY_TICKET = new PolicyScope(Set.of(), Set.of(), Set.of(), Set.of());

    public PolicyScope {
        tiers = keys("tiers", tiers);
        categories = keys("categories", categories);
        kinds = Sets.immutableEnumSet(Require.set("kinds", kinds));
        priorities = Sets.immutableEnumSet(Require.set("priorities", priorities));
    }

    /** Whether a ticket of a customer of this tier is meant. */
    public boolean holds(Ticket ticket, Optional<String> tier) {
        return among(tiers, tier)
                && among(categories, ticket.triage().category())
                && among(kinds, Optional.of(ticket.kind()))
                && among(priorities, Optional.of(ticket.givenPriority()));
    }

    /** The more criteria, the more specific; of as many the tier weighs most, then category, kind and priority. */
    int specificity() {
        int named = weight(tiers, 1) + weight(categories, 1) + weight(kinds, 1) + weight(priorities, 1);
        return named * 16 + weight(tiers, 8) + weight(categories, 4) + weight(kinds, 2) + weight(priorities, 1);
    }

    private static int weight(Set<?> criterion, int weight) {
        return criterion.isEmpty() ? 0 : weight;
    }

    private static <T> boolean among(Set<T> asked, Optional<T> found) {
        return asked.isEmpty() || found.filter(asked::contains).isPresent();
    }

    private static Set<String> keys(String field, Set<String> given) {
        ImmutableSet<String> keys = ImmutableSortedSet.copyOf(Require.set(field, given));
        keys.forEach(key -> Require.text(field + "[]", key, Triage.MAX_KEY));
        return keys;
    }
}

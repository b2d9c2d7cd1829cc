package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableSortedSet;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.util.Set;

/**
 * How a complaint was decided.
 *
 * @param staff who decided
 */
public record ComplaintDecision(ComplaintOutcome outcome, Set<Remedy> remedies, Actor staff, Instant at) {

    public ComplaintDecision {
        remedies = ImmutableSortedSet.copyOf(remedies);
    }
}

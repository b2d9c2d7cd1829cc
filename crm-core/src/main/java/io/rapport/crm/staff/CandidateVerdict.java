package io.rapport.crm.staff;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.id.Actor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What routing found about one candidate.
 *
 * @param exclusions every reason why they do not get the work; empty if they could
 * @param score present if they could
 */
public record CandidateVerdict(
        EmployeeId employee, Actor actor, List<Exclusion> exclusions, Optional<RoutingScore> score) {

    public CandidateVerdict {
        exclusions = ImmutableList.copyOf(exclusions);
    }

    public boolean qualified() {
        return exclusions.isEmpty();
    }

    /** Why, in short English. */
    public String explanation() {
        return score.map(parts -> "scores " + parts.total() + ": skill fit " + parts.skillFit() + ", free capacity "
                        + parts.freeCapacity() + ", same agent " + parts.sameAgent())
                .orElseGet(() -> exclusions.stream().map(Exclusion::explanation).collect(Collectors.joining("; ")));
    }
}

package io.rapport.crm.loyalty.reward;

import com.google.common.collect.ImmutableSortedSet;
import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.NotNull;
import java.util.Collections;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who may have a reward: holders in one of the tiers, if any are named, and in one of the segments, if any are named.
 *
 * @param tiers keys of tiers
 * @param segments keys of segments
 */
public record Eligibility(
        @NotNull Set<@NotNull String> tiers, @NotNull Set<@NotNull String> segments)
        implements Predicate<AccountFacts> {

    /** Everybody may. */
    public static final Eligibility EVERYBODY = new Eligibility(Set.of(), Set.of());

    public Eligibility {
        tiers = sorted("tiers", tiers);
        segments = sorted("segments", segments);
    }

    public static Eligibility ofTiers(String... keys) {
        return new Eligibility(Set.of(keys), Set.of());
    }

    public Eligibility andSegments(String... keys) {
        return new Eligibility(tiers, Set.of(keys));
    }

    @Override
    public boolean test(AccountFacts facts) {
        boolean inTier = tiers.isEmpty() || facts.tier().filter(tiers::contains).isPresent();
        return inTier && (segments.isEmpty() || !Collections.disjoint(segments, facts.segments()));
    }

    /** In one order, so that equal sets are stored alike. */
    private static Set<String> sorted(String field, Set<String> keys) {
        return ImmutableSortedSet.copyOf(Require.set(field, keys));
    }
}

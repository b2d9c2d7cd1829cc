package io.rapport.crm.loyalty.reward;

import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.Set;

/**
 * What the host knows about the holder of an account when a reward is asked for.
 *
 * @param tier its key, if there is one
 * @param segments their keys
 */
public record AccountFacts(
        @NotNull Optional<String> tier, @NotNull Set<@NotNull String> segments) {

    /** No tier and no segments. */
    public static final AccountFacts NONE = new AccountFacts(Optional.empty(), Set.of());

    public AccountFacts {
        Require.present("tier", tier);
        segments = Require.set("segments", segments);
    }

    public static AccountFacts tier(String key) {
        return new AccountFacts(Optional.of(key), Set.of());
    }

    public AccountFacts with(String... segmentKeys) {
        return new AccountFacts(tier, Set.of(segmentKeys));
    }
}

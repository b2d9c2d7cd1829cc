package io.rapport.crm.loyalty.earning;

import io.rapport.crm.fault.Require;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * What else decides what is earned.
 *
 * @param at since when the points count
 * @param tierMultiplier that of the account's tier, 1 or more
 * @param used how much of each cap is used in its period, by name; nothing where not named
 */
public record EarningContext(Instant at, BigDecimal tierMultiplier, Map<String, Long> used) {

    public EarningContext {
        Require.present("at", at);
        Require.that(
                Require.present("tierMultiplier", tierMultiplier).compareTo(BigDecimal.ONE) >= 0,
                "tierMultiplier",
                "is " + tierMultiplier,
                "give 1 or more");
        used = Map.copyOf(used);
    }

    /** Without a tier, and with all caps unused. */
    public static EarningContext at(Instant at) {
        return new EarningContext(at, BigDecimal.ONE, Map.of());
    }

    public EarningContext multiplying(BigDecimal tier) {
        return new EarningContext(at, tier, used);
    }

    public EarningContext used(Map<String, Long> caps) {
        return new EarningContext(at, tierMultiplier, caps);
    }

    long used(EarningCap cap) {
        return used.getOrDefault(cap.name(), 0L);
    }
}

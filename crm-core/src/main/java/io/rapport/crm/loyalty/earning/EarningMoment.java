package io.rapport.crm.loyalty.earning;

import io.rapport.crm.fault.Require;
import java.time.Instant;
import java.util.List;

/**
 * What was earned once, for caps.
 *
 * @param at since when it counts
 */
public record EarningMoment(Instant at, List<RuleGain> gains) {

    public EarningMoment {
        Require.present("at", at);
        gains = Require.list("gains", gains);
    }
}

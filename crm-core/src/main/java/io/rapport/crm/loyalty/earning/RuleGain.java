package io.rapport.crm.loyalty.earning;

import io.rapport.crm.fault.Require;
import java.util.Optional;

/**
 * What a rule gave, after caps.
 *
 * @param line the place of the line from 0, or empty if it was not for a line
 * @param points above 0
 */
public record RuleGain(String rule, Optional<Integer> line, long points) {

    public RuleGain {
        Require.present("rule", rule);
        Require.present("line", line);
        Require.positive("points", points);
    }
}

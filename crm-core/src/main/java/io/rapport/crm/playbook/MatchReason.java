package io.rapport.crm.playbook;

import io.rapport.crm.fault.Require;
import java.util.List;

/**
 * One criterion that a ticket met.
 *
 * @param met the values by which it was met, in alphabetical order: the ticket's category, kind or priority, the tags
 *     that it shares with the rule, the rule's keywords that were said; the word {@code demanding} for the customer
 */
public record MatchReason(Criterion criterion, List<String> met) {

    public MatchReason {
        Require.present("criterion", criterion);
        met = Require.list("met", met);
    }
}

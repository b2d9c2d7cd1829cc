package io.rapport.crm.loyalty.earning;

import io.rapport.crm.fault.Require;
import java.util.List;

/**
 * What is earned, and why.
 *
 * @param points the sum of the gains
 * @param gains which rule gives what on which line, in the order of the rules
 * @param cuts what caps do not allow
 * @param passedOver which rules give nothing, and why; a line that a rule does not select is not named
 * @param record what a refund needs to know
 */
public record EarningResult(
        long points, List<RuleGain> gains, List<CapCut> cuts, List<PassedOver> passedOver, EarningRecord record) {

    public EarningResult {
        gains = Require.list("gains", gains);
        cuts = Require.list("cuts", cuts);
        passedOver = Require.list("passedOver", passedOver);
        Require.present("record", record);
    }
}

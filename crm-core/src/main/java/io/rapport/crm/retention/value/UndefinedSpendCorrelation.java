package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;

/**
 * The data have no correlation between how often customers buy and how much they spend.
 *
 * @param reason why, such as "every customer spends the same"
 */
public record UndefinedSpendCorrelation(String reason) implements SpendIndependence {

    public UndefinedSpendCorrelation {
        Require.text("reason", reason, 500);
    }

    @Override
    public Verdict verdict() {
        return Verdict.OPEN;
    }

    @Override
    public String explain() {
        return "Undefined: " + reason + ".";
    }
}

package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;

/** Sums over the renewals to come. */
final class ContractSums {

    private ContractSums() {}

    static double renewals(ContractModel model, int renewals, int periods, double factor) {
        requireRenewals(renewals);
        double there = 1;
        double sum = 0;
        for (int i = 0; i < periods && there > 0; i++) {
            there *= model.survival(renewals + i, 1) * factor;
            sum += there;
        }
        return sum;
    }

    /** The continuous rate for a period, which must be above 0. */
    static double rate(Discount discount, Horizon period) {
        double rate = Math.log1p(
                Require.present("discount", discount).compounded(period).rate());
        Require.that(rate > 0, "rate", "is 0", "give a rate above 0, for all of the future is to be valued");
        return rate;
    }

    static int requireRenewals(int renewals) {
        Require.that(renewals >= 0, "renewals", "is below 0", "count the renewals");
        return renewals;
    }
}

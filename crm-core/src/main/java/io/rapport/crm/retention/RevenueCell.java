package io.rapport.crm.retention;

import io.rapport.crm.fault.Require;
import java.io.Serializable;

/**
 * What one cohort spent in one column.
 *
 * @param revenueMinor the sum in minor units
 * @param customers who was active in the column, among how many, and whether the column is complete
 */
public record RevenueCell(long revenueMinor, CohortCell customers) implements Serializable {

    public RevenueCell {
        Require.that(revenueMinor >= 0, "revenueMinor", "is below 0", "give a sum of amounts of at least 0");
        Require.present("customers", customers);
    }

    RevenueCell plus(RevenueCell other) {
        return new RevenueCell(Math.addExact(revenueMinor, other.revenueMinor), customers.plus(other.customers));
    }

    /** Whether every window that is counted here had ended by the end of the data. */
    public boolean complete() {
        return customers.complete();
    }

    /** Minor units for each customer of the cohort, also those who spent nothing; on a rolling clock, each eligible. */
    public Ratio perCustomer() {
        return new Ratio(revenueMinor, customers.eligible());
    }
}

package io.rapport.crm.retention;

import io.rapport.crm.fault.Require;
import java.io.Serializable;

/**
 * One column of one cohort.
 *
 * @param retained the customers who count as retained
 * @param eligible the customers they are counted among: on a calendar clock the whole cohort, on a rolling one those
 *     whose window had ended by the end of the data
 * @param complete whether every window that is counted here had ended by the end of the data; if not, {@code retained}
 *     can only rise
 */
public record CohortCell(long retained, long eligible, boolean complete) implements Serializable {

    public CohortCell {
        Require.that(retained >= 0 && retained <= eligible, "retained", "is not between 0 and eligible", "give counts");
    }

    CohortCell plus(CohortCell other) {
        return new CohortCell(
                Math.addExact(retained, other.retained), Math.addExact(eligible, other.eligible), complete);
    }

    /** Retained over eligible; too low while the cell is not {@link #complete()}. */
    public Rate rate() {
        return new Rate(retained, eligible);
    }
}

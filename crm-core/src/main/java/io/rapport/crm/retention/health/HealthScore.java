package io.rapport.crm.retention.health;

import io.rapport.crm.fault.Require;
import java.util.List;

/**
 * How a customer is doing.
 *
 * @param score 0 to 100, the weighted mean of the points of the signals that are present
 * @param coverage how much of all weight these signals make up, above 0 to 1
 * @param reasons every signal with its figures, what pulls down most first, what is missing last
 */
public record HealthScore(double score, double coverage, List<HealthReason> reasons) {

    public HealthScore {
        reasons = Require.list("reasons", reasons);
    }
}

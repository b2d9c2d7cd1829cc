package io.rapport.crm.retention.rfm;

import io.rapport.crm.fault.Require;
import java.io.Serializable;

/**
 * Scores from one to another, both included.
 *
 * @param low the lowest, at least 1
 * @param high the highest
 */
public record ScoreRange(int low, int high) implements Serializable {

    public ScoreRange {
        Require.positive("low", low);
        Require.that(low <= high, "high", "is below low", "give the lower score first");
    }

    /** Whether the score lies in the range. */
    public boolean contains(int score) {
        return low <= score && score <= high;
    }
}

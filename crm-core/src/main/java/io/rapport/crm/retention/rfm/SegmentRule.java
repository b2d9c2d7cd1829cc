package io.rapport.crm.retention.rfm;

import io.rapport.crm.fault.Require;
import java.io.Serializable;

/**
 * Who belongs to a segment.
 *
 * @param name what the segment is called
 * @param recency the recency scores
 * @param frequency the frequency scores
 * @param monetary the monetary scores
 */
public record SegmentRule(String name, ScoreRange recency, ScoreRange frequency, ScoreRange monetary)
        implements Serializable {

    public SegmentRule {
        Require.text("name", name, 100);
        Require.present("recency", recency);
        Require.present("frequency", frequency);
        Require.present("monetary", monetary);
    }

    /** Whether all three scores lie in their ranges. */
    public boolean matches(RfmScore score) {
        return recency.contains(score.recency())
                && frequency.contains(score.frequency())
                && monetary.contains(score.monetary());
    }
}

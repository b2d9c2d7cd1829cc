package io.rapport.crm.retention.survival;

import io.rapport.crm.fault.Require;
import java.io.Serializable;

/**
 * How long somebody was watched, and whether the event (churn, the second purchase) was seen or the watching ended
 * first. All times count from the same moment of each one's own life, in one unit of the caller's choice.
 *
 * @param entry when the watching began: 0, or later for those who were taken in late ("delayed entry"), who are at risk
 *     only after it
 * @param duration when it ended, at least 0 and after a late entry
 * @param observed whether the event was seen at the duration; if not, the lifetime is censored
 * @param weight for how many customers it stands, above 0; 1 as a rule
 */
public record Lifetime(double entry, double duration, boolean observed, double weight) implements Serializable {

    public Lifetime {
        Require.that(Double.isFinite(duration) && duration >= 0, "duration", "is not 0 or more", "give a finite time");
        Require.that(Double.isFinite(entry) && entry >= 0, "entry", "is not 0 or more", "give a finite time");
        Require.that(
                entry == 0 || entry < duration,
                "entry",
                "is not before the end",
                "leave out whom nobody watched for any time");
        Require.that(Double.isFinite(weight) && weight > 0, "weight", "is not above 0", "give a finite weight above 0");
    }

    /** A lifetime at whose end the event was seen. */
    public static Lifetime observed(double duration) {
        return new Lifetime(0, duration, true, 1);
    }

    /** A lifetime that was watched so long without the event. */
    public static Lifetime censored(double duration) {
        return new Lifetime(0, duration, false, 1);
    }

    /** The same, watched only from the given time on. */
    public Lifetime enteredAt(double late) {
        return new Lifetime(late, duration, observed, weight);
    }

    /** The same, standing for so many customers. */
    public Lifetime weighing(double customers) {
        return new Lifetime(entry, duration, observed, customers);
    }
}

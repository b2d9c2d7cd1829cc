package io.rapport.crm.retention.health;

import java.util.OptionalDouble;

/**
 * What one signal did to a score.
 *
 * @param code the signal
 * @param kind which way it went
 * @param figure the figure that was given; empty if it is missing
 * @param points what the figure is worth, 0 to 100; empty if it is missing
 * @param effect by how many points it moved the score away from 50, the middle: below 0 it pulls down. The effects of
 *     all signals and 50 add up to the score
 */
public record HealthReason(String code, Kind kind, OptionalDouble figure, OptionalDouble points, double effect) {

    /** Which way a signal goes. */
    public enum Kind {
        /** Worth less than 50 points. */
        PULLS_DOWN,
        /** Worth 50 points or more. */
        HOLDS_UP,
        /** Not known of this customer. */
        MISSING
    }
}

package io.rapport.crm.retention.survival;

import java.io.Serializable;

/**
 * The mean time to the event, counting no more than a horizon: the area under the survival curve up to there.
 *
 * @param horizon how far is counted
 * @param mean at most the horizon, in its unit
 * @param standardError of the mean, in the same unit
 */
public record RestrictedMean(double horizon, double mean, double standardError) implements Serializable {}

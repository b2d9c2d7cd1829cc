package io.rapport.crm.retention.survival;

import java.util.OptionalDouble;

/**
 * What happened at one time, and where the curve stands after it. Counts are sums of weights.
 *
 * @param time when
 * @param atRisk who was being watched just before, and could have had the event
 * @param events who had it
 * @param censored whose watching ended without it; they are still at risk for events of the same time
 * @param entries who is watched from after this time on
 * @param survival the share for whom the event is later than this time
 * @param standardError Greenwood's standard error of the survival; empty once nobody is left
 */
public record SurvivalStep(
        double time,
        double atRisk,
        double events,
        double censored,
        double entries,
        double survival,
        OptionalDouble standardError) {}

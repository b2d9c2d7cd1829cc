package io.rapport.crm.retention.survival;

import java.io.Serializable;

/**
 * One of the groups of a log-rank test; sums of weights.
 *
 * @param name what the caller calls it
 * @param observed the events it had
 * @param expected the events it would have had if all groups fared alike
 */
public record LogRankGroup(String name, double observed, double expected) implements Serializable {}

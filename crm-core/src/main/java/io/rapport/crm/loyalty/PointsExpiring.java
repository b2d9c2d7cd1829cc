package io.rapport.crm.loyalty;

import java.time.Instant;

/**
 * Points that expire together.
 *
 * @param at exclusive: they can be used before it
 */
public record PointsExpiring(Instant at, long points) {}

package io.rapport.crm.loyalty;

import java.math.BigDecimal;

/**
 * Points that cost the same.
 *
 * @param costPerPoint in the currency of the host's books
 */
public record PointsAtCost(BigDecimal costPerPoint, long points) {

    public PointsAtCost {
        costPerPoint = LotTerms.plain(costPerPoint);
    }
}

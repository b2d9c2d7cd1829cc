package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * How much of a line was refunded.
 *
 * @param line its place in the order as it was earned on, from 0
 * @param refundedSoFar what was refunded of it in all so far, in minor units
 */
public record LineRefund(
        @PositiveOrZero int line, @PositiveOrZero long refundedSoFar) {

    public LineRefund {
        Require.that(line >= 0, "line", "is " + line, "count lines from 0");
        Require.notNegative("refundedSoFar", refundedSoFar);
    }
}

package io.rapport.crm.ticket.returns;

import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * How many units of which line of a return.
 *
 * @param line its place among the lines of the return, from 0
 * @param quantity above 0
 */
public record LineUnits(@PositiveOrZero int line, @Positive int quantity) {

    public LineUnits {
        Require.between("line", line, 0, Integer.MAX_VALUE);
        Require.positive("quantity", quantity);
    }

    public static LineUnits of(int line, int quantity) {
        return new LineUnits(line, quantity);
    }
}

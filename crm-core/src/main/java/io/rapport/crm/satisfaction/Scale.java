package io.rapport.crm.satisfaction;

import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * The whole numbers that an answer is chosen from.
 *
 * @param low the least answer, from -1,000
 * @param high the greatest answer, above {@code low}, up to 1,000
 */
public record Scale(
        @Min(-1000) @Max(1000) int low,
        @Min(-1000) @Max(1000) int high) {

    /** 0 to 10, the only scale of a net promoter survey. */
    public static final Scale ZERO_TO_TEN = new Scale(0, 10);
    /** 1 to 5, as with stars. */
    public static final Scale ONE_TO_FIVE = new Scale(1, 5);
    /** 1 to 7, the usual scale of a customer effort survey. */
    public static final Scale ONE_TO_SEVEN = new Scale(1, 7);

    private static final int LIMIT = 1000;

    @Constructible(Scale.class)
    public Scale {
        Require.between("low", low, -LIMIT, LIMIT);
        Require.between("high", high, -LIMIT, LIMIT);
        Require.that(low < high, "high", "is not above low", "give a scale of two answers or more");
    }

    public static Scale of(int low, int high) {
        return new Scale(low, high);
    }
}

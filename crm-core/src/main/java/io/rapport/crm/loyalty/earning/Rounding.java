package io.rapport.crm.loyalty.earning;

import io.rapport.crm.fault.Require;
import java.math.RoundingMode;

/**
 * How parts of a point become whole points. Per line, 20.5 and 20.5 are 42 half up; per total they are 41.
 *
 * @param scope what is rounded
 */
public record Rounding(Scope scope, RoundingMode mode) {

    /** What is rounded. */
    public enum Scope {
        /** What each rule gives on each line. */
        LINE,
        /** What each rule gives on all lines together. */
        RULE,
        /** What all rules give together. */
        TOTAL
    }

    public Rounding {
        Require.present("rounding", scope);
        Require.present("rounding", mode);
        Require.that(
                mode != RoundingMode.UNNECESSARY,
                "rounding",
                "refuses every part of a point",
                "give a mode that rounds");
    }

    public static Rounding perLine(RoundingMode mode) {
        return new Rounding(Scope.LINE, mode);
    }

    public static Rounding perRule(RoundingMode mode) {
        return new Rounding(Scope.RULE, mode);
    }

    public static Rounding perTotal(RoundingMode mode) {
        return new Rounding(Scope.TOTAL, mode);
    }
}

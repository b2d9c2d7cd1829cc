package io.rapport.crm.quickstart.scorecard;

import java.util.OptionalDouble;

/** A part of a whole, both kept. A share of nothing has no value: it is neither 0 nor 1. */
public record Share(long part, long of) {

    public static final Share UNDEFINED = new Share(0, 0);

    public Share {
        if (part < 0 || part > of) {
            throw new IllegalArgumentException("a share of " + part + " of " + of + " is not between 0 and 1");
        }
    }

    public OptionalDouble value() {
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / of);
    }

    /** What is left over, of the same whole. */
    public Share rest() {
        return new Share(of - part, of);
    }
}

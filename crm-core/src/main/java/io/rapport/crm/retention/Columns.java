package io.rapport.crm.retention;

import java.util.Arrays;

/** Which windows make a column of a cohort table. */
final class Columns {

    /** Empty when each window is its own column. */
    private final int[] bounds;

    Columns(Matching matching) {
        bounds = matching.bounds().stream().mapToInt(Integer::intValue).toArray();
    }

    /** The column of a window, or -1 if no bracket holds it. */
    int of(int window) {
        if (bounds.length == 0) {
            return window;
        }
        int column = upperBound(window) - 1;
        return column < bounds.length - 1 ? column : -1;
    }

    /** How many columns have ended when this many windows have. */
    int ended(int windows) {
        return bounds.length == 0 ? windows : Math.max(0, upperBound(windows) - 1);
    }

    /** How many columns have started when this many windows have. */
    int started(int windows) {
        return bounds.length == 0 ? windows : Math.min(bounds.length - 1, upperBound(windows - 1));
    }

    /** How many bounds are at most the given window. */
    private int upperBound(int window) {
        int at = Arrays.binarySearch(bounds, window);
        return at < 0 ? -at - 1 : at + 1;
    }
}

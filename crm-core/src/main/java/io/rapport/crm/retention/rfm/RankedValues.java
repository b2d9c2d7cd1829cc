package io.rapport.crm.retention.rfm;

import java.util.Arrays;

/** Values in order, repeated as often as they occur. */
interface RankedValues {

    long size();

    /** The value of a rank, 0 for the smallest. */
    double at(long rank);

    static RankedValues of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new RankedValues() {
            @Override
            public long size() {
                return sorted.length;
            }

            @Override
            public double at(long rank) {
                return sorted[(int) rank];
            }
        };
    }
}

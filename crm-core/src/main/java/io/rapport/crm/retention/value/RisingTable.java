package io.rapport.crm.retention.value;

/** The logarithms of (a)_n and their derivatives by a, for all n from 0 to a largest one. */
final class RisingTable {

    private final double[] logs;
    private final double[] derivatives;

    RisingTable(double a, int most) {
        logs = new double[most + 1];
        derivatives = new double[most + 1];
        for (int n = 0; n < most; n++) {
            logs[n + 1] = logs[n] + Math.log(a + n);
            derivatives[n + 1] = derivatives[n] + 1 / (a + n);
        }
    }

    double log(int n) {
        return logs[n];
    }

    double derivative(int n) {
        return derivatives[n];
    }
}

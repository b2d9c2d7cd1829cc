package io.rapport.crm.quickstart.sample;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The random decisions of the generator. All of them are made of {@link RandomGenerator#nextLong()} with plain and
 * {@link StrictMath} arithmetic, because the bits of the other methods may differ between releases and machines.
 */
final class Dice {

    private static final double UNIT = 0x1.0p-53;
    private static final int NORMAL_TERMS = 12;

    private final RandomGenerator bits;

    Dice(RandomGenerator bits) {
        this.bits = bits;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + (int) (unit() * (high - low + 1));
    }

    /** In whole seconds, {@code low} included. */
    Duration between(Duration low, Duration high) {
        return low.plusSeconds((long) (unit() * high.minus(low).toSeconds()));
    }

    <T> T oneOf(List<T> values) {
        return values.get(between(0, values.size() - 1));
    }

    /** An index, as likely as its weight. */
    int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int left = (int) (unit() * total);
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }

    /** Skewed to the right, as amounts of orders are. */
    double logNormal(double median, double spread) {
        double normal = -NORMAL_TERMS / 2.0;
        for (int i = 0; i < NORMAL_TERMS; i++) {
            normal += unit();
        }
        return median * StrictMath.exp(spread * normal);
    }

    /** How long until the next of events that come at any time. */
    double exponential(double mean) {
        return -mean * StrictMath.log(1 - unit());
    }

    private double unit() {
        return (bits.nextLong() >>> 11) * UNIT;
    }
}

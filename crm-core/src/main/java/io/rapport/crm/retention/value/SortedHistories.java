package io.rapport.crm.retention.value;

import io.rapport.crm.retention.internal.RadixSort;
import java.util.Arrays;

/**
 * The distinct (x, t_x, T), ordered by x and then by hash: an order that does not depend on how the rows came in, so
 * neither do the bits of a sum, and that makes every n-th row a fair sample. Times are divided by a power of two near the
 * longest age, which loses no bits and makes every unit alike.
 */
final class SortedHistories {

    final double[] frequencies;
    final double[] recencies;
    final double[] ages;
    final int[] frequency;
    final int[] recency;
    final int[] age;
    final double[] count;
    final long customers;
    final double scale;

    SortedHistories(HistoryTable table) {
        this(table, 0);
    }

    /** Divides times by the given scale, or by one of its own if that is 0. */
    private SortedHistories(HistoryTable table, double givenScale) {
        customers = table.customers();
        HistoryTable.Rows rows = table.rows();
        int[] order = order(rows);
        int n = order.length;
        double[] x = new double[n];
        double[] recent = new double[n];
        double[] old = new double[n];
        frequency = new int[n];
        count = new double[n];
        double longest = 0;
        int blocks = 0;
        for (int i = 0; i < n; i++) {
            int row = order[i];
            if (i == 0 || rows.frequencies()[row] != x[blocks - 1]) {
                x[blocks++] = rows.frequencies()[row];
            }
            frequency[i] = blocks - 1;
            recent[i] = rows.recencies()[row];
            old[i] = rows.ages()[row];
            count[i] = rows.counts()[row];
            longest = Math.max(longest, old[i]);
        }
        double own = longest == 0 ? 1 : Math.scalb(1.0, Math.getExponent(longest));
        scale = givenScale > 0 ? givenScale : own;
        divide(recent);
        divide(old);
        frequencies = Arrays.copyOf(x, blocks);
        TimeColumn recencyColumn = TimeColumn.of(recent);
        recencies = recencyColumn.values;
        recency = recencyColumn.index;
        TimeColumn ageColumn = TimeColumn.of(old);
        ages = ageColumn.values;
        age = ageColumn.index;
    }

    /** Sorts by x, then by as many bits of the hash as the positions leave; the few that are equal in these, by hand. */
    private static int[] order(HistoryTable.Rows rows) {
        int n = rows.size();
        int bits = RadixSort.bits(n);
        int frequencyBits =
                RadixSort.bits(Arrays.stream(rows.frequencies()).max().orElse(0));
        int hashBits = Long.SIZE - 1 - frequencyBits - bits;
        RadixSort sort = new RadixSort(false).of(n);
        for (int row = 0; row < n; row++) {
            long x = (long) rows.frequencies()[row] << hashBits;
            sort.keys()[row] = (x | rows.hash(row) >>> (Long.SIZE - hashBits)) << bits | row;
        }
        long[] sorted = sort.byBits(bits, Long.SIZE - 1).keys();
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = (int) (sorted[i] & ((1L << bits) - 1));
            for (int j = i; j > 0 && sorted[j - 1] >>> bits == sorted[i] >>> bits; j--) {
                if (rows.compare(order[j - 1], order[j]) < 0) {
                    break;
                }
                int swap = order[j];
                order[j] = order[j - 1];
                order[j - 1] = swap;
            }
        }
        return order;
    }

    int size() {
        return count.length;
    }

    /** Every n-th row in the same scale. */
    SortedHistories every(int step) {
        HistoryTable sample = new HistoryTable();
        for (int i = 0; i < size(); i += step) {
            double recent = recencies[recency[i]] * scale;
            sample.add((int) frequencies[frequency[i]], recent, ages[age[i]] * scale, (long) count[i]);
        }
        return new SortedHistories(sample, scale);
    }

    /** The sum over customers of x. */
    double purchases() {
        double sum = 0;
        for (int i = 0; i < count.length; i++) {
            sum += count[i] * frequencies[frequency[i]];
        }
        return sum;
    }

    /** The sum over customers of T, scaled. */
    double observed() {
        double sum = 0;
        for (int i = 0; i < count.length; i++) {
            sum += count[i] * ages[age[i]];
        }
        return sum;
    }

    /** Why no transaction model can be told from these customers; empty if one may. */
    String unidentifiable() {
        if (customers == 0) {
            return "there are no customers";
        }
        if (customers == 1) {
            return "one customer shows nothing of how customers differ";
        }
        if (frequencies.length == 1) {
            return frequencies[0] == 0
                    ? "no repeat purchases: no customer bought again"
                    : "every customer has the same number of repeat purchases, " + (long) frequencies[0];
        }
        return "";
    }

    private void divide(double[] times) {
        for (int i = 0; i < times.length; i++) {
            times[i] /= scale;
        }
    }
}

package io.rapport.crm.retention;

import java.util.function.IntPredicate;

/** Rows dealt out by the part of their customers. Never changes, so tables share it. */
final class DealtRows {

    private final long[] words;
    /** Where the words of each part start and end. */
    private final int[] starts;

    private final int[] ends;

    private DealtRows(long[] words, int[] starts, int[] ends) {
        this.words = words;
        this.starts = starts;
        this.ends = ends;
    }

    /** Deals out the rows that lie in the words up to an end, each of the given kind and as wide as given. */
    static DealtRows of(long[] rows, int end, boolean areIds, int width) {
        int[] ends = new int[CustomerKey.PARTS];
        for (int row = 0; row < end; row += width) {
            ends[part(rows, row, areIds)] += width;
        }
        int[] starts = new int[CustomerKey.PARTS];
        int sum = 0;
        for (int part = 0; part < starts.length; part++) {
            starts[part] = sum;
            sum += ends[part];
            ends[part] = starts[part];
        }
        long[] words = new long[end];
        for (int row = 0; row < end; row += width) {
            int part = part(rows, row, areIds);
            int to = ends[part];
            for (int word = 0; word < width; word++) {
                words[to + word] = rows[row + word];
            }
            ends[part] = to + width;
        }
        return new DealtRows(words, starts, ends);
    }

    private static int part(long[] rows, int row, boolean areIds) {
        return areIds ? CustomerKey.idPart(rows[row], rows[row + 1]) : CustomerKey.numberPart((int) (rows[row] >>> 32));
    }

    /** The rows of some of the parts. */
    DealtRows only(IntPredicate parts) {
        int[] some = ends.clone();
        for (int part = 0; part < some.length; part++) {
            some[part] = parts.test(part) ? ends[part] : starts[part];
        }
        return new DealtRows(words, starts, some);
    }

    int length(int part) {
        return ends[part] - starts[part];
    }

    /** Writes the words of a part into an array and returns where they end. */
    int copy(int part, long[] into, int at) {
        System.arraycopy(words, starts[part], into, at, length(part));
        return at + length(part);
    }
}

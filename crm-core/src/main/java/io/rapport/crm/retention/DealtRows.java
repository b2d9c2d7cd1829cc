package io.rapport.crm.retention;

import java.util.function.IntPredicate;

/** Rows dealt out by the part of their customers. Never changes, so tables share it. */
final class DealtRows {

    /** Reads rows that lie one after another. */
    interface Reader {

        void read(long[] words, int from, int to);
    }

    private static final boolean[] NONE = new boolean[CustomerKey.PARTS];
    private static final int HALF = 32;
    private static final int DAY_OF_ID = 2;

    private final long[] words;
    private final int firstDay;
    private final int largestNumber;
    /** Where the words of each part start, and where the last one's end. */
    private final int[] starts;

    private final boolean[] isHidden;

    private DealtRows(long[] words, int firstDay, int largestNumber, int[] starts, boolean[] isHidden) {
        this.words = words;
        this.firstDay = firstDay;
        this.largestNumber = largestNumber;
        this.starts = starts;
        this.isHidden = isHidden;
    }

    /** Deals out the rows of customers known by a number that lie in the words up to an end, each as wide as given. */
    static DealtRows ofNumbers(long[] rows, int end, int width) {
        int[] starts = new int[CustomerKey.PARTS + 1];
        int firstDay = Integer.MAX_VALUE;
        int largest = -1;
        for (int row = 0; row < end; row += width) {
            int number = (int) (rows[row] >>> HALF);
            firstDay = Math.min(firstDay, (int) rows[row]);
            largest = Math.max(largest, number);
            starts[CustomerKey.numberPart(number) + 1] += width;
        }
        int[] next = addUp(starts);
        long[] words = new long[end];
        for (int row = 0; row < end; row += width) {
            int part = CustomerKey.numberPart((int) (rows[row] >>> HALF));
            move(rows, row, words, next, part, width);
        }
        return new DealtRows(words, firstDay, largest, starts, NONE);
    }

    /** Deals out the rows of other customers. */
    static DealtRows ofIds(long[] rows, int end, int width) {
        int[] starts = new int[CustomerKey.PARTS + 1];
        int firstDay = Integer.MAX_VALUE;
        int[] parts = new int[end / width];
        for (int row = 0, i = 0; row < end; row += width, i++) {
            int part = CustomerKey.idPart(rows[row], rows[row + 1]);
            firstDay = Math.min(firstDay, (int) rows[row + DAY_OF_ID]);
            parts[i] = part;
            starts[part + 1] += width;
        }
        int[] next = addUp(starts);
        long[] words = new long[end];
        for (int row = 0, i = 0; row < end; row += width, i++) {
            move(rows, row, words, next, parts[i], width);
        }
        return new DealtRows(words, firstDay, -1, starts, NONE);
    }

    /** Makes starts of lengths, each of which lies one behind its part; returns a copy. */
    private static int[] addUp(int[] starts) {
        for (int part = 0; part < CustomerKey.PARTS; part++) {
            starts[part + 1] += starts[part];
        }
        return starts.clone();
    }

    private static void move(long[] rows, int row, long[] words, int[] next, int part, int width) {
        int to = next[part];
        next[part] = to + width;
        words[to] = rows[row];
        for (int word = 1; word < width; word++) {
            words[to + word] = rows[row + word];
        }
    }

    /** A day before which there is none. */
    int firstDay() {
        return firstDay;
    }

    /** A number above which there is none; below 0 if these are ids. */
    int largestNumber() {
        return largestNumber;
    }

    /** The rows of some of the parts. */
    DealtRows only(IntPredicate parts) {
        boolean[] hidden = isHidden.clone();
        for (int part = 0; part < hidden.length; part++) {
            hidden[part] |= !parts.test(part);
        }
        return new DealtRows(words, firstDay, largestNumber, starts, hidden);
    }

    int length(int part) {
        return isHidden[part] ? 0 : starts[part + 1] - starts[part];
    }

    void read(int part, Reader reader) {
        reader.read(words, starts[part], starts[part] + length(part));
    }

    /** Writes the words of a part into an array and returns where they end. */
    int copy(int part, long[] into, int at) {
        System.arraycopy(words, starts[part], into, at, length(part));
        return at + length(part);
    }
}

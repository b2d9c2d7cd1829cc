package io.rapport.crm.retention;

import java.util.function.IntPredicate;

/** Rows dealt out by the part of their customers. Never changes, so tables share it. */
final class DealtRows {

    /** Reads rows that lie one after another. */
    interface Reader {

        void read(long[] words, int from, int to, int width);
    }

    private static final int HALF = 32;

    private final long[] words;
    private final int width;
    private final int firstDay;
    private final int largestNumber;
    /** Where the words of each part start and end. */
    private final int[] starts;

    private final int[] ends;

    private DealtRows(long[] words, int width, int firstDay, int largestNumber, int[] starts, int[] ends) {
        this.words = words;
        this.width = width;
        this.firstDay = firstDay;
        this.largestNumber = largestNumber;
        this.starts = starts;
        this.ends = ends;
    }

    /** Deals out the rows that lie in the words up to an end, each of the given kind and as wide as given. */
    static DealtRows of(long[] rows, int end, boolean areIds, int width) {
        int[] partOfRow = new int[end / width];
        int[] ends = new int[CustomerKey.PARTS];
        int dayAt = areIds ? 2 : 0;
        int firstDay = Integer.MAX_VALUE;
        int largestNumber = -1;
        for (int row = 0; row < partOfRow.length; row++) {
            long word = rows[row * width];
            int part;
            if (areIds) {
                part = CustomerKey.idPart(word, rows[row * width + 1]);
            } else {
                int number = (int) (word >>> HALF);
                largestNumber = Math.max(largestNumber, number);
                part = CustomerKey.numberPart(number);
            }
            firstDay = Math.min(firstDay, (int) rows[row * width + dayAt]);
            partOfRow[row] = part;
            ends[part] += width;
        }
        int[] starts = new int[CustomerKey.PARTS];
        int sum = 0;
        for (int part = 0; part < starts.length; part++) {
            starts[part] = sum;
            sum += ends[part];
            ends[part] = starts[part];
        }
        long[] words = width == 1 ? single(rows, partOfRow, ends) : wide(rows, partOfRow, ends, width);
        return new DealtRows(words, width, firstDay, largestNumber, starts, ends);
    }

    /** Moves the ends to behind the rows of each part. */
    private static long[] single(long[] rows, int[] partOfRow, int[] ends) {
        long[] words = new long[partOfRow.length];
        for (int row = 0; row < partOfRow.length; row++) {
            words[ends[partOfRow[row]]++] = rows[row];
        }
        return words;
    }

    private static long[] wide(long[] rows, int[] partOfRow, int[] ends, int width) {
        long[] words = new long[partOfRow.length * width];
        for (int row = 0; row < partOfRow.length; row++) {
            int to = ends[partOfRow[row]];
            for (int word = 0; word < width; word++) {
                words[to + word] = rows[row * width + word];
            }
            ends[partOfRow[row]] = to + width;
        }
        return words;
    }

    /** The rows of some of the parts. */
    DealtRows only(IntPredicate parts) {
        int[] some = ends.clone();
        for (int part = 0; part < some.length; part++) {
            some[part] = parts.test(part) ? ends[part] : starts[part];
        }
        return new DealtRows(words, width, firstDay, largestNumber, starts, some);
    }

    /** A day before which there is none. */
    int firstDay() {
        return firstDay;
    }

    /** A number above which there is none; below 0 if these are ids. */
    int largestNumber() {
        return largestNumber;
    }

    void read(int part, Reader reader) {
        reader.read(words, starts[part], ends[part], width);
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

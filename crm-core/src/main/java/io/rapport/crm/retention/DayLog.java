package io.rapport.crm.retention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Rows as they come in: a word that holds a customer's number and the day, or the two halves of an id and the day in
 * three; and one more for the amount if sums are kept. Some thousands at a time are dealt out to parts while they are in
 * the processor's cache, which is faster than to write each row to its part at once.
 */
final class DayLog {

    private static final int FIRST_ROWS = 8;
    /** A multiple of every width, so that rows are never torn. */
    private static final int ENOUGH_WORDS = 49_152;

    private final boolean areIds;
    private final boolean withAmounts;
    private final int width;
    private final List<DealtRows> dealt = new ArrayList<>();
    private long dealtRows;
    private long[] recent = {};
    private int end;

    DayLog(boolean areIds, boolean withAmounts) {
        this.areIds = areIds;
        this.withAmounts = withAmounts;
        width = (areIds ? 3 : 1) + (withAmounts ? 1 : 0);
    }

    void add(long word) {
        if (end == recent.length) {
            makeRoom();
        }
        recent[end++] = word;
    }

    void add(long high, long low, long day) {
        if (end == recent.length) {
            makeRoom();
        }
        recent[end] = high;
        recent[end + 1] = low;
        recent[end + 2] = day;
        end += 3;
    }

    private void makeRoom() {
        if (end >= ENOUGH_WORDS) {
            deal();
        } else {
            recent = Arrays.copyOf(recent, Math.min(ENOUGH_WORDS, Math.max(FIRST_ROWS * width, 2 * end)));
        }
    }

    void deal() {
        if (end > 0) {
            dealt.add(areIds ? DealtRows.ofIds(recent, end, width) : DealtRows.ofNumbers(recent, end, width));
            dealtRows += end / width;
            end = 0;
        }
    }

    void addAll(DayLog other) {
        List<DealtRows> theirs = List.copyOf(other.dealt);
        int more = other.end;
        long[] words = other.recent;
        dealt.addAll(theirs);
        dealtRows += other.dealtRows;
        for (int word = 0; word < more; word++) {
            add(words[word]);
        }
    }

    /** The rows of some of the parts. */
    DayLog only(IntPredicate parts) {
        deal();
        DayLog some = new DayLog(areIds, withAmounts);
        for (DealtRows rows : dealt) {
            some.dealt.add(rows.only(parts));
        }
        for (int part = 0; part < CustomerKey.PARTS; part++) {
            some.dealtRows += some.length(part) / width;
        }
        return some;
    }

    long dealtRows() {
        return dealtRows;
    }

    long rows() {
        return dealtRows + end / width;
    }

    /** How many rows of a part had been dealt out; {@link #deal} first. */
    int rows(int part) {
        return length(part) / width;
    }

    private int length(int part) {
        int sum = 0;
        for (DealtRows rows : dealt) {
            sum = Math.addExact(sum, rows.length(part));
        }
        return sum;
    }

    /** A day before which there is none among the rows that had been dealt out; {@link #deal} first. */
    int firstDay() {
        return dealt.stream().mapToInt(DealtRows::firstDay).min().orElse(Integer.MAX_VALUE);
    }

    /** A number above which there is none; below 0 if there is none at all. {@link #deal} first. */
    int largestNumber() {
        return dealt.stream().mapToInt(DealtRows::largestNumber).max().orElse(-1);
    }

    /** Reads the rows of a part that had been dealt out where they lie; {@link #deal} first. */
    void read(int part, DealtRows.Reader reader) {
        for (DealtRows rows : dealt) {
            rows.read(part, reader);
        }
    }

    int width() {
        return width;
    }

    /** Writes the words of a part that had been dealt out into an array; {@link #deal} first. */
    void copy(int part, long[] into) {
        int at = 0;
        for (DealtRows rows : dealt) {
            at = rows.copy(part, into, at);
        }
    }

    void clear() {
        dealt.clear();
        dealtRows = 0;
        end = 0;
    }
}

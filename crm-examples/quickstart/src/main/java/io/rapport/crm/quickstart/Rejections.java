package io.rapport.crm.quickstart;

import io.rapport.crm.quickstart.csv.RejectedRow;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * Collects the rejected rows of a file, be they refused by the reader or by the library, and prints them in the order of
 * the lines: the first ones of all files together, the others are counted. Not thread-safe.
 */
final class Rejections {

    private static final int SHOWN = 20;
    private static final Comparator<RejectedRow> BY_LINE = Comparator.comparingLong(RejectedRow::line);

    private final PrintWriter err;
    /** The rows of the file with the lowest lines, the highest of them first. */
    private final PriorityQueue<RejectedRow> lowest = new PriorityQueue<>(BY_LINE.reversed());

    private long count;
    private int shown;

    Rejections(PrintWriter err) {
        this.err = err;
    }

    void add(RejectedRow row) {
        count++;
        lowest.add(row);
        if (lowest.size() > SHOWN - shown) {
            lowest.remove();
        }
    }

    /** Prints what a file left. */
    void show() {
        shown += lowest.size();
        Stream.of(lowest.toArray(new RejectedRow[0])).sorted(BY_LINE).forEach(err::println);
        lowest.clear();
        err.flush();
    }

    long count() {
        return count;
    }

    /** Says how many there were in all. */
    void summarise() {
        if (count > shown) {
            err.println("... and " + (count - shown) + " more");
        }
        if (count > 0) {
            err.println(count + (count == 1 ? " row was" : " rows were") + " rejected; the others were kept");
        }
        err.flush();
    }
}

package io.rapport.crm.quickstart;

import io.rapport.crm.quickstart.csv.RejectedRow;
import java.io.PrintWriter;

/** Prints the first rejected rows, one to a line, and counts the others. Not thread-safe. */
final class Rejections {

    private static final int SHOWN = 20;

    private final PrintWriter err;
    private long count;

    Rejections(PrintWriter err) {
        this.err = err;
    }

    void add(RejectedRow row) {
        if (++count <= SHOWN) {
            err.println(row);
        }
    }

    boolean any() {
        return count > 0;
    }

    /** Says how many there were in all. */
    void summarise() {
        if (count > SHOWN) {
            err.println("... and " + (count - SHOWN) + " more");
        }
        if (any()) {
            err.println(count + (count == 1 ? " row was" : " rows were") + " rejected; the others were kept");
        }
        err.flush();
    }
}

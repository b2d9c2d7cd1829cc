package io.rapport.crm.jdbc;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets the threads of a process that want to lock the same row wait for each other here, in the order in which they came,
 * where a queue costs less than in the database. A courtesy that nothing depends on: the lock of the database decides. Who
 * waited for a moment goes on without a turn, so that a deadlock is still the database's to find. Thread-safe.
 */
final class Turns {

    static final Duration MOMENT = Duration.ofMillis(100);

    private final Duration moment;
    private final ConcurrentMap<Object, Line> lines = new ConcurrentHashMap<>();

    /**
     * For the rows of a store.
     *
     * @param moment how long anybody waits at most
     */
    Turns(Duration moment) {
        this.moment = moment;
    }

    /** Those who want a row. Counted only while the map has its entry locked. */
    private static final class Line {

        private static final boolean IN_ORDER = true;

        private final Semaphore turn = new Semaphore(1, IN_ORDER);
        private int length;
    }

    /** What a thread has until it gives it back, once. */
    interface Turn {

        Turn NONE = () -> {};

        void giveBack();
    }

    /** A turn, or none after a moment. */
    Turn await(Object row) {
        Line line = lines.compute(row, (same, known) -> joined(known));
        if (acquired(line)) {
            return () -> {
                line.turn.release();
                leave(row);
            };
        }
        leave(row);
        return Turn.NONE;
    }

    /** How many rows somebody wants now. */
    int rows() {
        return lines.size();
    }

    private static Line joined(@Nullable Line known) {
        Line line = known == null ? new Line() : known;
        line.length++;
        return line;
    }

    private boolean acquired(Line line) {
        try {
            return line.turn.tryAcquire(moment.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void leave(Object row) {
        lines.computeIfPresent(row, (same, line) -> {
            line.length--;
            return line.length == 0 ? null : line;
        });
    }
}

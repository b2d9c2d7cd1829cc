package io.rapport.crm.jdbc.internal;

import com.google.common.util.concurrent.Striped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets the threads of a process that want to lock the same row wait for each other here, where a queue costs less than in
 * the database. A courtesy that nothing depends on: the lock of the database decides. Who waited for a moment goes on
 * without a turn, so that a deadlock is still the database's to find. Thread-safe.
 */
final class Turns {

    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final int STRIPES = 4_096;

    private final Striped<Semaphore> stripes = Striped.lazyWeakSemaphore(STRIPES, 1);

    /** A turn, or none after a moment. */
    Turn await(Object row) {
        Semaphore stripe = stripes.get(row);
        try {
            return stripe.tryAcquire(MOMENT.toNanos(), TimeUnit.NANOSECONDS) ? stripe::release : Turn.NONE;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Turn.NONE;
        }
    }

    /** What a thread has until it gives it back. */
    interface Turn {

        Turn NONE = () -> {};

        void giveBack();
    }
}

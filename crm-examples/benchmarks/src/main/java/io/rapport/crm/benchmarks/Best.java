package io.rapport.crm.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The best time, and apart from it the best CPU time of the whole process, of some rounds of the same work.
 *
 * @param <T> what comes of the work
 */
final class Best<T> {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final String name;
    private Optional<T> result = Optional.empty();
    private double seconds = Double.POSITIVE_INFINITY;
    private double cpuSeconds = Double.POSITIVE_INFINITY;

    Best(String name) {
        this.name = name;
    }

    /** Does the work once more. Garbage that others left is collected before, not meanwhile. */
    void take(Supplier<T> work) {
        result = Optional.empty();
        System.gc();
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        result = Optional.of(work.get());
        seconds = Math.min(seconds, (System.nanoTime() - start) / 1e9);
        cpuSeconds = Math.min(cpuSeconds, (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
    }

    String name() {
        return name;
    }

    T result() {
        return result.orElseThrow();
    }

    double seconds() {
        return seconds;
    }

    double cpuSeconds() {
        return cpuSeconds;
    }
}

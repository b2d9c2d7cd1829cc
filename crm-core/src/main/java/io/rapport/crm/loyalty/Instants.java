package io.rapport.crm.loyalty;

import java.time.Instant;
import java.util.Optional;

/** Comparing instants of which some may be absent. */
final class Instants {

    private Instants() {}

    static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        return one.get().isBefore(other.get()) ? one : other;
    }

    /** Whether something that happens at an instant has happened by another. */
    static boolean reached(Optional<Instant> instant, Instant by) {
        return instant.isPresent() && !instant.get().isAfter(by);
    }
}

package io.rapport.crm.ticket.sla;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts how often one promise was kept. Counts of parts, merged in any order, give the attainment of the whole; a report
 * by period, team or priority keeps one of these for each. Not thread-safe: one per thread, then merge.
 */
public final class AttainmentCounts implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Metric metric;
    private final SortedMap<Long, Long> elapsedSeconds = new TreeMap<>();
    private long met;
    private long breached;
    private long open;

    /** Nothing counted yet. */
    public AttainmentCounts(Metric metric) {
        this.metric = Require.present("metric", metric);
    }

    /** Which promise is counted. */
    public Metric metric() {
        return metric;
    }

    /**
     * Counts one stretch. What was not agreed or owed, and what ended undecided because the ticket was merged or
     * cancelled, does not count.
     *
     * @param clock of the metric that is counted
     */
    public void add(ServiceClock clock) {
        Require.that(clock.metric() == metric, "clock", "is of " + clock.metric(), "count clocks of " + metric);
        switch (clock.verdict()) {
            case MET -> met++;
            case BREACHED -> breached++;
            case OPEN -> open++;
            case NOT_AGREED, NOT_OWED, VOID -> {}
        }
        if (clock.met() || (clock.breached() && clock.stoppedAt().isPresent())) {
            elapsedSeconds.merge(clock.elapsed().toSeconds(), 1L, Long::sum);
        }
    }

    /** Takes over what the other, of the same metric, has counted; the other stays as it is. Returns this. */
    public AttainmentCounts merge(AttainmentCounts other) {
        Require.that(other.metric == metric, "other", "counts " + other.metric, "merge counts of " + metric);
        met += other.met;
        breached += other.breached;
        open += other.open;
        for (Map.Entry<Long, Long> entry : other.elapsedSeconds.entrySet()) {
            elapsedSeconds.merge(entry.getKey(), entry.getValue(), Long::sum);
        }
        return this;
    }

    /** How the promise was kept so far. */
    public Attainment result() {
        return new Attainment(metric, met, breached, open, elapsedSeconds);
    }
}

package io.rapport.crm.ticket;

import io.rapport.crm.fault.Require;
import io.rapport.crm.ticket.sla.AttainmentCounts;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.ServiceClocks;
import java.io.Serializable;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts how promises about tickets were kept, group by group. Tallies of parts, merged in any order, give the report of
 * the whole. Not thread-safe: one per thread, then merge.
 */
public final class AttainmentTally implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ZoneId zone;
    private final Map<AttainmentReport.Group, EnumMap<Metric, AttainmentCounts>> counts = new LinkedHashMap<>();

    /**
     * Nothing counted yet.
     *
     * @param zone in which months begin
     */
    public AttainmentTally(ZoneId zone) {
        this.zone = Require.present("zone", zone);
    }

    /** Counts every stretch of every metric of a ticket, in the month in which it was opened. */
    public void add(Ticket ticket, ServiceClocks clocks) {
        Map<Metric, AttainmentCounts> group = group(new AttainmentReport.Group(
                YearMonth.from(ticket.openedAt().atZone(zone)),
                ticket.assignment().team().orElse(""),
                ticket.triage().priority()));
        clocks.stretches().forEach((metric, stretches) -> stretches.forEach(counts(group, metric)::add));
    }

    /** Takes over what the other has counted; the other stays as it is. Returns this. */
    public AttainmentTally merge(AttainmentTally other) {
        Require.that(other.zone.equals(zone), "other", "has another zone", "merge tallies of one zone");
        other.counts.forEach((key, metrics) -> {
            Map<Metric, AttainmentCounts> group = group(key);
            metrics.forEach((metric, counted) -> counts(group, metric).merge(counted));
        });
        return this;
    }

    /** What was counted so far. */
    public AttainmentReport result() {
        Map<AttainmentReport.Group, Map<Metric, AttainmentCounts>> copy = new LinkedHashMap<>();
        counts.forEach((key, metrics) -> {
            Map<Metric, AttainmentCounts> group = new EnumMap<>(Metric.class);
            metrics.forEach((metric, counted) -> group.put(metric, new AttainmentCounts(metric).merge(counted)));
            copy.put(key, group);
        });
        return new AttainmentReport(copy);
    }

    private Map<Metric, AttainmentCounts> group(AttainmentReport.Group key) {
        return counts.computeIfAbsent(key, group -> new EnumMap<>(Metric.class));
    }

    private static AttainmentCounts counts(Map<Metric, AttainmentCounts> group, Metric metric) {
        return group.computeIfAbsent(metric, AttainmentCounts::new);
    }
}

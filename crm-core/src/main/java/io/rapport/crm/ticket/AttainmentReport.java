package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableMap;
import io.rapport.crm.ticket.sla.Attainment;
import io.rapport.crm.ticket.sla.AttainmentCounts;
import io.rapport.crm.ticket.sla.Metric;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How promises about tickets were kept, looked at from any side. Immutable, thread-safe.
 *
 * <pre>{@code
 * report.of(Metric.FIRST_RESPONSE).share();
 * report.by(AttainmentReport.Group::team, Metric.RESOLUTION).get("first line").percentile90();
 * }</pre>
 */
public final class AttainmentReport {

    /**
     * What tickets are counted together.
     *
     * @param month in which they were opened
     * @param team whose they are now; empty text for those of no team
     * @param priority that they have now
     */
    public record Group(YearMonth month, String team, TicketPriority priority) implements Serializable {}

    private final Map<Group, Map<Metric, AttainmentCounts>> counts;

    AttainmentReport(Map<Group, Map<Metric, AttainmentCounts>> counts) {
        this.counts = ImmutableMap.copyOf(counts);
    }

    /** Over all tickets. */
    public Attainment of(Metric metric) {
        AttainmentCounts all = new AttainmentCounts(metric);
        counts.values().forEach(group -> mergeInto(all, group));
        return all.result();
    }

    /**
     * For each month, team or priority that has tickets, or whatever follows from them, in its natural order.
     *
     * @param side such as {@code Group::team}
     */
    public <K extends Comparable<? super K>> SortedMap<K, Attainment> by(Function<Group, K> side, Metric metric) {
        SortedMap<K, AttainmentCounts> sums = new TreeMap<>();
        counts.forEach((group, metrics) ->
                mergeInto(sums.computeIfAbsent(side.apply(group), key -> new AttainmentCounts(metric)), metrics));
        SortedMap<K, Attainment> results = new TreeMap<>();
        sums.forEach((key, sum) -> results.put(key, sum.result()));
        return results;
    }

    private static void mergeInto(AttainmentCounts sum, Map<Metric, AttainmentCounts> group) {
        AttainmentCounts counted = group.get(sum.metric());
        if (counted != null) {
            sum.merge(counted);
        }
    }
}

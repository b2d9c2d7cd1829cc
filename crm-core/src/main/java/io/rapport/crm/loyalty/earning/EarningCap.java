package io.rapport.crm.loyalty.earning;

import com.google.common.collect.ImmutableSortedSet;
import io.rapport.crm.fault.Require;
import java.util.List;
import java.util.Set;

/**
 * How much an account may earn by rules in a day, week or month. What was earned counts to the period in which it counts
 * since; a refund gives no room back.
 *
 * @param name unique among the caps of a program
 * @param kind what is counted, and what happens above the limit
 * @param limit 1 or more
 * @param rules the rules that it counts; all if empty
 */
public record EarningCap(String name, CapPeriod period, Kind kind, long limit, Set<String> rules) {

    /** What is counted, and what happens above the limit. */
    public enum Kind {
        /** Points are counted; those above the limit are not given, the last rule's first. */
        TRIM,
        /** Points are counted; rules that would give more together than there is room give nothing. */
        REJECT,
        /** Times are counted that at least one of the rules gave something; above the limit they give nothing. */
        TIMES
    }

    public EarningCap {
        Require.text("cap", name, PointsRule.MAX_NAME);
        Require.present("cap", period);
        Require.present("cap", kind);
        Require.positive("cap", limit);
        rules = ImmutableSortedSet.copyOf(Require.list("cap", rules));
    }

    /** Counts points; those above the limit are not given. */
    public static EarningCap trim(String name, CapPeriod period, long points) {
        return new EarningCap(name, period, Kind.TRIM, points, Set.of());
    }

    /** Counts points; an earning of more than there is room gives nothing. */
    public static EarningCap reject(String name, CapPeriod period, long points) {
        return new EarningCap(name, period, Kind.REJECT, points, Set.of());
    }

    /** Counts how often something was earned. */
    public static EarningCap times(String name, CapPeriod period, long times) {
        return new EarningCap(name, period, Kind.TIMES, times, Set.of());
    }

    /** For these rules only. */
    public EarningCap on(String... names) {
        return new EarningCap(name, period, kind, limit, Set.of(names));
    }

    boolean counts(String rule) {
        return rules.isEmpty() || rules.contains(rule);
    }

    /** How much of the limit an earning uses. */
    long use(List<RuleGain> gains) {
        long points = 0;
        for (RuleGain gain : gains) {
            points = counts(gain.rule()) ? Math.addExact(points, gain.points()) : points;
        }
        return kind == Kind.TIMES ? Math.min(points, 1) : points;
    }

    /** Whether it counts all rules of the other, or none of them, or the other way round. */
    boolean nestedWith(EarningCap other) {
        return rules.isEmpty()
                || other.rules.isEmpty()
                || rules.containsAll(other.rules)
                || other.rules.containsAll(rules)
                || rules.stream().noneMatch(other.rules::contains);
    }
}

package io.rapport.crm.retention.rfm;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ordered rules that give each customer one segment: the first that matches wins, so a narrow rule stands before a wide
 * one.
 *
 * @param rules in order
 * @param otherwise the segment of those whom no rule matches
 */
public record Segments(List<SegmentRule> rules, String otherwise) implements Serializable {

    public Segments {
        rules = Require.list("rules", rules);
        Require.text("otherwise", otherwise, 100);
    }

    /**
     * The ten segments that marketers know by name, for scores from 1 to 5, with "Others" for the rest. The names and
     * ranges are those of the reference manual of the R package rfm 0.3.0 (CRAN, {@code rfm_segment}).
     */
    public static Segments usual() {
        return new Segments(
                List.of(
                        rule("Champions", 5, 5, 5, 5, 5, 5),
                        rule("Potential Loyalist", 3, 5, 3, 5, 2, 5),
                        rule("Loyal Customers", 2, 4, 2, 4, 2, 4),
                        rule("Promising", 3, 4, 1, 3, 3, 5),
                        rule("New Customers", 4, 5, 1, 3, 1, 5),
                        rule("Can't Lose Them", 1, 2, 3, 4, 4, 5),
                        rule("At Risk", 1, 2, 2, 5, 4, 5),
                        rule("Need Attention", 1, 3, 3, 5, 3, 5),
                        rule("About To Sleep", 2, 3, 1, 3, 1, 4),
                        rule("Lost", 1, 1, 1, 5, 1, 5)),
                "Others");
    }

    private static SegmentRule rule(String name, int lowR, int highR, int lowF, int highF, int lowM, int highM) {
        return new SegmentRule(
                name, new ScoreRange(lowR, highR), new ScoreRange(lowF, highF), new ScoreRange(lowM, highM));
    }

    /** The segment of these scores. */
    public String of(RfmScore score) {
        return rules.stream()
                .filter(rule -> rule.matches(score))
                .map(SegmentRule::name)
                .findFirst()
                .orElse(otherwise);
    }

    /** The size of every segment in the order of the rules, also of empty ones. */
    public List<SegmentSize> sizes(RfmTable table) {
        Map<String, SegmentSize> sizes = new LinkedHashMap<>();
        rules.forEach(rule -> sizes.put(rule.name(), new SegmentSize(rule.name(), 0, 0)));
        sizes.putIfAbsent(otherwise, new SegmentSize(otherwise, 0, 0));
        for (int index = 0; index < table.size(); index++) {
            String name = of(table.score(index));
            double monetary = table.monetary(index);
            sizes.computeIfPresent(
                    name, (same, size) -> new SegmentSize(same, size.customers() + 1, size.monetaryMinor() + monetary));
        }
        return new ArrayList<>(sizes.values());
    }
}

package io.rapport.crm.loyalty.earning;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/**
 * By what rules points are earned: a value, and a pure function of what was bought. It is part of a program, and so has
 * its versions. Thread-safe. Made by {@link #builder}, which refuses rules that contradict each other.
 *
 * <p>Rules are executed in their order, and what they give adds up; a multiplier adds to what those before it gave, so
 * that two of them compound. More of an order never earns less by the same rules, which is why a refund gives the same
 * result however it is split.
 *
 * @param rounding how parts of a point become whole points
 * @param excluded lines on which nothing is earned, such as gift cards and shipping
 * @param rules in the order in which they are executed
 * @param caps how much can be earned in a day, week or month
 */
public record EarningRules(Rounding rounding, Selection excluded, List<PointsRule> rules, List<EarningCap> caps) {

    private static final String RULES = "rules";
    private static final String CAPS = "caps";

    public EarningRules {
        Require.present("rounding", rounding);
        Require.present("excluded", excluded);
        rules = Require.list(RULES, rules);
        caps = Require.list(CAPS, caps);
        requireRules(rules);
        requireCaps(rules, caps, rounding);
    }

    /** Rules that round each rule down, exclude nothing and have no caps, unless said. */
    public static Builder builder() {
        return new Builder();
    }

    /** What is earned on an activity. Costs as much as rules times lines. */
    public EarningResult evaluate(EarningActivity activity, EarningContext context) {
        return Evaluation.of(this, activity, context);
    }

    /**
     * What would have been earned on a part of what was.
     *
     * @param left how much of the worth of each line is left, in minor units
     */
    public long kept(EarningRecord record, List<Long> left) {
        List<Long> worths = record.worths();
        Require.that(
                left.size() == worths.size()
                        && IntStream.range(0, left.size())
                                .allMatch(line -> left.get(line) >= 0 && left.get(line) <= worths.get(line)),
                "left",
                "is not a part of what the lines are worth",
                "give what is left of each line");
        return Evaluation.kept(this, record, left);
    }

    /** The same where it is not known which lines were refunded: the last ones first. */
    public long kept(EarningRecord record, long left) {
        ImmutableList.Builder<Long> lines = ImmutableList.builder();
        long rest = left;
        for (long worth : record.worths()) {
            long part = Math.min(rest, worth);
            lines.add(part);
            rest -= part;
        }
        return kept(record, lines.build());
    }

    /**
     * How much of each cap is used by what was earned before in its period.
     *
     * @param earlier what was earned, with when it counts since; what lies in no period of the caps is passed over
     */
    public Map<String, Long> used(Instant now, ZoneId zone, List<EarningMoment> earlier) {
        Map<String, Long> used = new HashMap<>();
        for (EarningCap cap : caps) {
            long sum = 0;
            for (EarningMoment past : earlier) {
                boolean counts = !past.at().isBefore(cap.period().start(now, zone))
                        && past.at().isBefore(cap.period().end(now, zone));
                sum = counts ? Math.addExact(sum, cap.use(past.gains())) : sum;
            }
            used.put(cap.name(), sum);
        }
        return used;
    }

    /** Whether the tier of the account has a say. */
    public boolean usesTier() {
        return rules.stream().anyMatch(rule -> rule.kind() == PointsRule.Kind.TIER_MULTIPLIER);
    }

    private static void requireRules(List<PointsRule> rules) {
        Require.that(!rules.isEmpty(), RULES, "are none", "give at least one rule");
        Require.that(
                rules.stream().map(PointsRule::name).distinct().count() == rules.size(),
                RULES,
                "have a name twice",
                "give each rule a name of its own");
        Require.that(!rules.get(0).multiplies(), RULES, "begin with a multiplier", "put it after what it multiplies");
        Set<CurrencyUnit> currencies = new HashSet<>();
        rules.stream()
                .flatMap(rule -> Stream.concat(rule.per().stream(), rule.minimumOrder().stream()))
                .forEach(amount -> currencies.add(amount.getCurrencyUnit()));
        Require.that(currencies.size() <= 1, RULES, "are in several currencies", "define a program for each currency");
    }

    private static void requireCaps(List<PointsRule> rules, List<EarningCap> caps, Rounding rounding) {
        Set<String> names = new HashSet<>();
        for (EarningCap cap : caps) {
            Require.that(names.add(cap.name()), CAPS, "have a name twice", "give each cap a name of its own");
            Require.that(
                    cap.rules().stream()
                            .allMatch(name ->
                                    rules.stream().anyMatch(rule -> rule.name().equals(name))),
                    CAPS,
                    "count a rule that is not there",
                    "name rules of the program");
            Require.that(
                    cap.rules().isEmpty() || rounding.scope() != Rounding.Scope.TOTAL,
                    CAPS,
                    "count single rules, which have no whole points when the total is rounded",
                    "round per rule or per line, or count all rules");
            if (!caps.stream().allMatch(cap::nestedWith)) {
                throw new InvalidInputException(
                        CAPS, "overlap in part", "let one count all rules of the other, or none of them");
            }
        }
    }

    /** Collects the rules. Not thread-safe. */
    public static final class Builder {

        private Rounding rounding = Rounding.perRule(RoundingMode.DOWN);
        private Selection excluded = Selection.NONE;
        private final ImmutableList.Builder<PointsRule> rules = ImmutableList.builder();
        private final ImmutableList.Builder<EarningCap> caps = ImmutableList.builder();

        private Builder() {}

        public Builder rounding(Rounding how) {
            rounding = Require.present("rounding", how);
            return this;
        }

        /** Lines on which nothing is earned, and which do not count to a minimum order. */
        public Builder excluding(Selection lines) {
            excluded = Require.present("excluded", lines);
            return this;
        }

        /** Adds rules after those before. */
        public Builder rules(PointsRule... next) {
            rules.addAll(Require.list(RULES, Arrays.asList(next)));
            return this;
        }

        public Builder caps(EarningCap... next) {
            caps.addAll(Require.list(CAPS, Arrays.asList(next)));
            return this;
        }

        /**
         * The rules.
         *
         * @throws InvalidInputException naming the setting, if they contradict each other
         */
        public EarningRules build() {
            return new EarningRules(rounding, excluded, rules.build(), caps.build());
        }
    }
}

package io.rapport.crm.loyalty.earning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What rules have given so far, exactly, and in whole points once it is rounded. Used once. */
final class Tally {

    private record Part(String rule, Optional<Integer> line, Fraction exact) {}

    private final Rounding rounding;
    private final List<Part> parts = new ArrayList<>();
    private final List<RuleGain> gains = new ArrayList<>();
    private int rounded;

    Tally(Rounding rounding) {
        this.rounding = rounding;
    }

    void add(PointsRule rule, Optional<Integer> line, Fraction points) {
        Fraction exact =
                rounding.scope() == Rounding.Scope.LINE ? Fraction.of(points.rounded(rounding.mode())) : points;
        parts.add(new Part(rule.name(), line, exact));
    }

    /** Adds what is missing to a multiple of what was given on lines and, for a rule on everything, on none. */
    void multiply(PointsRule rule, Fraction factor, boolean whole, Set<Integer> lines) {
        List<Optional<Integer>> places = parts.stream()
                .map(Part::line)
                .filter(line -> line.map(lines::contains).orElse(whole))
                .distinct()
                .toList();
        for (Optional<Integer> place : places) {
            Fraction given = parts.stream()
                    .filter(part -> part.line().equals(place))
                    .map(Part::exact)
                    .reduce(Fraction.ZERO, Fraction::plus);
            add(rule, place, given.times(factor).minus(given));
        }
    }

    /** Ends what one rule gives. */
    void close() {
        if (rounding.scope() != Rounding.Scope.TOTAL) {
            round();
        }
    }

    /** What was given in whole points, in the order in which it was given. */
    List<RuleGain> gains() {
        round();
        return gains;
    }

    /** Rounds sums from the first part on, so that the parts add up to the rounded sum. */
    private void round() {
        Fraction sum = Fraction.ZERO;
        long before = 0;
        for (Part part : parts.subList(rounded, parts.size())) {
            sum = sum.plus(part.exact());
            long after = sum.rounded(rounding.mode());
            if (after > before) {
                gains.add(new RuleGain(part.rule(), part.line(), after - before));
            }
            before = after;
        }
        rounded = parts.size();
    }
}

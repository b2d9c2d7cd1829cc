package io.rapport.crm.playbook;

import com.google.common.collect.Comparators;
import java.util.Comparator;
import java.util.List;

/**
 * How much a condition asks for.
 *
 * @param criteria those that it names, the most telling first
 * @param priority the priority that it asks for; -1 if none
 */
record Specificity(List<Criterion> criteria, int priority) implements Comparable<Specificity> {

    private static final Comparator<Iterable<Criterion>> MOST_TELLING_LAST =
            Comparators.<Criterion, Criterion>lexicographical(Comparator.naturalOrder())
                    .reversed();
    private static final Comparator<Specificity> ORDER = Comparator.<Specificity>comparingInt(
                    one -> one.criteria().size())
            .thenComparing(Specificity::criteria, MOST_TELLING_LAST)
            .thenComparingInt(Specificity::priority);

    static Specificity of(TicketCondition condition) {
        return new Specificity(condition.criteria(), condition.priorityAtLeast().orElse(-1));
    }

    @Override
    public int compareTo(Specificity other) {
        return ORDER.compare(this, other);
    }
}

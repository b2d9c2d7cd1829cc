package io.rapport.crm.satisfaction;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.TreeMap;

/**
 * Counts CSAT answers by rating as they come. Counts of parts under one rule, merged in any order, give the score of
 * the whole. Not thread-safe: one per thread, then merge.
 */
public final class CsatCounts implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Csat rule;
    private final long[] answers;

    CsatCounts(Csat rule) {
        this.rule = rule;
        this.answers = new long[rule.highest() - rule.lowest() + 1];
    }

    /**
     * Counts one answer.
     *
     * @param rating on the scale of the rule
     */
    public void add(int rating) {
        answers[rule.onScale(rating) - rule.lowest()]++;
    }

    /** Takes over what the other has counted under the same rule; the other stays as it is. Returns this. */
    public CsatCounts merge(CsatCounts other) {
        Require.that(
                rule.equals(other.rule),
                "other",
                "was counted on another scale or from another favourable rating",
                "merge counts of one rule");
        for (int i = 0; i < answers.length; i++) {
            answers[i] += other.answers[i];
        }
        return this;
    }

    /** The score of what was counted so far. */
    public CsatScore result() {
        TreeMap<Integer, Long> byRating = new TreeMap<>();
        for (int i = 0; i < answers.length; i++) {
            byRating.put(rule.lowest() + i, answers[i]);
        }
        return new CsatScore(rule, byRating);
    }
}

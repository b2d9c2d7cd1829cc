package io.rapport.crm.loyalty;

import java.time.Instant;
import java.util.Comparator;

/**
 * A lot's place among the lots of its account that wait for the same: what falls due soonest comes first, what never
 * does comes last; then what was earned first, then the lower number.
 *
 * @param due when a pending lot becomes active, or an active one expires at its own time; {@link #NEVER} for others
 */
public record LotPlace(Instant due, Instant earnedAt, long number) implements Comparable<LotPlace> {

    /** Later than anything falls due. */
    public static final Instant NEVER = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** Before the place of any lot. */
    static final LotPlace FIRST = new LotPlace(Instant.MIN, Instant.MIN, 0);

    private static final Comparator<LotPlace> ORDER = Comparator.comparing(LotPlace::due)
            .thenComparing(LotPlace::earnedAt)
            .thenComparing(LotPlace::number);

    /** The place of a lot as it is now. */
    public static LotPlace of(Lot lot) {
        LotTerms terms = lot.terms();
        Instant due = lot.pending() ? terms.activatesAt() : terms.expiresAt().orElse(NEVER);
        return new LotPlace(due, terms.earnedAt(), lot.number());
    }

    @Override
    public int compareTo(LotPlace other) {
        return ORDER.compare(this, other);
    }
}

package io.rapport.crm.loyalty.tier;

import com.google.common.collect.ImmutableSortedSet;
import io.rapport.crm.fault.Require;
import java.math.BigDecimal;
import java.util.Set;

/**
 * What a tier brings.
 *
 * @param earningMultiplier what a tier multiplier of the earning rules multiplies by, from 1 to 1000
 * @param discountPercent what the host takes off prices, from 0 to 100; the library only says so
 * @param access the host's names of what is open to the tier, such as a lounge
 */
public record TierBenefits(BigDecimal earningMultiplier, BigDecimal discountPercent, Set<String> access) {

    private static final int DECIMALS = 6;
    private static final BigDecimal HIGHEST_FACTOR = BigDecimal.valueOf(1000);
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** Nothing special. */
    public static final TierBenefits NONE = new TierBenefits(BigDecimal.ONE, BigDecimal.ZERO, Set.of());

    public TierBenefits {
        earningMultiplier = within("earningMultiplier", earningMultiplier, BigDecimal.ONE, HIGHEST_FACTOR);
        discountPercent = within("discountPercent", discountPercent, BigDecimal.ZERO, ALL);
        access = ImmutableSortedSet.copyOf(Require.list("access", access));
        access.forEach(name -> Require.text("access", name, Tier.MAX_NAME));
    }

    public static TierBenefits earning(BigDecimal multiplier) {
        return new TierBenefits(multiplier, BigDecimal.ZERO, Set.of());
    }

    public TierBenefits discount(BigDecimal percent) {
        return new TierBenefits(earningMultiplier, percent, access);
    }

    public TierBenefits access(String... names) {
        return new TierBenefits(earningMultiplier, discountPercent, Set.of(names));
    }

    private static BigDecimal within(String field, BigDecimal value, BigDecimal low, BigDecimal high) {
        BigDecimal stripped = Require.present(field, value).stripTrailingZeros();
        BigDecimal plain = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        Require.that(
                plain.compareTo(low) >= 0 && plain.compareTo(high) <= 0 && plain.scale() <= DECIMALS,
                field,
                "is " + plain.toPlainString(),
                "give a number from " + low + " to " + high + " with at most 6 decimals");
        return plain;
    }
}

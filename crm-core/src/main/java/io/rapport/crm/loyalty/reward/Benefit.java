package io.rapport.crm.loyalty.reward;

import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What a reward or a coupon gives. Make one with a factory. Immutable and thread-safe.
 *
 * @param percent above 0 and at most 100; for {@link BenefitKind#PERCENT_OFF}
 * @param amount the most that a percentage takes off, the amount off, or what goes on a gift card; above 0
 * @param item the host's key of a product or voucher campaign, at most 190 characters
 */
public record Benefit(
        @NotNull BenefitKind kind,
        @NotNull Optional<BigDecimal> percent,
        @NotNull Optional<Money> amount,
        @NotNull Optional<String> item) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MAX_ITEM = 190;

    public Benefit {
        Require.present("kind", kind);
        percent = Require.present("percent", percent).map(BigDecimal::stripTrailingZeros);
        Require.present("amount", amount);
        Require.present("item", item).ifPresent(text -> Require.text("item", text, MAX_ITEM));
        boolean byPercent = kind == BenefitKind.PERCENT_OFF;
        boolean byAmount = kind == BenefitKind.AMOUNT_OFF || kind == BenefitKind.GIFT;
        Require.that(
                percent.isPresent() == byPercent, "percent", "does not fit " + kind, "use the factory of the kind");
        Require.that(amount.isPresent() || !byAmount, "amount", "is missing", "give an amount");
        Require.that(
                amount.isEmpty() || byAmount || byPercent,
                "amount",
                "does not fit " + kind,
                "use the factory of the kind");
        Require.that(
                item.isPresent() == !(byAmount || byPercent),
                "item",
                "does not fit " + kind,
                "use the factory of the kind");
        percent.ifPresent(value -> Require.that(
                value.signum() > 0 && value.compareTo(HUNDRED) <= 0,
                "percent",
                "is " + value.toPlainString(),
                "give a number above 0 and at most 100"));
        amount.ifPresent(
                value -> Require.that(value.isPositive(), "amount", "is not above 0", "give an amount above 0"));
    }

    public static Benefit percentOff(BigDecimal percent) {
        return new Benefit(BenefitKind.PERCENT_OFF, Optional.of(percent), Optional.empty(), Optional.empty());
    }

    public static Benefit amountOff(Money amount) {
        return new Benefit(BenefitKind.AMOUNT_OFF, Optional.empty(), Optional.of(amount), Optional.empty());
    }

    public static Benefit freeProduct(String sku) {
        return new Benefit(BenefitKind.FREE_PRODUCT, Optional.empty(), Optional.empty(), Optional.of(sku));
    }

    public static Benefit gift(Money topUp) {
        return new Benefit(BenefitKind.GIFT, Optional.empty(), Optional.of(topUp), Optional.empty());
    }

    public static Benefit voucher(String campaign) {
        return new Benefit(BenefitKind.VOUCHER, Optional.empty(), Optional.empty(), Optional.of(campaign));
    }

    /** The same percentage, but never more off than an amount. */
    public Benefit atMost(Money cap) {
        Require.that(kind == BenefitKind.PERCENT_OFF, "cap", "does not fit " + kind, "cap a percentage");
        return new Benefit(kind, percent, Optional.of(cap), item);
    }

    /**
     * What it takes off an order, not below zero. A percentage is taken of the lines above zero alone, since those below
     * are discounts that were given already; then it is held to the cap, and to the order's total. Rounded half up to the
     * currency's smallest unit.
     *
     * @param lines what each line costs, discounts as negative lines; in the currency of {@code total}
     * @param total the sum of the lines
     */
    public Money discountOn(List<Money> lines, Money total) {
        Money off = switch (kind) {
            case PERCENT_OFF -> percentOf(lines, total);
            case AMOUNT_OFF -> amount.orElseThrow();
            case FREE_PRODUCT, GIFT, VOUCHER -> Money.zero(total.getCurrencyUnit());
        };
        Money most = total.isNegative() ? Money.zero(total.getCurrencyUnit()) : total;
        return off.isGreaterThan(most) ? most : off;
    }

    /**
     * {@link #discountOn(List, Money)} of lines that are the whole order.
     *
     * @param lines at least one
     */
    public Money discountOn(List<Money> lines) {
        Require.that(!lines.isEmpty(), "lines", "are none", "give the lines of the order");
        return discountOn(lines, Money.total(lines));
    }

    /**
     * What a gift card holds after the gift: its balance and the gift on top.
     *
     * @param balance what the card holds; for a new card, what cards of its campaign begin with
     */
    public Money giftOn(Money balance) {
        Require.that(kind == BenefitKind.GIFT, "kind", "is " + kind, "top up with a gift");
        return balance.plus(amount.orElseThrow());
    }

    private Money percentOf(List<Money> lines, Money total) {
        Money basis = lines.stream().filter(Money::isPositive).reduce(Money.zero(total.getCurrencyUnit()), Money::plus);
        Money off = basis.multipliedBy(percent.orElseThrow().movePointLeft(2), RoundingMode.HALF_UP);
        return amount.filter(off::isGreaterThan).orElse(off);
    }
}

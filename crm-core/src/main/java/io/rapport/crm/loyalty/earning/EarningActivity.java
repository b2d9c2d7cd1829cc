package io.rapport.crm.loyalty.earning;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What points are earned on: an order, or an event such as a sign-up. An order counts as it is after discounts, and
 * however it was paid: a gift card or a wallet is a payment and takes nothing off. A discount on the whole order is
 * spread over its lines, in proportion, for rules on the whole order, and leaves alone the lines that a rule selects; a
 * discount on what the rule selects belongs into the amounts of those lines.
 *
 * @param event the name of an event, at most 64 characters; empty for an order
 * @param lines the lines of an order, at most 1000, all in one currency; none for an event
 * @param discount what was taken off the whole order, 0 or more, at most the sum of the lines
 */
public record EarningActivity(
        @NotNull Optional<@Pattern(regexp = Require.VISIBLE) @Size(max = 64) String> event,
        @NotNull @Valid @Size(max = 1000) List<OrderLine> lines,
        @NotNull Optional<Money> discount) {

    private static final int MAX_LINES = 1000;

    public EarningActivity {
        Require.present("event", event).ifPresent(name -> Require.text("event", name, PointsRule.MAX_NAME));
        lines = Require.list("lines", lines);
        Require.between("lines", lines.size(), 0, MAX_LINES);
        Require.present("discount", discount);
        Require.that(
                event.isEmpty() || (lines.isEmpty() && discount.isEmpty()),
                "event",
                "comes with an order",
                "earn on the event and on the order apart");
        requireOneCurrency(lines, discount);
        requireDiscount(lines, discount);
    }

    public static EarningActivity order(List<OrderLine> lines) {
        return new EarningActivity(Optional.empty(), lines, Optional.empty());
    }

    public static EarningActivity order(OrderLine... lines) {
        return order(List.of(lines));
    }

    public static EarningActivity event(String name) {
        return new EarningActivity(Optional.of(name), List.of(), Optional.empty());
    }

    /** With an amount taken off the whole order. */
    public EarningActivity less(Money amount) {
        return new EarningActivity(event, lines, Optional.of(amount));
    }

    /** What the order is worth after its discount, in minor units: the most that can be refunded. */
    public long worth() {
        return sum(lines)
                - discount.map(amount -> Amounts.minor("discount", amount)).orElse(0L);
    }

    private static long sum(List<OrderLine> lines) {
        try {
            return lines.stream()
                    .mapToLong(line -> Amounts.minor("amount", line.amount()))
                    .reduce(0, Math::addExact);
        } catch (ArithmeticException tooMuch) {
            throw new InvalidInputException("lines", "add up to too much", "give minor units that fit a long");
        }
    }

    private static void requireOneCurrency(List<OrderLine> lines, Optional<Money> discount) {
        if (!lines.isEmpty()) {
            Money first = lines.get(0).amount();
            Require.that(
                    lines.stream().allMatch(line -> line.amount().isSameCurrency(first)),
                    "lines",
                    "are in several currencies",
                    "give an order in one");
            Require.that(
                    discount.stream().allMatch(first::isSameCurrency),
                    "discount",
                    "is in another currency",
                    "give it in that of the lines");
        }
    }

    private static void requireDiscount(List<OrderLine> lines, Optional<Money> discount) {
        discount.ifPresent(amount -> Require.that(
                amount.isPositiveOrZero() && Amounts.minor("discount", amount) <= sum(lines),
                "discount",
                "is below 0 or above what the lines are worth",
                "give what was taken off"));
    }
}

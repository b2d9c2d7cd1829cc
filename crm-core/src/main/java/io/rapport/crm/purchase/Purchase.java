package io.rapport.crm.purchase;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.Fact;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.ExternalId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * An order of the host. A fact: it is recorded once and never changes. Instants are cut to the microsecond.
 *
 * @param externalId the host's order number
 * @param at when the customer bought
 * @param total what the customer owes for it, not below 0; its minor units fit a {@code long}
 * @param lines what it is made of, as far as the host says, in the currency of the total. They need not add up to it:
 *     freight and rounding may be left out
 */
public record Purchase(
        PurchaseId id,
        CustomerId customer,
        ExternalId externalId,
        Instant at,
        Money total,
        List<PurchaseLine> lines,
        Instant recordedAt)
        implements Fact<PurchaseId> {

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    public Purchase {
        Require.present("id", id);
        Require.present("customer", customer);
        Require.present("externalId", externalId);
        at = Require.present("at", at).truncatedTo(ChronoUnit.MICROS);
        lines = Require.list("lines", lines);
        requireAmounts(total, lines);
        recordedAt = Require.present("recordedAt", recordedAt).truncatedTo(ChronoUnit.MICROS);
    }

    /** The fact that a command asks for; it was bought now unless the command says when. */
    public static Purchase of(PurchaseId id, RecordPurchase command, Instant now) {
        return new Purchase(
                id,
                command.customer(),
                command.externalId(),
                command.at().orElse(now),
                command.total(),
                command.lines(),
                now);
    }

    @Override
    public Optional<ExternalId> sourceKey() {
        return Optional.of(externalId);
    }

    @Override
    public PurchaseEvent.Recorded event() {
        return new PurchaseEvent.Recorded(this);
    }

    /** Without what was bought. */
    @Override
    public String toString() {
        return "Purchase[" + id.value() + ", " + at + "]";
    }

    static void requireAmounts(Money total, List<PurchaseLine> lines) {
        requireMinorUnits("total", Require.present("total", total));
        Require.that(total.isPositiveOrZero(), "total", "is below 0", "record a return apart from the order");
        if (!lines.stream().allMatch(line -> line.amount().isSameCurrency(total))) {
            throw new InvalidInputException("lines", "are not all in the currency of the total", "give one currency");
        }
    }

    /** Every store keeps an amount as a whole number of minor units. */
    static void requireMinorUnits(String field, Money amount) {
        Require.that(
                amount.getAmountMinor().abs().compareTo(MOST) <= 0,
                field,
                "has more minor units than fit 64 bits",
                "give a smaller amount");
    }
}

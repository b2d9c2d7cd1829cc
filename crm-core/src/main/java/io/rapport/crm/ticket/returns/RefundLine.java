package io.rapport.crm.ticket.returns;

import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.store.PayloadDigest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Asks for units of a return to be refunded, in money or in store credit.
 *
 * <pre>{@code
 * RefundLine.of(id, LineUnits.of(0, 1), CommandKey.of("return-17:refund-1"), bea).amount(Money.parse("EUR 20.00"));
 * }</pre>
 *
 * @param amount above 0; empty for the units' share of what was paid, see {@link LineBalance#share}
 * @param method money unless said otherwise
 * @param withoutReturn takes approved units, which the customer keeps, and not inspected ones
 * @param key the caller's name for this command; the same again has no second effect
 * @param staff who refunds
 */
public record RefundLine(
        @NotNull @Valid ReturnId returned,
        @NotNull @Valid LineUnits units,
        @NotNull Optional<Money> amount,
        @NotNull RefundMethod method,
        boolean withoutReturn,
        @NotNull @Valid CommandKey key,
        @NotNull @Valid Actor staff) {

    @Constructible(RefundLine.class)
    public RefundLine {
        Require.present("returned", returned);
        Require.present("units", units);
        Require.present("amount", amount)
                .ifPresent(money ->
                        Require.that(money.isPositive(), "amount", "is not above 0", "give one above 0, or none"));
        Require.present("method", method);
        Require.present("key", key);
        Require.present("staff", staff);
    }

    /** In money, of returned and inspected units, their share of what was paid. */
    public static RefundLine of(ReturnId returned, LineUnits units, CommandKey key, Actor staff) {
        return new RefundLine(returned, units, Optional.empty(), RefundMethod.MONEY, false, key, staff);
    }

    public RefundLine amount(Money money) {
        return new RefundLine(returned, units, Optional.of(money), method, withoutReturn, key, staff);
    }

    public RefundLine asStoreCredit() {
        return new RefundLine(returned, units, amount, RefundMethod.STORE_CREDIT, withoutReturn, key, staff);
    }

    /** The customer keeps what they have. */
    public RefundLine keepingGoods() {
        return new RefundLine(returned, units, amount, method, true, key, staff);
    }

    /** A digest of everything that is asked for, by which the same command is known again. */
    public String payload() {
        return PayloadDigest.of("return.refund")
                .with(returned.value())
                .with(units.line())
                .with(units.quantity())
                .with(amount.map(Money::toString))
                .with(method.name())
                .with(withoutReturn ? 1 : 0)
                .with(staff.value())
                .hex();
    }
}

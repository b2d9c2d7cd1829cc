package io.rapport.crm.loyalty.earning;

import io.rapport.crm.fault.InvalidInputException;
import java.math.BigInteger;
import org.joda.money.Money;

/** Amounts of money in minor units. */
final class Amounts {

    private Amounts() {}

    static long minor(String field, Money amount) {
        try {
            return amount.getAmountMinorLong();
        } catch (ArithmeticException tooMuch) {
            throw new InvalidInputException(field, "is too large", "give minor units that fit a long");
        }
    }

    /** A part of a whole, down; the whole may be 0 only if the part is, and then all of the value is left. */
    static long share(long value, long part, long whole) {
        if (whole == 0) {
            return value;
        }
        return BigInteger.valueOf(value)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }
}

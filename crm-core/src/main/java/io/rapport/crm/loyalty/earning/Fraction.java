package io.rapport.crm.loyalty.earning;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact part of points, so that three thirds are one. Not negative.
 *
 * @param over above 0
 */
record Fraction(BigInteger parts, BigInteger over) {

    static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    Fraction {
        BigInteger common = parts.gcd(over);
        parts = parts.divide(common);
        over = over.divide(common);
    }

    static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    static Fraction of(BigDecimal number) {
        BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
        return new Fraction(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
    }

    Fraction plus(Fraction other) {
        return new Fraction(parts.multiply(other.over).add(other.parts.multiply(over)), over.multiply(other.over));
    }

    Fraction minus(Fraction other) {
        return new Fraction(parts.multiply(other.over).subtract(other.parts.multiply(over)), over.multiply(other.over));
    }

    Fraction times(Fraction other) {
        return new Fraction(parts.multiply(other.parts), over.multiply(other.over));
    }

    Fraction dividedBy(Fraction other) {
        return new Fraction(parts.multiply(other.over), over.multiply(other.parts));
    }

    /** Throws ArithmeticException if that is above {@link Long#MAX_VALUE}. */
    long rounded(RoundingMode mode) {
        return new BigDecimal(parts)
                .divide(new BigDecimal(over), 0, mode)
                .toBigIntegerExact()
                .longValueExact();
    }
}

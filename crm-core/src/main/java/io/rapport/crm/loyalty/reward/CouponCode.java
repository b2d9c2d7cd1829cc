package io.rapport.crm.loyalty.reward;

import com.google.common.base.CharMatcher;
import com.google.common.hash.Hashing;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A code that cannot be guessed: twenty of thirty letters and digits that are not mistaken for each other, which is 98
 * bits of a secure random source. Whoever knows it has the coupon, so it is never logged, and only its hash is stored.
 * Immutable and thread-safe.
 *
 * @param value as customers see it, such as {@code "7KQ2M-XXXXX-XXXXX-XXXXX"}; small letters, spaces and missing dashes are
 *     understood
 */
public record CouponCode(String value) {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 20;
    private static final int GROUP = 5;
    private static final CharMatcher SYMBOLS = CharMatcher.anyOf(ALPHABET);
    private static final CharMatcher BETWEEN = CharMatcher.anyOf("- ");

    public CouponCode {
        String given = Require.atMost("code", value, 40);
        String plain = BETWEEN.removeFrom(given).toUpperCase(Locale.ROOT);
        if (plain.length() != LENGTH || !SYMBOLS.matchesAllOf(plain)) {
            throw new InvalidInputException("code", "is no coupon code", "give the code as it stands on the coupon");
        }
        value = grouped(plain);
    }

    static CouponCode next(SecureRandom random) {
        return new CouponCode(random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(place -> ALPHABET.substring(place, place + 1))
                .collect(Collectors.joining()));
    }

    /** By which a coupon is found: SHA-256, as 64 hexadecimal digits. With 98 random bits it needs no salt. */
    String hash() {
        return Hashing.sha256()
                .hashString("rapport.coupon:" + value, StandardCharsets.US_ASCII)
                .toString();
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "CouponCode[..]";
    }

    private static String grouped(String plain) {
        StringBuilder text = new StringBuilder(plain);
        for (int place = LENGTH - GROUP; place > 0; place -= GROUP) {
            text.insert(place, '-');
        }
        return text.toString();
    }
}

package io.rapport.crm.quickstart.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/** The kinds of values that the files hold. */
public final class ValueTypes {

    private static final int LONGEST_NUMBER = 18;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private ValueTypes() {}

    /** Any text of at most {@code max} UTF-16 units. */
    public static ValueType<String> text(int max) {
        return new ValueType<>("text of at most " + max + " characters", text -> {
            if (text.length() > max) {
                throw new BadValueException("has " + text.length() + " characters; at most " + max + " are allowed");
            }
            return text;
        });
    }

    /** Words separated by {@code ;}; repetitions and empty words are dropped. */
    public static ValueType<Set<String>> words() {
        return new ValueType<>(
                "words separated by ;",
                text -> Arrays.stream(text.split(";"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** {@code true} or {@code false}. */
    public static ValueType<Boolean> flag() {
        return new ValueType<>("true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadValueException("is neither true nor false");
        });
    }

    /** An ISO-8601 instant with an offset, for example {@code 2026-10-01T09:30:00Z}. */
    public static ValueType<Instant> instant() {
        return new ValueType<>("an instant such as 2026-10-01T09:30:00Z", text -> {
            try {
                return plausible(Instant.parse(text));
            } catch (DateTimeException e) {
                throw new BadValueException("is not an instant such as 2026-10-01T09:30:00Z");
            }
        });
    }

    /** A date, taken as the first instant of that day in {@code zone}, or an instant. */
    public static ValueType<Instant> dateOrInstant(ZoneId zone) {
        return new ValueType<>("a date such as 2026-10-01 or an instant such as 2026-10-01T09:30:00Z", text -> {
            try {
                return plausible(
                        text.indexOf('T') < 0
                                ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                                : Instant.parse(text));
            } catch (DateTimeException e) {
                throw new BadValueException(
                        "is neither a date such as 2026-10-01 " + "nor an instant such as 2026-10-01T09:30:00Z");
            }
        });
    }

    /** A decimal number with {@code .} as its point, 0 or more. Zero is a fact (a gift), a negative amount is not. */
    public static ValueType<BigDecimal> amount() {
        return new ValueType<>("a decimal number such as 19.90, 0 or more", ValueTypes::parseAmount);
    }

    /** A whole number of at least {@code low} and at most {@code high}. */
    public static ValueType<Long> wholeNumber(long low, long high) {
        String range = high == Long.MAX_VALUE ? low + " or more" : low + " to " + high;
        return new ValueType<>("a whole number, " + range, text -> {
            if (!isPlainNumber(text) || text.indexOf('.') >= 0 || text.length() > LONGEST_NUMBER) {
                throw new BadValueException("is not a whole number such as 7");
            }
            long number = Long.parseLong(text);
            if (number < low || number > high) {
                throw new BadValueException("is outside the allowed range, " + range);
            }
            return number;
        });
    }

    /** A three-letter ISO-4217 currency code. */
    public static ValueType<CurrencyUnit> currency() {
        return new ValueType<>("a currency code such as EUR", text -> {
            try {
                return CurrencyUnit.of(text);
            } catch (IllegalCurrencyException e) {
                throw new BadValueException("is not a currency code such as EUR");
            }
        });
    }

    /** A two-letter ISO-3166 country code. */
    public static ValueType<String> country() {
        return new ValueType<>("a country code such as DE", text -> {
            if (!COUNTRIES.contains(text)) {
                throw new BadValueException("is not a country code such as DE");
            }
            return text;
        });
    }

    /** One of the names of an enum, in capitals as they are declared. */
    public static <E extends Enum<E>> ValueType<E> oneOf(Class<E> type) {
        Map<String, E> byName = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));
        String names = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        return new ValueType<>("one of " + names, text -> {
            E constant = byName.get(text);
            if (constant == null) {
                throw new BadValueException("is not one of " + names);
            }
            return constant;
        });
    }

    /** A shop of today has no data of other times; 0026 for 2026 is a slip of the pen. */
    private static Instant plausible(Instant at) {
        if (at.isBefore(EARLIEST) || !at.isBefore(LATEST)) {
            throw new BadValueException("is not in the years 1900 to 2199");
        }
        return at;
    }

    private static BigDecimal parseAmount(String text) {
        if (!isPlainNumber(text) || text.length() > LONGEST_NUMBER) {
            throw new BadValueException("is not a decimal number such as 19.90");
        }
        BigDecimal amount = new BigDecimal(text);
        if (amount.signum() < 0) {
            throw new BadValueException("is negative; give 0 or more");
        }
        return amount;
    }

    /** Digits with an optional sign and point. BigDecimal alone would also take exponents and other scripts' digits. */
    private static boolean isPlainNumber(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int points = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && i > start && i < text.length() - 1) {
                points++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return text.length() > start && points <= 1;
    }
}

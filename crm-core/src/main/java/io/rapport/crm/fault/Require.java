package io.rapport.crm.fault;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The checks that compact constructors make. Each returns the value it was given, or throws an
 * {@link InvalidInputException} that names the field.
 */
public final class Require {

    /**
     * What {@link #text} asks for, as a regular expression for constraints on optional text; {@code @NotBlank} would
     * refuse an empty {@code Optional}.
     */
    public static final String VISIBLE = "(?s).*\\P{javaWhitespace}.*";

    private Require() {}

    public static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidInputException(field, "is missing", "give a value");
        }
        return value;
    }

    /** Present, with something other than white space in it, and at most {@code max} UTF-16 units long. */
    public static String text(String field, @Nullable String value, int max) {
        String text = present(field, value);
        if (text.isBlank()) {
            throw new InvalidInputException(field, "is blank", "give at least one visible character");
        }
        return atMost(field, text, max);
    }

    /** Present, possibly empty, and at most {@code max} UTF-16 units long. */
    public static String atMost(String field, @Nullable String value, int max) {
        String text = present(field, value);
        if (text.length() > max) {
            throw new InvalidInputException(
                    field, "has " + text.length() + " characters", "give at most " + max + " characters");
        }
        return text;
    }

    public static long positive(String field, long value) {
        if (value <= 0) {
            throw new InvalidInputException(field, "is " + value, "give a number above 0");
        }
        return value;
    }

    public static long notNegative(String field, long value) {
        if (value < 0) {
            throw new InvalidInputException(field, "is " + value, "give 0 or more");
        }
        return value;
    }

    public static int between(String field, int value, int low, int high) {
        if (value < low || value > high) {
            throw new InvalidInputException(field, "is " + value, "give a number from " + low + " to " + high);
        }
        return value;
    }

    /** An immutable copy without nulls. */
    public static <T> List<T> list(String field, @Nullable Collection<? extends T> values) {
        return List.copyOf(withoutNulls(field, values));
    }

    /** An immutable copy without nulls or repetitions. */
    public static <T> Set<T> set(String field, @Nullable Collection<? extends T> values) {
        return Set.copyOf(withoutNulls(field, values));
    }

    /** Throws unless {@code holds}. */
    public static void that(boolean holds, String field, String problem, String remedy) {
        if (!holds) {
            throw new InvalidInputException(field, problem, remedy);
        }
    }

    private static <T> Collection<? extends T> withoutNulls(String field, @Nullable Collection<? extends T> values) {
        Collection<? extends T> given = present(field, values);
        for (T value : given) {
            present(field + "[]", value);
        }
        return given;
    }
}

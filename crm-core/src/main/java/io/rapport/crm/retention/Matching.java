package io.rapport.crm.retention;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When a customer counts as retained in a column of a cohort table.
 *
 * @param kind the rule
 * @param bounds for brackets, the windows at which they start, and the one before which the last ends; otherwise empty
 */
public record Matching(Kind kind, List<Integer> bounds) implements Serializable {

    /** The rules. */
    public enum Kind {
        /** Active in the column's window. */
        ON,
        /** Active in the column's window or any later one ("unbounded retention"). */
        ON_OR_AFTER,
        /** Active in any window of the column's bracket. */
        BRACKET
    }

    private static final Matching ON = new Matching(Kind.ON, List.of());
    private static final Matching ON_OR_AFTER = new Matching(Kind.ON_OR_AFTER, List.of());

    public Matching {
        Require.present("kind", kind);
        bounds = Require.list("bounds", bounds);
        if (kind == Kind.BRACKET) {
            Require.that(bounds.size() >= 2, "bounds", "make no bracket", "give at least two");
            Require.that(bounds.get(0) >= 0, "bounds", "start below window 0", "start at 0 or above");
            Require.that(rising(bounds), "bounds", "do not rise", "give each window once, in order");
        } else {
            Require.that(bounds.isEmpty(), "bounds", "are given without brackets", "leave them out");
        }
    }

    /** Column j holds the customers who were active in window j. */
    public static Matching on() {
        return ON;
    }

    /**
     * Column j holds the customers who were active in window j or later, as far as the data go. A customer who is away
     * may still come back, so complete cells can rise when more data come in.
     */
    public static Matching onOrAfter() {
        return ON_OR_AFTER;
    }

    /**
     * Column k holds the customers who were active in a window from the k-th bound to before the next. {@code
     * brackets(0, 1, 4, 8)} makes three columns: window 0, windows 1 to 3, windows 4 to 7.
     */
    public static Matching brackets(int... bounds) {
        return new Matching(Kind.BRACKET, IntStream.of(bounds).boxed().toList());
    }

    /** A short heading for a column: {@code "3"}, {@code "3+"}, or {@code "1-3"} for a bracket. */
    String heading(int column) {
        return switch (kind) {
            case ON -> String.valueOf(column);
            case ON_OR_AFTER -> column + "+";
            case BRACKET -> bracket(bounds.get(column), bounds.get(column + 1) - 1);
        };
    }

    private static String bracket(int from, int last) {
        return from == last ? String.valueOf(from) : from + "-" + last;
    }

    private static boolean rising(List<Integer> bounds) {
        return IntStream.range(1, bounds.size()).allMatch(i -> bounds.get(i - 1) < bounds.get(i));
    }
}

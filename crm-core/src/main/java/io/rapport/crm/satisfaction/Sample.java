package io.rapport.crm.satisfaction;

/** How many answers a score needs before it is shown, and before it is shown without a warning. */
final class Sample {

    private static final int FEWEST_SHOWN = 5;
    private static final int FEWEST_UNMARKED = 30;

    private Sample() {}

    static boolean withheld(long n) {
        return n < FEWEST_SHOWN;
    }

    static boolean low(long n) {
        return n < FEWEST_UNMARKED;
    }

    /** The sentence that stands in for a score that must not be shown. */
    static String whyWithheld(String score, long n) {
        return n == 0
                ? score + " is undefined: there are no answers."
                : score + " is withheld for anonymity: " + answers(n) + ", at least " + FEWEST_SHOWN + " are needed.";
    }

    static String mark(long n) {
        return low(n) ? " Low n: fewer than " + FEWEST_UNMARKED + " answers." : "";
    }

    static String answers(long n) {
        return n == 1 ? "1 answer" : n + " answers";
    }
}

package io.rapport.crm.quickstart.scorecard;

import io.rapport.crm.quickstart.scorecard.Scorecard.Score;
import io.rapport.crm.quickstart.scorecard.Scorecard.Span;
import java.time.Duration;
import java.util.Locale;
import org.joda.money.Money;

/** How figures are written, the same on the console and in the report, whatever the machine's language. */
public final class Words {

    /** What the time of a first response is. */
    public static final String ELAPSED = "In elapsed time, around the clock: business hours come with service levels.";

    private Words() {}

    /** With a comma after each thousand. */
    public static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** In percent with one decimal; a dash when undefined. */
    public static String percent(Share share) {
        return share.value().isEmpty() ? "-" : percent(share.value().getAsDouble());
    }

    /** A fraction in percent with one decimal. */
    public static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", fraction * 100);
    }

    /** For example {@code 11,516 of 23,570 (48.9 %)}. */
    public static String share(Share share) {
        return share.of() == 0
                ? "undefined: there is nothing to take a share of"
                : number(share.part()) + " of " + number(share.of()) + " (" + percent(share) + ")";
    }

    /** The code of the currency and the amount with a comma after each thousand. */
    public static String money(Money money) {
        int decimals = money.getCurrencyUnit().getDecimalPlaces();
        return money.getCurrencyUnit().getCode() + " "
                + String.format(Locale.ROOT, "%,." + decimals + "f", money.getAmount());
    }

    /** Whole hours, or minutes when it is not a whole number of hours. */
    public static String duration(Duration duration) {
        boolean wholeHours = duration.toMinutesPart() == 0;
        long count = wholeHours ? duration.toHours() : duration.toMinutes();
        return count + (wholeHours ? " hour" : " minute") + (count == 1 ? "" : "s");
    }

    /** A share with its interval, or why it is not shown. */
    public static String csat(Score score) {
        return score.estimate()
                .map(estimate -> percent(estimate.value()) + " (" + percent(estimate.low()) + " to "
                        + percent(estimate.high()) + ", " + basis(estimate) + ")")
                .orElseGet(() -> withheld(score));
    }

    /** A score from -100 to 100 with its interval, or why it is not shown. */
    public static String nps(Score score) {
        return score.estimate()
                .map(estimate -> String.format(
                        Locale.ROOT,
                        "%+.1f (%+.1f to %+.1f, %s)",
                        estimate.value(),
                        estimate.low(),
                        estimate.high(),
                        basis(estimate)))
                .orElseGet(() -> withheld(score));
    }

    /** The days covered and the zone they begin in. */
    public static String span(Span span) {
        String days = span.firstDay().isPresent() && span.lastDay().isPresent()
                ? "orders from " + span.firstDay().get() + " to "
                        + span.lastDay().get()
                : "no orders";
        return days + ", days of " + span.zone().getId();
    }

    /** {@code LIVE_CHAT} as {@code live chat}. */
    public static String constant(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String basis(Estimate estimate) {
        return number(estimate.n()) + " answers" + (estimate.restsOnFew() ? ", low n" : "");
    }

    private static String withheld(Score score) {
        return score.answers() == 0
                ? "no answers"
                : "withheld: only " + score.answers() + " answers, which could tell who gave them";
    }
}

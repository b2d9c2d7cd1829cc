package io.rapport.crm.loyalty.earning;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/**
 * One rule by which points are earned. What several rules give adds up. Made by the static methods, and narrowed by the
 * others. Immutable.
 *
 * @param name unique among the rules of a program, at most 64 characters
 * @param kind what it is for
 * @param rate points above 0 or, of a multiplier, the factor from 1 to 1000; at most 6 decimals. 1 for a tier multiplier
 * @param per the money for which {@code PER_AMOUNT} gives its points; empty for all others
 * @param wholeSteps whether it gives points only for each full {@code per}
 * @param on the lines it is for; all where nothing is named. A multiplier multiplies what was given on them
 * @param except lines it is not for
 * @param minimumOrder what the order must be worth, after its discount and without what the program excludes
 * @param window when it holds; always where empty
 * @param event the event of {@code PER_EVENT}; empty for all others
 * @param stops whether no later rule is executed when this one matched
 */
public record PointsRule(
        String name,
        Kind kind,
        BigDecimal rate,
        Optional<Money> per,
        boolean wholeSteps,
        Selection on,
        Selection except,
        Optional<Money> minimumOrder,
        Optional<CampaignWindow> window,
        Optional<String> event,
        boolean stops) {

    /** What a rule is for. */
    public enum Kind {
        /** Points for so much money. */
        PER_AMOUNT,
        /** Points for each unit of the articles that it is for. */
        PER_UNIT,
        /** Points once for an order that has a line that it is for. */
        PER_ORDER,
        /** Points for an event. */
        PER_EVENT,
        /** Adds to what the rules before it gave on lines, so that it is a multiple. */
        MULTIPLIER,
        /** The same with the factor of the account's tier. */
        TIER_MULTIPLIER
    }

    static final int MAX_NAME = 64;

    private static final int DECIMALS = 6;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal HIGHEST_FACTOR = BigDecimal.valueOf(1000);

    public PointsRule {
        Require.text("rule", name, MAX_NAME);
        Require.present("kind", kind);
        rate = plain(kind, Require.present("rate", rate));
        Require.that(
                Require.present("per", per).isPresent() == (kind == Kind.PER_AMOUNT)
                        && per.stream().allMatch(Money::isPositive),
                "per",
                "does not fit " + kind,
                "give an amount above 0 with PER_AMOUNT only");
        Require.that(!wholeSteps || per.isPresent(), "wholeSteps", "has no amount", "ask for it with PER_AMOUNT only");
        Require.present("on", on);
        Require.present("except", except);
        Require.that(
                Require.present("minimumOrder", minimumOrder).stream().allMatch(Money::isPositive),
                "minimumOrder",
                "is not above 0",
                "give an amount above 0, or none");
        Require.present("window", window);
        Require.present("event", event).ifPresent(text -> Require.text("event", text, MAX_NAME));
        Require.that(
                event.isPresent() == (kind == Kind.PER_EVENT),
                "event",
                "does not fit " + kind,
                "name one with PER_EVENT only");
        Require.that(
                kind != Kind.PER_EVENT || (on.empty() && except.empty() && minimumOrder.isEmpty()),
                "on",
                "asks for lines of an event",
                "name articles and amounts in rules for orders only");
    }

    /** Points for so much money, such as 1 for each euro. */
    public static PointsRule perAmount(String name, BigDecimal points, Money per) {
        return of(name, Kind.PER_AMOUNT, points, Optional.of(per), Optional.empty());
    }

    /** Points for each unit. */
    public static PointsRule perUnit(String name, BigDecimal points) {
        return of(name, Kind.PER_UNIT, points, Optional.empty(), Optional.empty());
    }

    /** Points once for an order. */
    public static PointsRule perOrder(String name, long points) {
        return of(name, Kind.PER_ORDER, BigDecimal.valueOf(points), Optional.empty(), Optional.empty());
    }

    /** Points for an event. */
    public static PointsRule perEvent(String name, String event, long points) {
        return of(name, Kind.PER_EVENT, BigDecimal.valueOf(points), Optional.empty(), Optional.of(event));
    }

    /** A multiple of what the rules before it give. */
    public static PointsRule multiplier(String name, BigDecimal factor) {
        return of(name, Kind.MULTIPLIER, factor, Optional.empty(), Optional.empty());
    }

    /** The multiple of the account's tier of what the rules before it give. */
    public static PointsRule tierMultiplier(String name) {
        return of(name, Kind.TIER_MULTIPLIER, BigDecimal.ONE, Optional.empty(), Optional.empty());
    }

    /** Only for each full amount. */
    public PointsRule inWholeSteps() {
        return new PointsRule(name, kind, rate, per, true, on, except, minimumOrder, window, event, stops);
    }

    public PointsRule on(Selection lines) {
        return new PointsRule(name, kind, rate, per, wholeSteps, lines, except, minimumOrder, window, event, stops);
    }

    public PointsRule except(Selection lines) {
        return new PointsRule(name, kind, rate, per, wholeSteps, on, lines, minimumOrder, window, event, stops);
    }

    public PointsRule minimumOrder(Money amount) {
        return new PointsRule(name, kind, rate, per, wholeSteps, on, except, Optional.of(amount), window, event, stops);
    }

    public PointsRule during(CampaignWindow campaign) {
        return new PointsRule(
                name, kind, rate, per, wholeSteps, on, except, minimumOrder, Optional.of(campaign), event, stops);
    }

    /** No later rule is executed when this one matched. */
    public PointsRule last() {
        return new PointsRule(name, kind, rate, per, wholeSteps, on, except, minimumOrder, window, event, true);
    }

    boolean multiplies() {
        return kind == Kind.MULTIPLIER || kind == Kind.TIER_MULTIPLIER;
    }

    boolean holds(Instant at) {
        return window.stream().allMatch(campaign -> campaign.contains(at));
    }

    private static PointsRule of(String name, Kind kind, BigDecimal rate, Optional<Money> per, Optional<String> event) {
        return new PointsRule(
                name,
                kind,
                rate,
                per,
                false,
                Selection.NONE,
                Selection.NONE,
                Optional.empty(),
                Optional.empty(),
                event,
                false);
    }

    private static BigDecimal plain(Kind kind, BigDecimal rate) {
        BigDecimal plain = rate.stripTrailingZeros();
        plain = plain.scale() < 0 ? plain.setScale(0) : plain;
        boolean factor = kind == Kind.MULTIPLIER || kind == Kind.TIER_MULTIPLIER;
        boolean fits = factor
                ? plain.compareTo(BigDecimal.ONE) >= 0 && plain.compareTo(HIGHEST_FACTOR) <= 0
                : plain.signum() > 0 && plain.compareTo(MOST) <= 0;
        boolean whole = kind != Kind.PER_ORDER && kind != Kind.PER_EVENT;
        if (!fits || plain.scale() > (whole ? DECIMALS : 0)) {
            throw new InvalidInputException(
                    "rate",
                    "is " + plain.toPlainString() + " for " + kind,
                    "give points above 0 and at most 1000000000, or a factor from 1 to 1000, with at most 6 decimals,"
                            + " and none where they are given once");
        }
        return plain;
    }
}

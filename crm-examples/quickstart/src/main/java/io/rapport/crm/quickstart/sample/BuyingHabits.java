package io.rapport.crm.quickstart.sample;

import io.rapport.crm.quickstart.sample.Shopper.Order;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Decides when a customer buys, for how much, and when points are spent. */
final class BuyingHabits {

    private static final int MEDIAN_CENTS = 42_00;
    private static final double SPREAD = 0.6;
    /** No two shoppers are alike: how often they buy, and how long they stay, differs between them. */
    private static final double TASTES = 0.9;

    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final long POINTS_STEP = 100;

    private final Dice dice;
    private final YearMonth last;

    BuyingHabits(Dice dice, YearMonth last) {
        this.dice = dice;
        this.last = last;
    }

    List<Order> orders(Instant registeredAt, boolean member) {
        List<Instant> moments = moments(registeredAt, member);
        moments.removeIf(at -> !YearMonth.from(at.atOffset(ZoneOffset.UTC)).isBefore(last.plusMonths(1)));
        moments.sort(Comparator.naturalOrder());
        List<Order> orders = new ArrayList<>();
        long balance = 0;
        for (Instant at : moments) {
            // A replacement for a damaged parcel is an order too, and costs nothing.
            long cents = dice.chance(0.005) ? 0 : (long) dice.logNormal(MEDIAN_CENTS, SPREAD);
            long points =
                    member && balance >= POINTS_STEP && dice.chance(0.3) ? balance / POINTS_STEP * POINTS_STEP : 0;
            orders.add(new Order(at, cents, points));
            balance += cents / 100 - points;
        }
        return orders;
    }

    private List<Instant> moments(Instant registeredAt, boolean member) {
        List<Instant> moments = new ArrayList<>();
        if (dice.chance(0.03)) {
            return moments;
        }
        add(moments, registeredAt.plus(dice.between(Duration.ofMinutes(2), Duration.ofMinutes(40))));
        boolean oneTimer = dice.chance(member ? 0.25 : 0.55);
        if (oneTimer) {
            return moments;
        }
        double daysBetween = dice.logNormal(member ? 40 : 60, TASTES);
        double leaves = Math.min(0.9, dice.logNormal(member ? 0.06 : 0.15, TASTES));
        Instant end = last.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant at = next(registeredAt, daysBetween);
        boolean stays = true;
        while (stays && at.isBefore(end)) {
            add(moments, at);
            stays = !dice.chance(leaves);
            at = next(at, daysBetween);
        }
        return moments;
    }

    /** At any time: what happened lately says nothing about when somebody buys again. In December all buy sooner. */
    private Instant next(Instant before, double daysBetween) {
        boolean december = before.atOffset(ZoneOffset.UTC).getMonth() == Month.DECEMBER;
        double days = dice.exponential(december ? daysBetween / 1.4 : daysBetween);
        return before.plusSeconds((long) (days * SECONDS_OF_A_DAY));
    }

    /** Some remember a thing they forgot and order again the same day, which makes two orders on one purchase day. */
    private void add(List<Instant> moments, Instant at) {
        moments.add(at);
        if (dice.chance(0.05)) {
            Instant again = at.plus(dice.between(Duration.ofMinutes(5), Duration.ofMinutes(50)));
            moments.add(again);
        }
    }
}

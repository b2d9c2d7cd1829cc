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
        YearMonth month = YearMonth.from(registeredAt.atOffset(ZoneOffset.UTC)).plusMonths(1);
        while (!month.isAfter(last) && !dice.chance(member ? 0.06 : 0.12)) {
            double appetite = (member ? 0.60 : 0.40) * (month.getMonth() == Month.DECEMBER ? 1.4 : 1);
            if (dice.chance(appetite)) {
                add(moments, SampleMonth.daytime(dice, month));
                if (dice.chance(0.2)) {
                    add(moments, SampleMonth.daytime(dice, month));
                }
            }
            month = month.plusMonths(1);
        }
        return moments;
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

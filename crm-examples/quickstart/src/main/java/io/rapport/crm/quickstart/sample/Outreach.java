package io.rapport.crm.quickstart.sample;

import io.rapport.crm.interaction.Channel;
import io.rapport.crm.interaction.Direction;
import io.rapport.crm.interaction.Initiative;
import io.rapport.crm.interaction.Purpose;
import io.rapport.crm.quickstart.input.SurveyRow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Decides what the shop does on its own in the month, and the sales talks that customers begin. */
final class Outreach {

    private final Dice dice;
    private final Happenings happenings;
    private final YearMonth month;

    Outreach(Dice dice, Happenings happenings, YearMonth month) {
        this.dice = dice;
        this.happenings = happenings;
        this.month = month;
    }

    void reach(Shopper shopper) {
        newsletter(shopper, day(6));
        newsletter(shopper, day(20));
        delayNotice(shopper);
        salesTalk(shopper);
        askToRecommend(shopper);
    }

    private void newsletter(Shopper shopper, Instant at) {
        if (shopper.member() && !shopper.identity().email().isEmpty()) {
            proactive(shopper, Channel.EMAIL, Purpose.MARKETING, at, dice.chance(0.31) ? "opened" : "sent");
        }
    }

    /** The carrier was late with the parcels of three days, and the shop said so before anybody asked. */
    private void delayNotice(Shopper shopper) {
        if (shopper.boughtBetween(day(11), day(14))) {
            proactive(shopper, Channel.APP, Purpose.SERVICE, day(14), "told of the delay");
        }
    }

    private void salesTalk(Shopper shopper) {
        if (shopper.tags().contains("wholesale")) {
            Instant at = SampleMonth.daytime(dice, month);
            proactive(shopper, Channel.PHONE, Purpose.SALES, at, dice.chance(0.4) ? "offer wanted" : "no need now");
        }
        Instant at = SampleMonth.daytime(dice, month);
        if (dice.chance(0.05) && !shopper.registeredAt().isAfter(at)) {
            Instant end = at.plus(dice.between(Duration.ofMinutes(2), Duration.ofMinutes(15)));
            String outcome = dice.chance(0.35) ? "ordered" : "still thinking";
            happenings.interaction(
                    shopper, Channel.LIVE_CHAT, Direction.IN, Initiative.REACTIVE, Purpose.SALES, at, end, outcome);
        }
    }

    private void askToRecommend(Shopper shopper) {
        Instant askedAt = day(24);
        if (!shopper.boughtBetween(askedAt.minus(Duration.ofDays(60)), askedAt)) {
            return;
        }
        boolean answers = dice.chance(0.45);
        proactive(shopper, Channel.EMAIL, Purpose.FEEDBACK, askedAt, answers ? "answered" : "no answer");
        if (answers) {
            Instant at = askedAt.plus(dice.between(Duration.ofMinutes(5), Duration.ofDays(5)));
            happenings.survey(shopper, SurveyRow.Kind.NPS, recommendation(shopper), at);
        }
    }

    private int recommendation(Shopper shopper) {
        int group = shopper.member() ? dice.weighted(15, 30, 55) : dice.weighted(32, 35, 33);
        return switch (group) {
            case 0 -> 6 - dice.weighted(40, 25, 15, 10, 5, 3, 2);
            case 1 -> dice.between(7, 8);
            default -> dice.between(9, 10);
        };
    }

    private void proactive(Shopper shopper, Channel channel, Purpose purpose, Instant at, String outcome) {
        if (!shopper.registeredAt().isAfter(at)) {
            happenings.interaction(shopper, channel, Direction.OUT, Initiative.PROACTIVE, purpose, at, at, outcome);
        }
    }

    private Instant day(int dayOfMonth) {
        return month.atDay(dayOfMonth).atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC);
    }
}

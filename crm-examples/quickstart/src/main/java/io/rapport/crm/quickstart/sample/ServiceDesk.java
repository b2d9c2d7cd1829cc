package io.rapport.crm.quickstart.sample;

import io.rapport.crm.interaction.Channel;
import io.rapport.crm.interaction.Direction;
import io.rapport.crm.interaction.Initiative;
import io.rapport.crm.interaction.Purpose;
import io.rapport.crm.quickstart.input.SurveyRow;
import io.rapport.crm.quickstart.sample.Shopper.Order;
import io.rapport.crm.ticket.TicketKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what goes wrong, how fast the staff answer, and how satisfied that leaves the customer. */
final class ServiceDesk {

    private static final List<TicketKind> KINDS = List.of(TicketKind.values());

    private static final Map<TicketKind, List<String>> SUBJECTS = Map.of(
            TicketKind.QUESTION, List.of("Which size fits?", "Do you ship abroad?", "Is it back in stock soon?"),
            TicketKind.INCIDENT, List.of("Parcel arrived damaged", "An item is missing"),
            TicketKind.ORDER_HELP, List.of("Change the delivery address", "Where is my parcel?", "Cancel an item"),
            TicketKind.TECHNICAL, List.of("Cannot log in", "Payment page does not load"),
            TicketKind.COMPLAINT, List.of("Delivery was late again", "Not as described", "Nobody called back"),
            TicketKind.RETURN, List.of("Return for a refund", "Exchange for another size"));

    private static final List<Channel> CHANNELS =
            List.of(Channel.EMAIL, Channel.LIVE_CHAT, Channel.PHONE, Channel.APP, Channel.SOCIAL);

    private final Dice dice;
    private final Happenings happenings;

    ServiceDesk(Dice dice, Happenings happenings) {
        this.dice = dice;
        this.happenings = happenings;
    }

    void after(Shopper shopper, Order order) {
        if (dice.chance(0.32)) {
            request(shopper, order.at().plus(dice.between(Duration.ofHours(1), Duration.ofDays(6))));
        }
    }

    void request(Shopper shopper, Instant openedAt) {
        TicketKind kind = KINDS.get(dice.weighted(30, 8, 25, 10, 12, 15));
        Channel channel = CHANNELS.get(dice.weighted(40, 25, 20, 10, 5));
        Duration delay = responseDelay();
        Optional<Instant> answered = happenings.known(openedAt.plus(delay));
        Optional<Instant> resolved = answered.filter(at -> dice.chance(0.9))
                .map(at -> at.plus(dice.between(Duration.ofMinutes(10), Duration.ofDays(4))))
                .flatMap(happenings::known);
        Optional<Instant> closed =
                resolved.map(at -> at.plus(Duration.ofDays(3))).flatMap(happenings::known);
        String subject = dice.oneOf(SUBJECTS.getOrDefault(kind, List.of()));
        happenings.ticket(shopper, kind, subject, openedAt, answered, resolved, closed);
        service(shopper, channel, Direction.IN, openedAt, "ticket opened");
        answered.ifPresent(at -> service(shopper, channel, Direction.OUT, at, "answered"));
        resolved.ifPresent(at -> rate(shopper, kind, delay, at));
    }

    private Duration responseDelay() {
        return switch (dice.weighted(72, 18, 10)) {
            case 0 -> dice.between(Duration.ofMinutes(10), Duration.ofHours(4));
            case 1 -> dice.between(Duration.ofHours(4), Duration.ofHours(24));
            default -> dice.between(Duration.ofHours(24), Duration.ofHours(72));
        };
    }

    private void service(Shopper shopper, Channel channel, Direction direction, Instant at, String outcome) {
        Instant end = at.plus(dice.between(Duration.ofMinutes(1), Duration.ofMinutes(20)));
        happenings.interaction(shopper, channel, direction, Initiative.REACTIVE, Purpose.SERVICE, at, end, outcome);
    }

    private void rate(Shopper shopper, TicketKind kind, Duration delay, Instant resolvedAt) {
        Instant askedAt = resolvedAt.plus(Duration.ofHours(1));
        boolean answers = dice.chance(0.5);
        happenings.interaction(
                shopper,
                Channel.EMAIL,
                Direction.OUT,
                Initiative.PROACTIVE,
                Purpose.FEEDBACK,
                askedAt,
                askedAt,
                answers ? "answered" : "no answer");
        if (answers) {
            Instant at = askedAt.plus(dice.between(Duration.ofMinutes(5), Duration.ofDays(2)));
            happenings.survey(shopper, SurveyRow.Kind.CSAT, satisfaction(kind, delay), at);
        }
    }

    private int satisfaction(TicketKind kind, Duration delay) {
        int score = 1;
        if (delay.compareTo(Duration.ofHours(4)) <= 0) {
            score += dice.weighted(2, 3, 10, 35, 50);
        } else if (delay.compareTo(Duration.ofHours(24)) <= 0) {
            score += dice.weighted(6, 10, 24, 38, 22);
        } else {
            score += dice.weighted(25, 28, 25, 15, 7);
        }
        boolean stillCross = kind == TicketKind.COMPLAINT && dice.chance(0.4);
        return stillCross ? Math.max(1, score - 1) : score;
    }
}

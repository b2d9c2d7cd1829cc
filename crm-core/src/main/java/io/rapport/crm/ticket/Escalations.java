package io.rapport.crm.ticket;

import io.rapport.crm.fault.CrmException;
import io.rapport.crm.store.StaleAggregateException;
import io.rapport.crm.ticket.sla.EscalationPoint;
import io.rapport.crm.ticket.sla.ServiceClock;
import io.rapport.crm.ticket.sla.ServiceClocks;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fires the levels of escalations whose time has come. The ledger of what has fired is the ticket's own history: a level
 * is written there together with what it does, against the version that was looked at, so that of any number of nodes one
 * succeeds and none fires twice. Each ticket that is escalated is a unit of work of its own.
 */
final class Escalations {

    private static final Logger LOG = LoggerFactory.getLogger(Escalations.class);
    private static final int BATCH = 500;
    private static final Duration UNTIL_ANOTHER_TRY = Duration.ofHours(1);

    private final TicketDesk desk;
    private final ServiceTerms terms;
    private final Instant now;

    Escalations(TicketDesk desk) {
        this.desk = desk;
        terms = new ServiceTerms(desk.workspace(), desk.calendars());
        now = desk.workspace().now();
    }

    TicketTick tick() {
        TicketTick all = TicketTick.NOTHING;
        Round round;
        do {
            round = round(BATCH);
            all = all.plus(round.tick());
        } while (round.full());
        return all;
    }

    TicketTick tick(int limit) {
        return round(limit).tick();
    }

    private record Round(TicketTick tick, boolean full) {}

    /**
     * What is to be done with one ticket.
     *
     * @param after the ticket with what fires; as it is if nothing does
     * @param failed whether it could not be told what to do
     */
    private record Plan(Ticket after, List<TicketEvent> history, int firing, Optional<Instant> next, boolean failed) {

        Plan after(Ticket ticket) {
            return new Plan(ticket, history, firing, next, failed);
        }
    }

    private Round round(int limit) {
        List<Ticket> watched = desk.reading(tickets -> tickets.watched(now, limit));
        if (watched.isEmpty()) {
            return new Round(TicketTick.NOTHING, false);
        }
        Map<TicketId, List<TicketEvent>> histories = desk.reading(
                tickets -> tickets.histories(watched.stream().map(Ticket::id).toList()));
        List<Plan> plans = watched.stream()
                .map(ticket -> planned(ticket, Objects.requireNonNull(histories.get(ticket.id()))))
                .toList();
        List<Plan> firing = plans.stream().filter(plan -> plan.firing() > 0).toList();
        List<Plan> escalated =
                firing.stream().map(this::saved).flatMap(Optional::stream).toList();
        Stream<Plan> quiet = plans.stream().filter(plan -> plan.firing() == 0);
        List<TicketWatch> seen =
                Stream.concat(quiet, escalated.stream()).map(Escalations::watch).toList();
        desk.writing(tickets -> {
            tickets.watch(seen);
            return seen.size();
        });
        int fired = escalated.stream().mapToInt(Plan::firing).sum();
        int failed = (int) plans.stream().filter(Plan::failed).count();
        return new Round(
                new TicketTick(0, 0, 0, fired, firing.size() - escalated.size(), failed),
                watched.size() == limit && !seen.isEmpty());
    }

    /** One ticket that cannot be judged must not keep the others from being escalated. */
    private Plan planned(Ticket ticket, List<TicketEvent> history) {
        try {
            return plan(ticket, history);
        } catch (CrmException failure) {
            LOG.error("the promises about {} cannot be computed; looked at again in an hour", ticket.id(), failure);
            return new Plan(ticket, history, 0, Optional.of(now.plus(UNTIL_ANOTHER_TRY)), true);
        }
    }

    private Plan plan(Ticket ticket, List<TicketEvent> history) {
        ServiceClocks clocks = ServiceClocks.of(TicketTimeline.of(history), terms.agreements(history), now);
        List<EscalationPoint> open = clocks.stretches().keySet().stream()
                .flatMap(metric -> points(clocks.clock(metric)).stream())
                .filter(point -> !fired(history, point))
                .sorted(Comparator.comparing(EscalationPoint::reachedAt))
                .toList();
        List<EscalationPoint> firing =
                open.stream().filter(point -> point.firesBy(now)).toList();
        Optional<Instant> next = open.stream()
                .filter(point -> !firing.contains(point))
                .map(point -> point.nextLook(now))
                .min(Comparator.naturalOrder());
        return new Plan(escalated(ticket, firing), history, firing.size(), next, false);
    }

    private List<EscalationPoint> points(ServiceClock clock) {
        return clock.agreement()
                .map(agreement -> agreement.level())
                .map(level -> terms.policy(level.id(), level.version()).escalation())
                .map(escalation -> EscalationPoint.of(clock, escalation, now))
                .orElse(List.of());
    }

    private static boolean fired(List<TicketEvent> history, EscalationPoint point) {
        return history.stream()
                .anyMatch(event -> event instanceof TicketEvent.Escalated done
                        && done.metric() == point.clock().metric()
                        && done.level().equals(point.level().name())
                        && Optional.of(done.owedSince()).equals(point.clock().startedAt()));
    }

    private Ticket escalated(Ticket ticket, List<EscalationPoint> firing) {
        Ticket after = ticket;
        for (EscalationPoint point : firing) {
            after = after.escalate(point, now);
        }
        return after;
    }

    /** The plan as it was carried out; empty if somebody else was faster. */
    private Optional<Plan> saved(Plan plan) {
        try {
            return desk.workspace().inTransaction(unit -> {
                Ticket after = new PlaybookChoice(unit).escalated(plan.after(), plan.history(), now);
                TicketDesk.repository(unit).save(after);
                return Optional.of(plan.after(after));
            });
        } catch (StaleAggregateException overtaken) {
            return Optional.empty();
        }
    }

    private static TicketWatch watch(Plan plan) {
        return new TicketWatch(plan.after().id(), plan.after().version(), plan.next());
    }
}

package io.rapport.crm.ticket;

import io.rapport.crm.store.StaleAggregateException;
import io.rapport.crm.ticket.sla.EscalationAction;
import io.rapport.crm.ticket.sla.EscalationPoint;
import io.rapport.crm.ticket.sla.ServiceClock;
import io.rapport.crm.ticket.sla.ServiceClocks;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Fires the levels of escalations whose time has come. The ledger of what has fired is the ticket's own history: a level
 * is written there together with what it does, against the version that was looked at, so that of any number of nodes one
 * succeeds and none fires twice. Each ticket that is escalated is a unit of work of its own.
 */
final class Escalations {

    private static final int BATCH = 500;

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

    /** What is to be done with one ticket. */
    private record Plan(
            Ticket ticket, List<TicketEvent> history, List<EscalationPoint> firing, Optional<Instant> next) {

        /** The keys of the playbooks that are to be started. */
        List<String> playbooks() {
            return firing.stream()
                    .flatMap(point -> point.level().actions().stream())
                    .filter(EscalationAction.StartPlaybook.class::isInstance)
                    .map(action -> ((EscalationAction.StartPlaybook) action).key())
                    .toList();
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
                .map(ticket -> plan(ticket, Objects.requireNonNull(histories.get(ticket.id()))))
                .toList();
        List<Plan> firing =
                plans.stream().filter(plan -> !plan.firing().isEmpty()).toList();
        List<Plan> escalated = firing.stream().filter(this::escalated).toList();
        List<TicketWatch> seen = plans.stream()
                .filter(plan -> plan.firing().isEmpty())
                .map(plan -> watch(plan.ticket(), plan.next()))
                .toList();
        desk.writing(tickets -> {
            tickets.watch(seen);
            return seen.size();
        });
        int fired = escalated.stream().mapToInt(plan -> plan.firing().size()).sum();
        boolean progress = !seen.isEmpty() || !escalated.isEmpty();
        return new Round(
                new TicketTick(0, 0, 0, fired, firing.size() - escalated.size()), watched.size() == limit && progress);
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
        return new Plan(ticket, history, firing, next);
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

    private boolean escalated(Plan plan) {
        Ticket escalated = plan.ticket();
        for (EscalationPoint point : plan.firing()) {
            escalated = escalated.escalate(point, now);
        }
        Ticket fired = escalated;
        try {
            return desk.workspace().inTransaction(unit -> {
                Ticket after = new PlaybookChoice(unit).escalated(fired, plan.playbooks(), plan.history(), now);
                TicketRepository tickets = TicketDesk.repository(unit);
                tickets.save(after);
                tickets.watch(List.of(watch(after, plan.next())));
                return true;
            });
        } catch (StaleAggregateException overtaken) {
            return false;
        }
    }

    private static TicketWatch watch(Ticket ticket, Optional<Instant> next) {
        return new TicketWatch(ticket.id(), ticket.version(), next);
    }
}

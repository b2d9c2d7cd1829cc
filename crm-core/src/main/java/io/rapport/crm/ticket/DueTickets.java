package io.rapport.crm.ticket;

import io.rapport.crm.store.StaleAggregateException;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Moves the tickets whose time has come. Each is a unit of work of its own; one that is stale is left to whoever has it. */
record DueTickets(TicketDesk desk) {

    private static final int BATCH = 500;

    TicketTick tick() {
        TicketTick all = TicketTick.NOTHING;
        TicketTick batch;
        do {
            batch = moved(BATCH);
            all = all.plus(batch);
        } while (batch.movedSomething());
        return all.plus(new Escalations(desk).tick());
    }

    TicketTick tick(int limit) {
        return moved(limit).plus(new Escalations(desk).tick(limit));
    }

    private TicketTick moved(int limit) {
        Instant now = desk.workspace().now();
        Instant quietSince = now.minus(desk.policy().quietPeriod());
        List<Ticket> due = desk.reading(tickets -> tickets.due(now, limit));
        int woken = moved(due, ticket -> ticket.wake(now));
        List<Ticket> quiet = desk.reading(tickets -> tickets.resolvedUntil(quietSince, limit));
        int closed = moved(quiet, ticket -> ticket.close(now));
        List<Ticket> unasked = desk.reading(tickets -> tickets.surveysDue(now, limit));
        int surveyed = moved(unasked, ticket -> ticket.requestSurvey(now));
        int skipped = due.size() - woken + quiet.size() - closed + unasked.size() - surveyed;
        return new TicketTick(woken, closed, surveyed, 0, skipped, 0);
    }

    private int moved(List<Ticket> tickets, UnaryOperator<Ticket> verb) {
        return (int)
                tickets.stream().filter(ticket -> saved(verb.apply(ticket))).count();
    }

    private boolean saved(Ticket ticket) {
        try {
            return desk.writing(tickets -> {
                tickets.save(ticket);
                return true;
            });
        } catch (StaleAggregateException overtaken) {
            return false;
        }
    }
}

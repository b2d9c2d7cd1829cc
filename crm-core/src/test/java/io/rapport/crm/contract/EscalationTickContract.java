package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.ticket.ServiceAgreement;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketRepository;
import io.rapport.crm.ticket.TicketTick;
import io.rapport.crm.ticket.sla.Agreement;
import io.rapport.crm.ticket.sla.EscalationLevel;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.ServiceLevelId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Which tickets a tick looks at to escalate them, whoever ticks and however many at once. */
public abstract class EscalationTickContract extends EscalationContract {

    @Test
    void what_ended_is_no_longer_looked_at() {
        define(answerIn(1).escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("due", 100)));
        TicketId id = open();
        assertThat(watched("23:00")).containsExactly(id);

        tickets.cancel(id, "Spam", BEA);

        assertThat(watched("23:00")).isEmpty();
        assertThat(tickAt("12:00").escalated()).isZero();
    }

    @Test
    void a_ticket_is_looked_at_again_only_when_something_is_reached_or_happens() {
        define(answerIn(4).escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("due", 100)));
        TicketId id = open();
        assertThat(watched("09:00")).containsExactly(id);

        tickAt("09:01");
        assertThat(watched("12:59")).isEmpty();
        assertThat(watched("13:00")).containsExactly(id);

        tickets.note(id, BEA, "Looks bad");
        assertThat(watched("09:01")).containsExactly(id);
    }

    @Test
    void many_nodes_that_tick_at_once_fire_each_level_once() throws Exception {
        define(answerIn(1)
                .escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("half", 50))
                .escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("due", 100)));
        Set<TicketId> opened = new TreeSet<>((one, other) -> one.value().compareTo(other.value()));
        for (int i = 0; i < 25; i++) {
            opened.add(open());
        }
        clock.set(monday("11:00"));

        List<TicketTick> ticks = together(4, () -> crm().tickets().tick());

        assertThat(ticks.stream().mapToInt(TicketTick::escalated).sum()).isEqualTo(50);
        assertThat(opened)
                .allSatisfy(id -> assertThat(escalations(id))
                        .extracting(TicketEvent.Escalated::level)
                        .containsExactly("half", "due"));
    }

    @Test
    void a_ticket_that_cannot_be_judged_keeps_no_other_from_being_escalated() {
        define(answerIn(1).escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("due", 100)));
        Ticket lost = tickets.find(open()).orElseThrow();
        ServiceAgreement unknown =
                new ServiceAgreement(ServiceLevelId.of("lost"), 1, OFFICE, 1, Agreement.Start.CREATION);
        tickets.save(lost.agree(Optional.of(unknown), BEA, clock.instant()));
        TicketId id = open();

        TicketTick tick = tickAt("10:00");

        assertThat(tick.failed()).isEqualTo(1);
        assertThat(escalations(id)).hasSize(1);
        assertThat(watched("10:59")).isEmpty();
        assertThat(watched("11:00")).containsExactly(lost.id());
    }

    @Test
    void a_tick_with_a_limit_looks_at_no_more_tickets_than_that() {
        define(answerIn(1).escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("due", 100)));
        for (int i = 0; i < 5; i++) {
            open();
        }
        clock.set(monday("11:00"));

        assertThat(tickets.tick(2).escalated()).isEqualTo(2);
        assertThat(tickets.tick(2).escalated()).isEqualTo(2);
        assertThat(tickets.tick(2).escalated()).isEqualTo(1);
        assertThat(tickets.tick(2).escalated()).isZero();
    }

    private static <T> List<T> together(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(Collections.nCopies(threads, work))) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }

    private List<TicketId> watched(String time) {
        return read(
                TicketRepository.class,
                repository -> repository.watched(monday(time), 10).stream()
                        .map(Ticket::id)
                        .toList());
    }
}

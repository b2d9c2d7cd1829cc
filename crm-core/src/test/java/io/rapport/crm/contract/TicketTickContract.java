package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketPolicy;
import io.rapport.crm.ticket.TicketStatus;
import io.rapport.crm.ticket.TicketTick;
import io.rapport.crm.ticket.WaitingFor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What tickets do by the clock, in any store. */
public abstract class TicketTickContract extends TicketLifeContract {

    @Test
    void a_tick_wakes_what_is_due_and_nothing_else_however_late_it_comes() {
        CustomerId ann = customer();
        TicketId due = started(ann);
        TicketId scheduled = started(ann);
        TicketId later = started(ann);
        TicketId endless = started(ann);
        Instant until = clock.instant().plus(AN_HOUR);
        crm().tickets().park(due, WaitingFor.CUSTOMER, until, BEA);
        crm().tickets().schedule(scheduled, until, BEA);
        crm().tickets().park(later, WaitingFor.THIRD_PARTY, until.plus(AN_HOUR), BEA);
        crm().tickets().park(endless, WaitingFor.CUSTOMER, BEA);
        clock.move(AN_HOUR.minusMillis(1));
        assertThat(crm().tickets().tick()).isEqualTo(new TicketTick(0, 0, 0, 0, 0, 0));

        clock.move(Duration.ofMinutes(30));
        assertThat(otherCrm().tickets().tick()).isEqualTo(new TicketTick(0, 0, 0, 0, 0, 0));
        assertThat(crm().tickets().tick()).isEqualTo(new TicketTick(2, 0, 0, 0, 0, 0));
        assertThat(crm().tickets().tick()).isEqualTo(new TicketTick(0, 0, 0, 0, 0, 0));

        assertThat(crm().tickets().history(due)).endsWith(new TicketEvent.Woken(until, clock.instant()));
        assertThat(status(due)).isEqualTo(TicketStatus.OPEN);
        assertThat(status(scheduled)).isEqualTo(TicketStatus.OPEN);
        assertThat(status(later)).isEqualTo(TicketStatus.WAITING_THIRD_PARTY);
        assertThat(status(endless)).isEqualTo(TicketStatus.WAITING_CUSTOMER);
    }

    @Test
    void a_tick_closes_what_was_quiet_long_enough() {
        CustomerId ann = customer();
        Duration quiet = TicketPolicy.STANDARD.quietPeriod();
        TicketId first = resolved(ann);
        clock.move(AN_HOUR);
        TicketId second = resolved(ann);

        clock.move(quiet.minus(AN_HOUR).minusMillis(1));
        assertThat(crm().tickets().tick().closed()).isZero();
        clock.move(Duration.ofMillis(1));
        assertThat(crm().tickets().tick().closed()).isEqualTo(1);
        assertThat(status(first)).isEqualTo(TicketStatus.CLOSED);
        assertThat(status(second)).isEqualTo(TicketStatus.RESOLVED);
    }

    @Test
    void a_tick_of_a_few_takes_the_longest_due_first() {
        CustomerId ann = customer();
        List<TicketId> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            TicketId id = started(ann);
            crm().tickets().schedule(id, clock.instant().plus(AN_HOUR).minusSeconds(i), BEA);
            waiting.add(0, id);
        }
        clock.move(AN_HOUR);

        assertThat(crm().tickets().tick(2).woken()).isEqualTo(2);
        assertThat(waiting.stream().map(this::status))
                .containsExactly(TicketStatus.OPEN, TicketStatus.OPEN, TicketStatus.SCHEDULED);
    }

    @Test
    void nodes_that_tick_at_once_move_each_ticket_once() throws InterruptedException, ExecutionException {
        CustomerId ann = customer();
        Instant until = clock.instant().plus(AN_HOUR);
        List<TicketId> waiting =
                IntStream.range(0, 40).mapToObj(i -> started(ann)).toList();
        waiting.forEach(id -> crm().tickets().schedule(id, until, BEA));
        clock.move(AN_HOUR);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Callable<TicketTick>> ticks = Stream.generate(this::crm)
                    .limit(4)
                    .<Callable<TicketTick>>map(node -> () -> node.tickets().tick())
                    .toList();
            int woken = 0;
            for (Future<TicketTick> tick : nodes.invokeAll(ticks)) {
                woken += tick.get().woken();
            }
            assertThat(woken).isEqualTo(waiting.size());
        } finally {
            nodes.shutdownNow();
        }
        for (TicketId id : waiting) {
            assertThat(crm().tickets().history(id).stream().filter(TicketEvent.Woken.class::isInstance))
                    .hasSize(1);
        }
    }
}

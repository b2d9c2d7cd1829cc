package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.ticket.FollowUpPolicy;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketPolicy;
import io.rapport.crm.ticket.TicketTick;
import io.rapport.crm.ticket.Tickets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How a survey is requested once for each resolution, in any store. */
public abstract class SurveyRequestContract extends FollowUpContract {

    @Test
    void a_survey_is_requested_once_for_each_resolution_however_often_it_is_ticked() {
        Tickets tickets = crm(POLICY.surveying(AN_HOUR)).tickets();
        TicketId id = started(ann(), TicketKind.QUESTION);
        Ticket resolved = tickets.resolve(id, REPLACED, BEA);
        assertThat(resolved.surveyDueAt()).contains(MONDAY.plus(AN_HOUR));
        assertThat(tickets.find(id)).contains(resolved);
        assertThat(surveyed(tickets)).isZero();

        clock.set(MONDAY.plus(AN_HOUR));
        assertThat(surveyed(crm(POLICY).forTenant(otherTenant).tickets())).isZero();
        assertThat(surveyed(tickets)).isEqualTo(1);
        assertThat(surveyed(tickets)).isZero();
        aMinuteLater();
        tickets.reopen(id, "Broken again");
        tickets.resolve(id, REPLACED, BEA);
        clock.move(AN_HOUR);
        assertThat(surveyed(tickets)).isEqualTo(1);

        assertThat(heard)
                .extracting(event -> ((TicketEvent.SurveyRequested) event).resolution())
                .containsExactly(1, 2);
        Ticket last = tickets.find(id).orElseThrow();
        assertThat(Ticket.fold(tickets.history(id))).isEqualTo(last);
        assertThat(last.surveyDueAt()).isEmpty();
    }

    @Test
    void a_survey_is_withdrawn_when_the_ticket_is_reopened_before_it_was_requested() {
        Tickets tickets = crm(POLICY.surveying(AN_HOUR)).tickets();
        TicketId id = started(ann(), TicketKind.QUESTION);
        tickets.resolve(id, REPLACED, BEA);

        tickets.customerMessage(id, "Broken again");
        clock.move(A_DAY);

        assertThat(surveyed(tickets)).isZero();
        assertThat(tickets.find(id).orElseThrow().surveyDueAt()).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void a_closed_ticket_is_surveyed_too_but_not_spam() {
        Tickets tickets = crm(POLICY.surveying(Duration.ofHours(80))).tickets();
        TicketId id = started(ann(), TicketKind.QUESTION);
        TicketId spam = started(ann(), TicketKind.QUESTION);
        tickets.resolve(id, REPLACED, BEA);
        tickets.resolve(spam, Resolution.of("spam", ""), BEA);

        clock.move(TicketPolicy.STANDARD.quietPeriod());
        assertThat(tickets.tick()).isEqualTo(new TicketTick(0, 2, 0, 0, 0, 0));
        clock.move(Duration.ofDays(30));

        assertThat(tickets.tick(10)).isEqualTo(new TicketTick(0, 0, 1, 0, 0, 0));
        assertThat(tickets.history(id)).endsWith(new TicketEvent.SurveyRequested(1, clock.instant()));
    }

    @Test
    void of_several_nodes_that_tick_at_once_one_requests_each_survey() throws Exception {
        FollowUpPolicy policy = POLICY.surveying(AN_HOUR);
        CustomerId ann = ann();
        List<TicketId> resolved = IntStream.range(0, 20)
                .mapToObj(i -> crm(policy)
                        .tickets()
                        .resolve(started(ann, TicketKind.QUESTION), REPLACED, BEA)
                        .id())
                .toList();
        clock.move(AN_HOUR);
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Integer>> ticks = Stream.generate(this::crm)
                    .limit(3)
                    .<Callable<Integer>>map(node -> () -> surveyed(node.tickets()))
                    .toList();
            int surveyed = 0;
            for (Future<Integer> tick : nodes.invokeAll(ticks)) {
                surveyed += tick.get();
            }
            assertThat(surveyed).isEqualTo(resolved.size());
        } finally {
            nodes.shutdownNow();
        }
        for (TicketId id : resolved) {
            assertThat(tickets().history(id).stream().filter(TicketEvent.SurveyRequested.class::isInstance))
                    .hasSize(1);
        }
    }

    private static int surveyed(Tickets tickets) {
        return tickets.tick().surveyed();
    }
}

package io.rapport.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.crm.Crm;
import io.rapport.crm.contract.SettableClock;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.ticket.sla.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Parking a ticket while the customer is waiting for an answer. */
class IdleWaitTest {

    private static final Actor BEA = Actor.of("bea");
    private static final Actor CID = Actor.of("cid");

    private final SettableClock clock = new SettableClock(at("09:00"));
    private final Crm crm = Crm.builder().clock(clock).build();
    private final CustomerId ann =
            crm.customers().register(RegisterCustomer.person("Ann")).id();
    private final TicketId id = crm.tickets()
            .open(OpenTicket.of(ann, TicketKind.TECHNICAL, "It does not start"))
            .id();

    @Test
    void parked_after_an_answer_is_no_abuse() {
        tickets("09:10").staffReply(id, BEA, "Is it plugged in?");
        tickets("09:11").park(id, WaitingFor.CUSTOMER, BEA);
        tickets("10:00").customerReply(id, "Yes");
        tickets("10:05").staffReply(id, BEA, "Then it is broken");

        assertThat(waits("12:00")).isEmpty();
    }

    @Test
    void parked_without_an_answer_is_reported_with_who_parked_it_until_somebody_answers() {
        tickets("09:10").start(id, BEA);
        tickets("09:20").park(id, WaitingFor.THIRD_PARTY, CID);
        tickets("10:20").staffReply(id, BEA, "We asked the factory");
        tickets("11:00").resume(id, BEA);

        assertThat(waits("12:00"))
                .containsExactly(
                        new IdleWait(id, CID, Wait.THIRD_PARTY, at("09:00"), at("09:20"), Optional.of(at("10:20"))));
    }

    @Test
    void a_message_that_comes_while_a_third_party_is_waited_for_begins_it() {
        tickets("09:10").staffReply(id, BEA, "We ask the factory");
        tickets("09:20").park(id, WaitingFor.THIRD_PARTY, BEA);
        tickets("10:00").customerReply(id, "Any news?");
        tickets("10:30").customerReply(id, "Hello?");
        tickets("11:00").resume(id, BEA);

        assertThat(waits("12:00"))
                .extracting(IdleWait::unansweredSince, IdleWait::from, IdleWait::until)
                .containsExactly(tuple(at("10:00"), at("10:00"), Optional.of(at("11:00"))));
    }

    @Test
    void a_wait_for_the_customer_ends_with_their_message_so_that_parking_again_is_what_is_reported() {
        tickets("09:10").staffReply(id, BEA, "Is it plugged in?");
        tickets("09:11").park(id, WaitingFor.CUSTOMER, BEA);
        tickets("10:00").customerReply(id, "Yes");
        tickets("10:30").park(id, WaitingFor.CUSTOMER, BEA);

        assertThat(waits("12:00"))
                .containsExactly(new IdleWait(id, BEA, Wait.CUSTOMER, at("10:00"), at("10:30"), Optional.empty()));
    }

    @Test
    void a_wait_with_an_end_is_over_then_whether_a_tick_noticed_it_or_not() {
        tickets("09:10").start(id, BEA);
        tickets("09:20").schedule(id, at("10:00"), BEA);
        assertThat(waits("12:00")).extracting(IdleWait::until).containsExactly(Optional.of(at("10:00")));

        crm.tickets().tick();

        assertThat(waits("12:00")).extracting(IdleWait::until).containsExactly(Optional.of(at("10:00")));
    }

    @Test
    void short_times_and_other_tickets_can_be_left_out() {
        tickets("09:10").start(id, BEA);
        tickets("09:20").park(id, WaitingFor.THIRD_PARTY, CID);
        tickets("09:25").resume(id, BEA);
        clock.set(at("12:00"));

        assertThat(reported(at("09:00"), Duration.ofMinutes(5))).hasSize(1);
        assertThat(reported(at("09:00"), Duration.ofMinutes(6))).isEmpty();
        assertThat(reported(at("09:01"), Duration.ZERO)).isEmpty();
    }

    private Tickets tickets(String time) {
        clock.set(at(time));
        return crm.tickets();
    }

    private List<IdleWait> waits(String time) {
        clock.set(at(time));
        return reported(at("09:00"), Duration.ZERO);
    }

    private List<IdleWait> reported(Instant from, Duration atLeast) {
        return crm.tickets().reports().idleWaits(from, at("23:00"), atLeast);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }
}

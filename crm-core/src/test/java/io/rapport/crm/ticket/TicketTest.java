package io.rapport.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TicketTest {

    private static final Instant OPENED_AT = Instant.parse("2026-03-02T09:30:00Z");
    private static final Instant LATER = OPENED_AT.plusSeconds(3600);
    private static final Instant MUCH_LATER = OPENED_AT.plusSeconds(7200);
    private static final Actor BEA = Actor.of("bea");
    private static final Resolution REPLACED = Resolution.of("replaced", "Sent a new one");
    private static final Ticket OPENED = Ticket.open(
            new TicketId(new UUID(0, 1)),
            OpenTicket.of(new CustomerId(new UUID(0, 2)), TicketKind.COMPLAINT, "Parcel of Ann Example is broken")
                    .saying("Look at this picture"),
            OPENED_AT);
    private static final Ticket ANSWERED = OPENED.staffReply(BEA, "We look into it", LATER);

    @Test
    void a_new_ticket_waits_for_its_first_answer() {
        assertThat(OPENED.status()).isEqualTo(TicketStatus.NEW);
        assertThat(OPENED.firstResponseAt()).isEmpty();
        assertThat(OPENED.openedAt()).isEqualTo(OPENED_AT);
        assertThat(OPENED.version()).isEqualTo(1);
        assertThat(OPENED.savedVersion()).isZero();
    }

    @Test
    void only_the_first_answer_of_a_person_is_the_first_response() {
        Ticket ticket = OPENED.customerReply("Hello?", OPENED_AT.plusSeconds(60))
                .staffReply(BEA, "We look into it", LATER)
                .staffReply(BEA, "Found it", MUCH_LATER);

        assertThat(ticket.firstResponseAt()).contains(LATER);
        assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void a_customer_reply_ends_the_wait_for_the_customer() {
        Ticket waiting = ANSWERED.park(WaitingFor.CUSTOMER, BEA, LATER);

        assertThat(waiting.status()).isEqualTo(TicketStatus.WAITING_CUSTOMER);
        assertThat(waiting.customerReply("Here it is", MUCH_LATER).status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void a_customer_reply_does_not_end_the_wait_for_a_third_party() {
        Ticket waiting = ANSWERED.park(WaitingFor.THIRD_PARTY, BEA, LATER);

        assertThat(waiting.customerReply("Any news?", MUCH_LATER).status()).isEqualTo(TicketStatus.WAITING_THIRD_PARTY);
        assertThat(waiting.resume(BEA, MUCH_LATER).status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void a_resolved_ticket_says_when_and_how() {
        Ticket resolved = ANSWERED.resolve(REPLACED, BEA, MUCH_LATER);

        assertThat(resolved.status()).isEqualTo(TicketStatus.RESOLVED);
        assertThat(resolved.resolvedAt()).contains(MUCH_LATER);
        assertThat(resolved.resolution()).contains(REPLACED);
        assertThat(resolved.status().live()).isFalse();
    }

    @Test
    void a_reopened_ticket_is_no_longer_resolved_but_keeps_its_first_response() {
        Ticket reopened = ANSWERED.resolve(REPLACED, BEA, MUCH_LATER).reopen("Broken again", MUCH_LATER);

        assertThat(reopened.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(reopened.resolvedAt()).isEmpty();
        assertThat(reopened.resolution()).isEmpty();
        assertThat(reopened.firstResponseAt()).contains(LATER);
        assertThat(reopened.reopens()).isEqualTo(1);
    }

    @Test
    void a_closed_ticket_stays_closed() {
        Ticket closed = ANSWERED.resolve(REPLACED, BEA, LATER).close(MUCH_LATER);

        assertThat(closed.closedAt()).contains(MUCH_LATER);
        assertThat(closed.resolvedAt()).contains(LATER);
        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> closed.reopen("Broken again", MUCH_LATER));
    }

    @Test
    void a_refusal_names_the_ticket_its_state_and_the_verb() {
        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> OPENED.close(LATER))
                .withMessageContaining("is NEW and cannot be closed")
                .withMessageContaining("resolve it first")
                .satisfies(refused -> {
                    assertThat(refused.id()).isEqualTo(OPENED.id());
                    assertThat(refused.state()).isEqualTo("NEW");
                    assertThat(refused.verb()).isEqualTo("be closed");
                });
    }

    @Test
    void an_empty_message_is_no_message() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> OPENED.customerReply(" ", LATER));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> OPENED.staffReply(BEA, "", LATER));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ANSWERED.resolve(REPLACED, BEA, LATER).reopen("\n", LATER));
    }

    @Test
    void a_verb_leaves_the_state_before_as_it_was() {
        ANSWERED.resolve(REPLACED, BEA, LATER);

        assertThat(ANSWERED.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(ANSWERED.changes()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(TicketKind.class)
    void a_ticket_of_any_kind_prints_no_words_of_the_customer(TicketKind kind) {
        OpenTicket command =
                OpenTicket.of(OPENED.customer(), kind, "Ann Example").saying("Ann Example");
        Ticket ticket = Ticket.open(OPENED.id(), command, LATER)
                .customerReply("Ann Example", LATER)
                .staffReply(BEA, "Ann Example", LATER)
                .resolve(Resolution.of("replaced", "Ann Example"), BEA, LATER)
                .reopen("Ann Example", LATER);

        assertThat(command.toString() + ticket + ticket.changes()).doesNotContain("Ann");
    }

    @Test
    void a_history_begins_with_one_opening() {
        TicketEvent opened = OPENED.changes().get(0);

        assertThatIllegalArgumentException().isThrownBy(() -> Ticket.fold(List.of(opened, opened)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Ticket.fold(List.of(new TicketEvent.Closed(LATER))));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Ticket.fold(List.of()));
    }
}

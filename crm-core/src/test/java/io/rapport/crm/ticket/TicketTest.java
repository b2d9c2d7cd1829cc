package io.rapport.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
                .reopen("Ann Example", LATER)
                .note(BEA, "Ann Example", LATER)
                .logCall(BEA, "Ann Example", LATER)
                .automaticMessage(BEA, "Ann Example", LATER)
                .cancel("Ann Example", BEA, LATER);

        assertThat(command.toString() + ticket + ticket.changes()).doesNotContain("Ann");
    }

    @Test
    void a_call_is_a_first_response_but_a_note_and_an_automatic_message_are_not() {
        Ticket noted = OPENED.automaticMessage(Actor.of("bot"), "We got your message", OPENED_AT)
                .note(BEA, "Ask the carrier", OPENED_AT);

        assertThat(noted.firstResponseAt()).isEmpty();
        assertThat(noted.status()).isEqualTo(TicketStatus.NEW);
        assertThat(noted.logCall(BEA, "Called back", LATER).firstResponseAt()).contains(LATER);
        assertThat(noted.logCall(BEA, "Called back", LATER).status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void taking_a_ticket_up_is_no_first_response() {
        Ticket started = OPENED.start(BEA, LATER);

        assertThat(started.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(started.firstResponseAt()).isEmpty();
    }

    @Test
    void a_wait_with_an_end_is_over_at_that_instant_and_says_when_that_was() {
        Instant until = LATER.plusSeconds(600);
        Ticket waiting = ANSWERED.park(WaitingFor.CUSTOMER, until, BEA, LATER);

        assertThat(waiting.wakeAt()).contains(until);
        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> waiting.wake(until.minusNanos(1000)))
                .withMessageContaining("is WAITING_CUSTOMER and cannot be woken");
        assertThat(waiting.wake(until).status()).isEqualTo(TicketStatus.OPEN);
        Ticket late = waiting.saved().wake(MUCH_LATER);
        assertThat(late.changes()).containsExactly(new TicketEvent.Woken(until, MUCH_LATER));
        assertThat(late.wakeAt()).isEmpty();
    }

    @Test
    void a_customer_reply_ends_a_wait_for_the_customer_before_its_end() {
        Ticket answered = ANSWERED.park(WaitingFor.CUSTOMER, MUCH_LATER, BEA, LATER)
                .customerReply("Here it is", LATER.plusSeconds(1));

        assertThat(answered.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(answered.wakeAt()).isEmpty();
    }

    @Test
    void scheduled_work_goes_on_when_it_was_agreed() {
        Ticket scheduled = ANSWERED.schedule(MUCH_LATER, BEA, LATER);

        assertThat(scheduled.status()).isEqualTo(TicketStatus.SCHEDULED);
        assertThat(scheduled.customerReply("Still at ten?", LATER).status()).isEqualTo(TicketStatus.SCHEDULED);
        assertThat(scheduled.wake(MUCH_LATER).status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void a_wait_ends_in_the_future() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ANSWERED.schedule(LATER, BEA, LATER))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("until"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ANSWERED.park(WaitingFor.THIRD_PARTY, LATER.plusNanos(999), BEA, LATER));
    }

    @Test
    void a_ticket_is_reopened_until_just_before_its_window_ends() {
        TicketPolicy anHour = TicketPolicy.of(Duration.ofHours(1), Duration.ofDays(1));
        Ticket resolved = ANSWERED.resolve(REPLACED, BEA, LATER);

        assertThat(resolved.reopen("Broken again", anHour, MUCH_LATER.minusNanos(1000))
                        .status())
                .isEqualTo(TicketStatus.OPEN);
        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> resolved.reopen("Broken again", anHour, MUCH_LATER))
                .withMessageContaining("is RESOLVED and cannot be reopened")
                .withMessageContaining("or open a new one");
    }

    @Test
    void a_quiet_period_is_at_least_as_long_as_the_reopen_window() {
        Duration week = Duration.ofDays(7);

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> TicketPolicy.of(week, week.minusNanos(1)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("quietPeriod"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> TicketPolicy.of(week.negated(), week))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("reopenWindow"));
        assertThat(TicketPolicy.STANDARD).isEqualTo(TicketPolicy.of(week, week));
    }

    @Test
    void needs_that_are_met_are_confirmed_once_and_forgotten_when_it_is_reopened() {
        Ticket confirmed = ANSWERED.resolve(REPLACED, BEA, LATER).confirm(MUCH_LATER);

        assertThat(confirmed.confirmedAt()).contains(MUCH_LATER);
        assertThat(confirmed.confirm(MUCH_LATER.plusSeconds(1))).isSameAs(confirmed);
        assertThat(confirmed.reopen("Broken again", MUCH_LATER).confirmedAt()).isEmpty();
    }

    @Test
    void reassignment_keeps_who_had_it_before_in_the_history() {
        Ticket ticket = OPENED.saved()
                .assign(Assignment.toTeam("delivery"), BEA, LATER)
                .assign(Assignment.to(BEA).in("delivery"), BEA, LATER)
                .assign(Assignment.to(BEA).in("delivery"), BEA, MUCH_LATER)
                .assign(Assignment.NOBODY, BEA, MUCH_LATER);

        assertThat(ticket.assignment()).isEqualTo(Assignment.NOBODY);
        assertThat(ticket.changes())
                .containsExactly(
                        new TicketEvent.Assigned(Assignment.toTeam("delivery"), BEA, LATER),
                        new TicketEvent.Assigned(Assignment.to(BEA).in("delivery"), BEA, LATER),
                        new TicketEvent.Assigned(Assignment.NOBODY, BEA, MUCH_LATER));
    }

    @Test
    void what_is_said_again_about_a_ticket_changes_nothing() {
        Actor cid = Actor.of("cid");
        TicketLink link = TicketLink.duplicateOf(new TicketId(new UUID(0, 9)));
        Ticket sorted = OPENED.changePriority(TicketPriority.HIGH, BEA, LATER)
                .changeImpact(TicketImpact.LOW, BEA, LATER)
                .changeCategory(Optional.of("delivery.damage"), BEA, LATER)
                .tag("fragile", BEA, LATER)
                .watch(cid, BEA, LATER)
                .link(link, BEA, LATER);

        assertThat(sorted.triage())
                .isEqualTo(new Triage(
                        TicketPriority.HIGH, TicketImpact.LOW, Optional.of("delivery.damage"), Set.of("fragile")));
        assertThat(sorted.watchers()).containsExactly(cid);
        assertThat(sorted.links()).containsExactly(link);
        assertThat(sorted.changePriority(TicketPriority.HIGH, BEA, MUCH_LATER)
                        .changeImpact(TicketImpact.LOW, BEA, MUCH_LATER)
                        .changeCategory(Optional.of("delivery.damage"), BEA, MUCH_LATER)
                        .tag("fragile", BEA, MUCH_LATER)
                        .watch(cid, BEA, MUCH_LATER)
                        .link(link, BEA, MUCH_LATER))
                .isSameAs(sorted);
        Ticket undone = sorted.changeCategory(Optional.empty(), BEA, MUCH_LATER)
                .untag("fragile", BEA, MUCH_LATER)
                .unwatch(cid, BEA, MUCH_LATER)
                .unlink(link, BEA, MUCH_LATER);
        assertThat(undone.triage().category()).isEmpty();
        assertThat(undone.triage().tags()).isEmpty();
        assertThat(undone.watchers()).isEmpty();
        assertThat(undone.links()).isEmpty();
        assertThat(undone.untag("fragile", BEA, MUCH_LATER)
                        .unwatch(cid, BEA, MUCH_LATER)
                        .unlink(link, BEA, MUCH_LATER))
                .isSameAs(undone);
    }

    @Test
    void a_ticket_does_not_point_to_itself_and_only_the_library_says_what_followed_it() {
        TicketId other = new TicketId(new UUID(0, 9));

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> OPENED.link(TicketLink.related(OPENED.id()), BEA, LATER))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("link"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> OPENED.link(new TicketLink(LinkKind.FOLLOWED_UP_BY, other), BEA, LATER))
                .withMessageContaining("FOLLOW_UP_OF");
    }

    @Test
    void the_opening_keeps_how_the_ticket_was_sorted() {
        Triage urgent = Triage.STANDARD
                .priority(TicketPriority.URGENT)
                .impact(TicketImpact.HIGH)
                .category("outage")
                .tagged("vip");
        OpenTicket command = OpenTicket.of(OPENED.customer(), TicketKind.INCIDENT, "All is down")
                .sorted(urgent);

        Ticket ticket = Ticket.open(OPENED.id(), command, OPENED_AT);

        assertThat(ticket.triage()).isEqualTo(urgent);
        assertThat(Ticket.fold(ticket.changes()).triage()).isEqualTo(urgent);
    }

    @Test
    void a_conversation_says_who_said_what_and_what_the_customer_sees() {
        Ticket ticket = ANSWERED.note(BEA, "Ask the carrier", LATER)
                .automaticMessage(Actor.of("bot"), "How did we do?", LATER)
                .logCall(BEA, "She sends pictures", LATER)
                .customerReply("Here they are", MUCH_LATER);

        Conversation conversation = Conversation.of(ticket.id(), ticket.changes());

        assertThat(conversation.messages())
                .containsExactly(
                        new Conversation.Message(
                                MessageKind.CUSTOMER, Optional.empty(), OPENED_AT, "Look at this picture"),
                        new Conversation.Message(MessageKind.STAFF_REPLY, Optional.of(BEA), LATER, "We look into it"),
                        new Conversation.Message(MessageKind.INTERNAL_NOTE, Optional.of(BEA), LATER, "Ask the carrier"),
                        new Conversation.Message(
                                MessageKind.AUTOMATIC, Optional.of(Actor.of("bot")), LATER, "How did we do?"),
                        new Conversation.Message(MessageKind.CALL, Optional.of(BEA), LATER, "She sends pictures"),
                        new Conversation.Message(MessageKind.CUSTOMER, Optional.empty(), MUCH_LATER, "Here they are"));
        assertThat(conversation.contacts()).hasSize(5);
        assertThat(conversation.toString()).doesNotContain("carrier");
    }

    @Test
    void a_merged_ticket_names_where_to_go_on() {
        Ticket target = Ticket.open(
                new TicketId(new UUID(0, 8)), OpenTicket.of(OPENED.customer(), TicketKind.COMPLAINT, "More"), LATER);
        Ticket merged = Merge.of(OPENED, target.id(), target, MergeTickets.of(OPENED.id(), target.id(), BEA), LATER)
                .source();

        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> merged.staffReply(BEA, "Yes", LATER))
                .withMessageContaining("is MERGED")
                .withMessageContaining(target.id().toString());
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

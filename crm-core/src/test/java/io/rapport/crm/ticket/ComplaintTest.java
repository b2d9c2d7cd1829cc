package io.rapport.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.ticket.MergeRefusedException.Reason;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComplaintTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final Actor BEA = Actor.of("bea");
    private static final Actor CID = Actor.of("cid");
    private static final Actor DAN = Actor.of("dan");
    private static final Actor EVE = Actor.of("eve");
    private static final Ticket COMPLAINT = opened(1, TicketKind.COMPLAINT).start(CID, NOW);
    private static final Ticket ABOUT_BEA = assessed(COMPLAINT, BEA);
    private static final Ticket DECIDED_BY_CID = decided(ABOUT_BEA.assign(Assignment.to(DAN), EVE, NOW), CID);

    @Test
    void the_one_complained_about_does_not_handle_the_complaint() {
        assertThatExceptionOfType(IndependenceException.class)
                .isThrownBy(() -> ABOUT_BEA.assign(Assignment.to(BEA), EVE, NOW))
                .withMessageContaining("cannot be assigned to")
                .satisfies(refused -> {
                    assertThat(refused.id()).isEqualTo(ABOUT_BEA.id());
                    assertThat(refused.handler()).isEqualTo(BEA);
                });
        assertThatExceptionOfType(IndependenceException.class).isThrownBy(() -> decided(ABOUT_BEA, BEA));
        assertThatExceptionOfType(IndependenceException.class)
                .isThrownBy(() -> ABOUT_BEA.resolve(Resolution.of("denied", ""), BEA, NOW));
        assertThat(ABOUT_BEA.assign(Assignment.to(CID), EVE, NOW).assignment().assignee())
                .contains(CID);
    }

    @Test
    void a_complaint_about_its_handler_is_handed_over_before_it_is_assessed() {
        Ticket hers = COMPLAINT.assign(Assignment.to(BEA), EVE, NOW);

        assertThatExceptionOfType(IndependenceException.class).isThrownBy(() -> assessed(hers, BEA));
        assertThat(assessed(hers.assign(Assignment.to(CID), EVE, NOW), BEA)
                        .complaint()
                        .orElseThrow()
                        .about())
                .contains(BEA);
    }

    @Test
    void nobody_assesses_a_complaint_about_themselves() {
        AssessComplaint command =
                AssessComplaint.of(COMPLAINT.id(), ComplaintSeverity.MINOR, BEA).about(BEA);

        assertThatExceptionOfType(IndependenceException.class)
                .isThrownBy(() -> new ComplaintCase(COMPLAINT).assess(command, NOW));
    }

    @Test
    void only_complaints_are_assessed_and_only_assessed_ones_decided_and_only_once() {
        Ticket question = opened(2, TicketKind.QUESTION);

        assertThatExceptionOfType(IllegalTransitionException.class).isThrownBy(() -> assessed(question, BEA));
        assertThatExceptionOfType(IllegalTransitionException.class).isThrownBy(() -> decided(question, CID));
        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> decided(COMPLAINT, CID))
                .withMessageContaining("is OPEN and cannot be decided");
        assertThatExceptionOfType(IllegalTransitionException.class).isThrownBy(() -> decided(DECIDED_BY_CID, EVE));
    }

    @Test
    void a_decision_says_how_far_the_complaint_was_right_and_what_the_customer_gets() {
        ComplaintDetails details = DECIDED_BY_CID.complaint().orElseThrow();

        assertThat(details.severity()).contains(ComplaintSeverity.SERIOUS);
        assertThat(details.rootCause()).contains("rudeness");
        assertThat(details.decision().orElseThrow().outcome()).isEqualTo(ComplaintOutcome.PARTLY);
        assertThat(details.decision().orElseThrow().remedies()).containsExactly(Remedy.APOLOGY, Remedy.VOUCHER);
        assertThat(details.decision().orElseThrow().staff()).isEqualTo(CID);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> DecideComplaint.of(COMPLAINT.id(), ComplaintOutcome.UPHELD, CID))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("remedies"));
        assertThat(DecideComplaint.of(COMPLAINT.id(), ComplaintOutcome.REJECTED, CID)
                        .remedies())
                .isEmpty();
    }

    @Test
    void an_appeal_takes_the_complaint_from_whoever_decided_it_and_whoever_had_it() {
        Ticket appealed = appealed(DECIDED_BY_CID);

        assertThat(appealed.assignment().assignee()).isEmpty();
        assertThat(appealed.complaint().orElseThrow().decision()).isEmpty();
        assertThat(appealed.complaint().orElseThrow().appeals()).isEqualTo(1);
        for (Actor barred : new Actor[] {BEA, CID, DAN}) {
            assertThatExceptionOfType(IndependenceException.class)
                    .isThrownBy(() -> appealed.assign(Assignment.to(barred), EVE, NOW));
            assertThatExceptionOfType(IndependenceException.class).isThrownBy(() -> decided(appealed, barred));
        }
        assertThat(decided(appealed.assign(Assignment.to(EVE), EVE, NOW), EVE)
                        .complaint()
                        .orElseThrow()
                        .decision())
                .isPresent();
    }

    @Test
    void a_second_appeal_also_bars_who_handled_the_first() {
        Ticket again = appealed(decided(appealed(DECIDED_BY_CID), EVE));

        assertThat(again.complaint().orElseThrow().appeals()).isEqualTo(2);
        assertThat(again.complaint().orElseThrow().barred()).containsExactly(CID, DAN, EVE);
    }

    @Test
    void an_appeal_reopens_a_resolved_complaint_inside_the_window_only() {
        Ticket resolved = DECIDED_BY_CID.resolve(Resolution.of("explained", ""), DAN, NOW);

        assertThat(appealed(resolved).status()).isEqualTo(TicketStatus.OPEN);
        assertThat(appealed(resolved).reopens()).isEqualTo(1);
        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> new ComplaintCase(resolved)
                        .appeal("Not fair", TicketPolicy.STANDARD, NOW.plus(TicketPolicy.STANDARD.reopenWindow())))
                .withMessageContaining("is RESOLVED and cannot be appealed");
        assertThatExceptionOfType(IllegalTransitionException.class).isThrownBy(() -> appealed(ABOUT_BEA));
    }

    @Test
    void a_complaint_that_was_merged_keeps_its_handlers_independent() {
        Ticket other = opened(3, TicketKind.COMPLAINT);

        Ticket target = merged(ABOUT_BEA, other);

        assertThatExceptionOfType(IndependenceException.class)
                .isThrownBy(() -> target.assign(Assignment.to(BEA), EVE, NOW));
        assertThatExceptionOfType(IndependenceException.class)
                .isThrownBy(() -> merged(ABOUT_BEA, other.assign(Assignment.to(BEA), EVE, NOW)));
        assertThatExceptionOfType(MergeRefusedException.class)
                .isThrownBy(() -> merged(ABOUT_BEA, opened(4, TicketKind.QUESTION)))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.COMPLAINT));
    }

    @Test
    void the_history_of_a_complaint_folds_to_its_state_and_prints_no_words_of_the_customer() {
        Ticket ticket = appealed(DECIDED_BY_CID.resolve(Resolution.of("explained", ""), DAN, NOW));

        assertThat(Ticket.fold(ticket.changes())).isEqualTo(ticket.saved());
        assertThat(ticket.changes().toString()).doesNotContain("Not fair");
    }

    private static Ticket assessed(Ticket ticket, Actor about) {
        AssessComplaint command = AssessComplaint.of(ticket.id(), ComplaintSeverity.SERIOUS, EVE)
                .about(about)
                .causedBy("rudeness");
        return new ComplaintCase(ticket).assess(command, NOW);
    }

    private static Ticket decided(Ticket ticket, Actor by) {
        DecideComplaint command =
                DecideComplaint.of(ticket.id(), ComplaintOutcome.PARTLY, by, Remedy.VOUCHER, Remedy.APOLOGY);
        return new ComplaintCase(ticket).decide(command, NOW);
    }

    private static Ticket appealed(Ticket ticket) {
        return new ComplaintCase(ticket).appeal("Not fair", TicketPolicy.STANDARD, NOW);
    }

    private static Ticket merged(Ticket source, Ticket target) {
        MergeTickets command = MergeTickets.of(source.id(), target.id(), EVE);
        return Merge.of(source, target.id(), target, command, NOW).target();
    }

    private static Ticket opened(long id, TicketKind kind) {
        OpenTicket command = OpenTicket.of(new CustomerId(new UUID(0, 2)), kind, "She shouted at me");
        return Ticket.open(new TicketId(new UUID(0, id)), command, NOW);
    }
}

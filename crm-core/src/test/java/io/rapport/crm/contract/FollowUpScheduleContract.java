package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.HandleCustomer;
import io.rapport.crm.customer.HandlingProfile;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.store.StaleAggregateException;
import io.rapport.crm.ticket.AssessComplaint;
import io.rapport.crm.ticket.Assignment;
import io.rapport.crm.ticket.ComplaintOutcome;
import io.rapport.crm.ticket.ComplaintSeverity;
import io.rapport.crm.ticket.CompleteFollowUp;
import io.rapport.crm.ticket.DecideComplaint;
import io.rapport.crm.ticket.FollowUp;
import io.rapport.crm.ticket.FollowUpOutcome;
import io.rapport.crm.ticket.FollowUpPolicy;
import io.rapport.crm.ticket.FollowUpReason;
import io.rapport.crm.ticket.FollowUpStatus;
import io.rapport.crm.ticket.MergeTickets;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is asked after a resolution, when, and when not any more, in any store. */
public abstract class FollowUpScheduleContract extends FollowUpContract {

    @Test
    void a_resolved_complaint_is_followed_up_in_business_time() {
        TicketId id = started(ann(), TicketKind.COMPLAINT);
        tickets().assign(id, Assignment.to(CID), BEA);

        tickets().resolve(id, REPLACED, BEA);

        FollowUp followUp = only(id);
        assertStored(followUp);
        assertThat(followUp.due()).isEqualTo(MONDAY.plus(A_DAY));
        assertThat(followUp.owner()).isEqualTo(CID);
        assertThat(followUp.reasons()).containsExactly(FollowUpReason.COMPLAINT);
        assertThat(followUp.status()).isEqualTo(FollowUpStatus.SCHEDULED);
        assertThat(followUp.resolution()).isEqualTo(1);
    }

    @Test
    void demanding_customers_are_always_asked_and_all_others_only_by_the_policy() {
        TicketId demanding = started(demanding(), TicketKind.QUESTION);
        TicketId standard = started(ann(), TicketKind.QUESTION);
        TicketId everybody = started(ann(), TicketKind.QUESTION);

        tickets().resolve(demanding, REPLACED, BEA);
        tickets().resolve(standard, REPLACED, BEA);
        crm(POLICY.everybody()).tickets().resolve(everybody, REPLACED, BEA);

        assertThat(only(demanding).reasons()).containsExactly(FollowUpReason.DEMANDING_CUSTOMER);
        assertThat(followUps().ofTicket(standard)).isEmpty();
        assertThat(only(everybody).mandatory()).isFalse();
        assertThat(only(everybody).owner()).isEqualTo(BEA);
    }

    @Test
    void a_handling_profile_can_ask_for_follow_ups_of_a_customer_who_is_not_demanding() {
        CustomerId ann = ann();
        crm().customers().handle(ann, HandleCustomer.of(HandlingProfile.STANDARD.followedUp(), BEA));

        TicketId id = started(ann, TicketKind.QUESTION);
        tickets().resolve(id, REPLACED, BEA);

        assertThat(only(id).reasons()).containsExactly(FollowUpReason.HANDLING_PROFILE);
    }

    @Test
    void nobody_is_asked_about_merged_cancelled_or_spam_tickets_nor_without_a_policy() {
        CustomerId ann = demanding();
        TicketId merged = started(ann, TicketKind.COMPLAINT);
        TicketId target = started(ann, TicketKind.COMPLAINT);
        tickets().merge(MergeTickets.of(merged, target, BEA));
        TicketId spam = started(ann, TicketKind.COMPLAINT);
        tickets().resolve(spam, Resolution.of("spam", ""), BEA);
        TicketId withoutPolicy = started(ann, TicketKind.COMPLAINT);
        crm().tickets().resolve(withoutPolicy, REPLACED, BEA);
        tickets().cancel(target, "Test", BEA);

        for (TicketId id : List.of(merged, target, spam, withoutPolicy)) {
            assertThat(followUps().ofTicket(id)).isEmpty();
        }
    }

    @Test
    void reopening_cancels_it_and_the_next_resolution_has_one_of_its_own() {
        TicketId id = resolvedComplaint();
        aMinuteLater();
        tickets().reopen(id, "Broken again");
        assertThat(only(id).status()).isEqualTo(FollowUpStatus.CANCELLED);
        assertStored(only(id));

        aMinuteLater();
        tickets().resolve(id, REPLACED, BEA);

        assertThat(followUps().ofTicket(id)).extracting(FollowUp::resolution).containsExactly(1, 2);
        assertThat(followUps().ofTicket(id))
                .extracting(FollowUp::status)
                .containsExactly(FollowUpStatus.CANCELLED, FollowUpStatus.SCHEDULED);
    }

    @Test
    void a_customers_message_that_reopens_the_ticket_cancels_it_too() {
        TicketId id = resolvedComplaint();

        tickets().customerMessage(id, "It is broken again");

        assertThat(only(id).status()).isEqualTo(FollowUpStatus.CANCELLED);
    }

    @Test
    void an_appeal_that_reopens_a_complaint_cancels_it_too() {
        TicketId id = started(ann(), TicketKind.COMPLAINT);
        tickets().complaints().assess(AssessComplaint.of(id, ComplaintSeverity.SERIOUS, BEA));
        tickets().complaints().decide(DecideComplaint.of(id, ComplaintOutcome.REJECTED, BEA));
        tickets().resolve(id, REPLACED, BEA);

        tickets().complaints().appeal(id, "Not fair");

        assertThat(only(id).status()).isEqualTo(FollowUpStatus.CANCELLED);
    }

    @Test
    void it_makes_no_difference_where_the_resolution_was_decided() {
        Ticket loaded = tickets().find(started(ann(), TicketKind.COMPLAINT)).orElseThrow();
        Ticket resolved = tickets().save(loaded.resolve(REPLACED, BEA, clock.instant()));
        assertThat(only(resolved.id()).status()).isEqualTo(FollowUpStatus.SCHEDULED);
        TicketId other = started(ann(), TicketKind.COMPLAINT);

        assertThat(tickets().resolveAll(List.of(other), REPLACED, BEA).refused())
                .isEmpty();
        tickets().save(resolved.reopen("Broken again", clock.instant()));

        assertThat(only(other).status()).isEqualTo(FollowUpStatus.SCHEDULED);
        assertThat(only(resolved.id()).status()).isEqualTo(FollowUpStatus.CANCELLED);
    }

    @Test
    void what_was_asked_before_the_ticket_was_reopened_stays_as_it_was() {
        TicketId id = resolvedComplaint();
        FollowUp done = followUps().complete(CompleteFollowUp.of(only(id).id(), FollowUpOutcome.NEEDS_NOT_MET, BEA));

        tickets().reopen(id, "Needs not met");

        assertThat(only(id)).isEqualTo(done);
    }

    @Test
    void a_resolution_that_is_rolled_back_leaves_no_follow_up() {
        TicketId id = started(ann(), TicketKind.COMPLAINT);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> crm(POLICY).inTransaction(tx -> {
                    tx.tickets().resolve(id, REPLACED, BEA);
                    assertThat(tx.tickets().followUps().ofTicket(id)).hasSize(1);
                    throw new NotFoundException("anything");
                }));

        assertThat(followUps().ofTicket(id)).isEmpty();
    }

    @Test
    void a_resolution_that_somebody_overtook_leaves_no_follow_up() {
        Ticket stale = tickets().find(started(ann(), TicketKind.COMPLAINT)).orElseThrow();
        tickets().note(stale.id(), BEA, "Overtaken");

        assertThatExceptionOfType(StaleAggregateException.class)
                .isThrownBy(() -> tickets().save(stale.resolve(REPLACED, BEA, clock.instant())));

        assertThat(followUps().ofTicket(stale.id())).isEmpty();
    }

    @Test
    void a_ticket_is_not_resolved_while_the_calendar_of_the_policy_is_unknown() {
        TicketId id = started(ann(), TicketKind.COMPLAINT);
        FollowUpPolicy unknown = FollowUpPolicy.of(AN_HOUR, CalendarId.of("unknown"));

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> crm(unknown).tickets().resolve(id, REPLACED, BEA))
                .withMessageContaining("calendar unknown");

        assertThat(tickets().find(id).orElseThrow().resolvedAt()).isEmpty();
    }
}

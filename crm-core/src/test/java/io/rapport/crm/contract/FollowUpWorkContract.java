package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.ticket.AssessComplaint;
import io.rapport.crm.ticket.ComplaintSeverity;
import io.rapport.crm.ticket.CompleteFollowUp;
import io.rapport.crm.ticket.FollowUp;
import io.rapport.crm.ticket.FollowUpId;
import io.rapport.crm.ticket.FollowUpOutcome;
import io.rapport.crm.ticket.FollowUpRepository;
import io.rapport.crm.ticket.IndependenceException;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.WaiveFollowUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How those who ask after a resolution find, do and hand on their work, in any store. */
public abstract class FollowUpWorkContract extends FollowUpContract {

    @Test
    void it_is_reassigned_and_done_with_what_came_out() {
        FollowUpId id = only(resolvedComplaint()).id();
        aMinuteLater();
        assertStored(followUps().reassign(id, CID, BEA));

        FollowUp done = followUps()
                .complete(
                        CompleteFollowUp.of(id, FollowUpOutcome.NEEDS_MET, CID).noting("Very happy"));

        assertStored(done);
        assertThat(done.owner()).isEqualTo(CID);
        assertThat(done.result().orElseThrow().note()).isEqualTo("Very happy");
        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> followUps().complete(CompleteFollowUp.of(id, FollowUpOutcome.NEEDS_MET, CID)));
    }

    @Test
    void only_an_optional_one_is_waived() {
        FollowUpId mandatory = only(resolvedComplaint()).id();
        TicketId question = started(ann(), TicketKind.QUESTION);
        crm(POLICY.everybody()).tickets().resolve(question, REPLACED, BEA);

        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> followUps().waive(WaiveFollowUp.of(mandatory, "No time", BEA)));
        assertStored(followUps().waive(WaiveFollowUp.of(only(question).id(), "Moved away", BEA)));
    }

    @Test
    void whom_a_complaint_is_about_does_not_ask_how_it_was() {
        TicketId id = started(ann(), TicketKind.COMPLAINT);
        tickets()
                .complaints()
                .assess(AssessComplaint.of(id, ComplaintSeverity.SERIOUS, BEA).about(CID));
        tickets().resolve(id, REPLACED, BEA);
        FollowUpId followUp = only(id).id();

        assertThatExceptionOfType(IndependenceException.class)
                .isThrownBy(() -> followUps().reassign(followUp, CID, BEA));
        assertThatExceptionOfType(IndependenceException.class)
                .isThrownBy(() -> followUps().complete(CompleteFollowUp.of(followUp, FollowUpOutcome.NEEDS_MET, CID)));
    }

    @Test
    void what_is_overdue_is_listed_by_owner_page_by_page_and_the_longest_first() {
        List<FollowUpId> late = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            late.add(only(resolvedComplaint()).id());
            aMinuteLater();
        }
        FollowUpId others = followUps().reassign(late.remove(4), CID, BEA).id();
        FollowUpId done = late.remove(3);
        followUps().complete(CompleteFollowUp.of(done, FollowUpOutcome.NEEDS_MET, BEA));
        clock.set(MONDAY.plus(A_DAY));
        assertThat(overdue(BEA)).isEmpty();
        assertThat(scheduled(BEA)).isEqualTo(late);

        clock.move(Duration.ofNanos(1_000));
        assertThat(overdue(BEA)).containsExactly(late.get(0));
        clock.move(AN_HOUR);

        assertThat(overdue(BEA)).isEqualTo(late);
        assertThat(overdue(CID)).containsExactly(others);
        assertThat(otherCrm().tickets().followUps().overdue(BEA, ALL).items()).isEmpty();
        Page<FollowUp> first = followUps().overdue(BEA, PageRequest.first(2));
        Page<FollowUp> second =
                followUps().overdue(BEA, PageRequest.after(first.next().orElseThrow(), 2));
        assertThat(first.items()).extracting(FollowUp::id).containsExactly(late.get(0), late.get(1));
        assertThat(second.items()).extracting(FollowUp::id).containsExactly(late.get(2));
        assertThat(second.hasNext()).isFalse();
    }

    private List<FollowUpId> overdue(Actor owner) {
        return followUps().overdue(owner, ALL).items().stream()
                .map(FollowUp::id)
                .toList();
    }

    private List<FollowUpId> scheduled(Actor owner) {
        return followUps().scheduled(owner, ALL).items().stream()
                .map(FollowUp::id)
                .toList();
    }

    @Test
    void follow_ups_of_another_tenant_are_not_seen() {
        TicketId id = resolvedComplaint();
        FollowUpId followUp = only(id).id();

        assertThat(otherCrm().tickets().followUps().ofTicket(id)).isEmpty();
        assertThat(otherCrm().tickets().followUps().find(followUp)).isEmpty();
        assertThat(store().<Boolean>reading(
                                otherTenant,
                                unit -> unit.repository(FollowUpRepository.class)
                                        .scheduled(BEA, ALL)
                                        .items()
                                        .isEmpty()))
                .isTrue();
    }
}

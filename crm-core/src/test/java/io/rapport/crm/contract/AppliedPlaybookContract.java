package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.HandleCustomer;
import io.rapport.crm.customer.HandlingProfile;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.playbook.AppliedPlaybook;
import io.rapport.crm.playbook.Criterion;
import io.rapport.crm.playbook.DraftPlaybook;
import io.rapport.crm.playbook.MatchReason;
import io.rapport.crm.playbook.Playbook;
import io.rapport.crm.playbook.Procedure;
import io.rapport.crm.playbook.RevisePlaybook;
import io.rapport.crm.playbook.Step;
import io.rapport.crm.playbook.TicketCondition;
import io.rapport.crm.playbook.VersionRef;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.PlaybookTrigger;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketPlaybooks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which playbook a ticket follows, and why, in any store. */
public abstract class AppliedPlaybookContract extends TicketPlaybookContract {

    private TicketEvent.PlaybookApplied application(TicketId id) {
        return crm().tickets().history(id).stream()
                .filter(TicketEvent.PlaybookApplied.class::isInstance)
                .map(TicketEvent.PlaybookApplied.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_new_ticket_follows_the_best_matching_playbook_at_once_and_says_why() {
        Playbook broken = published("broken", REPLACE);
        published("any", Procedure.of(Step.optional("read", "Read it", "agent")).matching(TicketCondition.any()));

        Ticket ticket = opened(ann(), "It arrived BROKEN");

        assertStored(ticket);
        assertThat(ticket.playbooks()).extracting(AppliedPlaybook::ref).containsExactly(first(broken));
        TicketEvent.PlaybookApplied application = application(ticket.id());
        assertThat(application.trigger()).isEqualTo(PlaybookTrigger.MATCH);
        assertThat(application.reasons()).containsExactly(new MatchReason(Criterion.KEYWORD, List.of("broken")));
        assertThat(application.staff()).isEqualTo(Actor.SYSTEM);
        assertThat(ticket.version()).isEqualTo(2);
    }

    @Test
    void a_ticket_that_no_published_playbook_of_the_tenant_is_meant_for_follows_none() {
        published("broken", REPLACE);
        crm().playbooks()
                .draft(DraftPlaybook.of(
                        "draft",
                        "Plan",
                        Procedure.of(Step.optional("read", "Read it", "agent")).matching(TicketCondition.any())));
        CustomerId elsewhere =
                otherCrm().customers().register(RegisterCustomer.person("Bob")).id();

        assertThat(opened(ann(), "It is late").playbooks()).isEmpty();
        assertThat(otherCrm()
                        .tickets()
                        .open(OpenTicket.of(elsewhere, TicketKind.COMPLAINT, "Broken"))
                        .playbooks())
                .isEmpty();
    }

    @Test
    void the_playbook_that_the_customer_is_to_be_handled_by_goes_before_any_match_once_it_is_published() {
        published("broken", REPLACE);
        CustomerId ann = ann();
        crm().customers().handle(ann, HandleCustomer.of(HandlingProfile.STANDARD.playbook("one-face"), BEA));
        assertThat(opened(ann, "It is broken").playbooks())
                .extracting(AppliedPlaybook::key)
                .containsExactly("broken");

        published("one-face", Procedure.of(Step.mandatory("call", "Call", "agent")));
        Ticket ticket = opened(ann, "It is broken");

        assertThat(ticket.playbooks()).extracting(AppliedPlaybook::key).containsExactly("one-face");
        assertThat(application(ticket.id()).trigger()).isEqualTo(PlaybookTrigger.HANDLING_PROFILE);
    }

    @Test
    void demanding_customers_get_the_playbook_that_is_meant_for_them() {
        published(
                "care",
                Procedure.of(Step.mandatory("call", "Call", "agent"))
                        .matching(TicketCondition.any().demanding()));
        CustomerId ann = ann();
        assertThat(opened(ann, "Hello").playbooks()).isEmpty();

        crm().customers().handle(ann, HandleCustomer.of(HandlingProfile.STANDARD.demanding("Was passed around"), BEA));

        assertThat(opened(ann, "Hello").playbooks()).hasSize(1);
    }

    @Test
    void a_message_after_the_end_opens_a_ticket_that_follows_a_playbook_too() {
        CustomerId ann = ann();
        TicketId ended = opened(ann, "It is late").id();
        crm().tickets().cancel(ended, "Test", BEA);
        published("broken", REPLACE);

        Ticket followUp = crm().tickets().customerMessage(ended, "And now it is broken");

        assertStored(followUp);
        assertThat(followUp.playbooks()).hasSize(1);
    }

    @Test
    void playbooks_are_applied_by_hand_one_after_the_other_and_all_are_kept() {
        Playbook broken = published("broken", REPLACE);
        Playbook call = published("call", Procedure.of(Step.mandatory("call", "Call", "agent")));
        Ticket ticket = opened(ann(), "It is broken");
        crm().tickets().customerReply(ticket.id(), "I will ask my lawyer");
        Playbook revised = crm().playbooks()
                .revise(broken.id(), RevisePlaybook.of("Plan", REPLACE.matching(TicketCondition.any())));
        crm().playbooks().publish(revised.id(), BEA);

        crm().tickets().playbooks().apply(ticket.id(), call.id(), CID);
        Ticket last = crm().tickets().playbooks().apply(ticket.id(), "broken", CID);

        assertStored(last);
        assertThat(last.playbooks())
                .extracting(AppliedPlaybook::ref)
                .containsExactly(first(broken), first(call), new VersionRef(broken.id(), 2));
        assertThat(last.playbooks().get(0).ruledOut()).containsExactly("chief");
        assertThat(last.playbooks().get(2).ruledOut()).isEmpty();
        assertThat(crm().tickets().history(ticket.id()))
                .last()
                .isInstanceOfSatisfying(TicketEvent.PlaybookApplied.class, applied -> {
                    assertThat(applied.trigger()).isEqualTo(PlaybookTrigger.REQUEST);
                    assertThat(applied.staff()).isEqualTo(CID);
                });
    }

    @Test
    void only_a_published_playbook_of_the_tenant_is_applied() {
        TicketPlaybooks playbooks = crm().tickets().playbooks();
        TicketId id = opened(ann(), "Hello").id();
        crm().playbooks().draft(DraftPlaybook.of("draft", "Plan", REPLACE));

        assertThatExceptionOfType(IllegalTransitionException.class).isThrownBy(() -> playbooks.apply(id, "draft", BEA));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> playbooks.apply(id, "nothing", BEA));
        assertThat(crm().tickets().find(id).orElseThrow().playbooks()).isEmpty();
    }
}

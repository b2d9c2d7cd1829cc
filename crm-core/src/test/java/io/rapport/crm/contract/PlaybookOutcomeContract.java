package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.playbook.Playbook;
import io.rapport.crm.playbook.PlaybookOutcome;
import io.rapport.crm.playbook.PlaybookOutcomes;
import io.rapport.crm.playbook.Procedure;
import io.rapport.crm.playbook.RevisePlaybook;
import io.rapport.crm.playbook.Step;
import io.rapport.crm.playbook.TicketCondition;
import io.rapport.crm.playbook.VersionRef;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.WaitingFor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What came of the tickets that followed a playbook, in any store. */
public abstract class PlaybookOutcomeContract extends TicketPlaybookContract {

    @Test
    void outcomes_are_business_time_without_waits_for_the_customer_and_without_resolved_spans() {
        Playbook call = published(
                "call", Procedure.of(Step.optional("call", "Call", "agent")).matching(TicketCondition.any()));
        TicketId id = started(ann(), "Hello");
        clock.move(AN_HOUR);
        crm().tickets().park(id, WaitingFor.CUSTOMER, BEA);
        clock.move(AN_HOUR);
        crm().tickets().customerReply(id, "Here I am");
        assertThat(outcomes(id, Optional.empty())).isEmpty();
        crm().tickets().resolve(id, REPLACED, BEA);
        clock.move(AN_HOUR);
        crm().tickets().reopen(id, "Not done");
        clock.move(Duration.ofDays(1));
        crm().tickets().resolve(id, REPLACED, BEA);

        assertThat(outcomes(id, Optional.of(true)))
                .containsExactly(new PlaybookOutcome(first(call), AN_HOUR.plusHours(8), 1, Optional.of(true)));
    }

    private List<PlaybookOutcome> outcomes(TicketId id, Optional<Boolean> favourable) {
        return crm().tickets().playbooks().outcomes(id, OFFICE, favourable);
    }

    @Test
    void versions_are_compared_by_the_tickets_of_a_period() {
        Procedure procedure =
                Procedure.of(Step.optional("call", "Call", "agent")).matching(TicketCondition.any());
        CustomerId ann = ann();
        resolvedAfter(started(ann, "Before any playbook"), Duration.ZERO);
        Playbook call = published("call", procedure);
        TicketId first = resolvedAfter(started(ann, "One"), AN_HOUR);
        started(ann, "Still open");
        Procedure next = Procedure.of(Step.optional("mail", "Write", "agent")).matching(TicketCondition.any());
        crm().playbooks().revise(call.id(), RevisePlaybook.of("Plan", next));
        crm().playbooks().publish(call.id(), BEA);
        resolvedAfter(started(ann, "Two"), AN_HOUR.plusHours(1));
        resolvedAfter(started(ann, "Three"), AN_HOUR);
        clock.move(AN_HOUR);
        Instant end = clock.instant();
        resolvedAfter(started(ann, "Too late"), AN_HOUR);

        PlaybookOutcomes outcomes = crm().tickets()
                .playbooks()
                .outcomes(MONDAY, end, OFFICE, ticket -> ticket.equals(first) ? Optional.of(false) : Optional.empty());

        assertThat(outcomes.result()).containsOnlyKeys(new VersionRef(call.id(), 1), new VersionRef(call.id(), 2));
        assertThat(outcomes.result().get(new VersionRef(call.id(), 1)).answered())
                .isEqualTo(1);
        assertThat(outcomes.result().get(new VersionRef(call.id(), 2)).tickets())
                .isEqualTo(2);
        assertThat(outcomes.compare(new VersionRef(call.id(), 1), new VersionRef(call.id(), 2))
                        .medianResolutionChange())
                .isEqualTo(Duration.ofMinutes(30));
    }

    private TicketId resolvedAfter(TicketId id, Duration work) {
        clock.move(work);
        return crm().tickets().resolve(id, REPLACED, BEA).id();
    }
}

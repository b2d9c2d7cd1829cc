package io.rapport.crm.jdbc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.id.Actor;
import io.rapport.crm.playbook.AppliedPlaybook;
import io.rapport.crm.playbook.DraftPlaybook;
import io.rapport.crm.playbook.Guard;
import io.rapport.crm.playbook.Playbook;
import io.rapport.crm.playbook.PlaybookId;
import io.rapport.crm.playbook.Procedure;
import io.rapport.crm.playbook.Step;
import io.rapport.crm.playbook.TicketCondition;
import io.rapport.crm.playbook.TicketFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Applied playbooks are kept inside other aggregates, as JSON. */
class AppliedPlaybookJsonTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00.123456Z");
    private static final Actor BEA = Actor.of("bea");

    @Test
    void an_applied_playbook_comes_back_as_it_was_written() {
        Procedure procedure = Procedure.of(
                Step.mandatory("photo", "Ask for a picture", "agent").within(Duration.ofMinutes(90)),
                Step.optional("supplier", "Ask the supplier", "buyer"),
                Step.mandatory("chief", "Call", "head")
                        .when(Guard.when(TicketCondition.any().demanding().priorityAtLeast(3))));
        AppliedPlaybook applied = Playbook.draft(
                        new PlaybookId(new UUID(0, 1)), DraftPlaybook.of("broken", "Broken", procedure), NOW)
                .publish(BEA, NOW)
                .apply(TicketFacts.of("COMPLAINT", 2), NOW)
                .complete("photo", BEA, "Two of them", NOW)
                .skip("supplier", BEA, "Our own product", NOW);
        Json json = new Json();

        assertThat(json.read(json.write(applied), AppliedPlaybook.class)).isEqualTo(applied);
    }
}

package io.rapport.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.HandlingProfile;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random lives of follow-ups. */
class FollowUpProperties {

    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");
    private static final Instant DUE = START.plusSeconds(3_600);
    private static final FollowUpId ID = new FollowUpId(new UUID(0, 1));
    private static final Actor BEA = Actor.of("bea");

    private enum Verb {
        REASSIGN((followUp, now) -> followUp.reassign(Actor.of("agent-" + followUp.version()), BEA, now)),
        COMPLETE((followUp, now) -> followUp.complete(
                CompleteFollowUp.of(ID, FollowUpOutcome.NEEDS_MET, BEA).noting("Said thanks"), now)),
        WAIVE((followUp, now) -> followUp.waive(WaiveFollowUp.of(ID, "Moved away", BEA), now)),
        CANCEL(FollowUp::cancel);

        private final BiFunction<FollowUp, Instant, FollowUp> act;

        Verb(BiFunction<FollowUp, Instant, FollowUp> act) {
            this.act = act;
        }
    }

    @Property
    void the_history_folds_to_the_state(@ForAll boolean mandatory, @ForAll("lives") List<Verb> life) {
        FollowUp followUp = lived(scheduled(mandatory), life);

        assertThat(FollowUp.fold(followUp.changes())).isEqualTo(followUp.saved());
        assertThat(followUp.version()).isEqualTo(followUp.changes().size());
        assertThat(followUp.savedVersion()).isZero();
    }

    @Property
    void a_follow_up_ends_once_and_a_mandatory_one_is_never_waived(
            @ForAll boolean mandatory, @ForAll("lives") List<Verb> life) {
        FollowUp followUp = lived(scheduled(mandatory), life);

        assertThat(followUp.changes().stream()
                        .filter(event -> event instanceof FollowUpEvent.Done
                                || event instanceof FollowUpEvent.Waived
                                || event instanceof FollowUpEvent.Cancelled))
                .hasSize(followUp.status() == FollowUpStatus.SCHEDULED ? 0 : 1);
        assertThat(followUp.result().isPresent()).isEqualTo(followUp.status() == FollowUpStatus.DONE);
        assertThat(mandatory && followUp.status() == FollowUpStatus.WAIVED).isFalse();
        assertThat(followUp.mandatory()).isEqualTo(mandatory);
    }

    @Property
    void only_a_scheduled_follow_up_is_ever_overdue(@ForAll boolean mandatory, @ForAll("lives") List<Verb> life) {
        FollowUp followUp = lived(scheduled(mandatory), life);

        assertThat(followUp.overdue(DUE)).isFalse();
        assertThat(followUp.overdue(DUE.plusNanos(1))).isEqualTo(followUp.status() == FollowUpStatus.SCHEDULED);
    }

    @Example
    void the_one_who_asks_already_need_not_be_told() {
        assertThat(scheduled(true).reassign(BEA, BEA, START).version()).isEqualTo(1);
    }

    @Example
    void complaints_and_demanding_customers_may_not_be_left_out() {
        assertThat(FollowUpPolicy.reasons(TicketKind.QUESTION, HandlingProfile.STANDARD))
                .isEmpty();
        assertThat(FollowUpPolicy.reasons(
                        TicketKind.COMPLAINT,
                        HandlingProfile.STANDARD.demanding("Shouts").followedUp()))
                .containsExactly(FollowUpReason.values());
    }

    @Example
    void what_was_said_stays_out_of_logs() {
        FollowUp done = Verb.COMPLETE.act.apply(scheduled(true), START);
        FollowUp waived = Verb.WAIVE.act.apply(scheduled(false), START);

        assertThat(done + " " + done.changes() + waived.changes() + WaiveFollowUp.of(ID, "Moved away", BEA))
                .doesNotContain("Said thanks")
                .doesNotContain("Moved away");
    }

    @Provide
    Arbitrary<List<Verb>> lives() {
        return Arbitraries.frequency(
                        Tuple.of(6, Verb.REASSIGN),
                        Tuple.of(1, Verb.COMPLETE),
                        Tuple.of(1, Verb.WAIVE),
                        Tuple.of(1, Verb.CANCEL))
                .list()
                .ofMaxSize(8);
    }

    /** Does what is allowed, and shows that the rest is refused. */
    private static FollowUp lived(FollowUp from, List<Verb> life) {
        FollowUp followUp = from;
        for (Verb verb : life) {
            FollowUp before = followUp;
            Instant now = START.plusSeconds(before.version());
            boolean allowed =
                    before.status() == FollowUpStatus.SCHEDULED && !(verb == Verb.WAIVE && before.mandatory());
            if (allowed) {
                followUp = verb.act.apply(before, now);
            } else {
                assertThatExceptionOfType(IllegalTransitionException.class)
                        .isThrownBy(() -> verb.act.apply(before, now));
            }
        }
        return followUp;
    }

    private static FollowUp scheduled(boolean mandatory) {
        return FollowUp.schedule(new FollowUpEvent.Scheduled(
                ID,
                new TicketId(new UUID(0, 2)),
                1,
                new CustomerId(new UUID(0, 3)),
                mandatory ? Set.of(FollowUpReason.COMPLAINT) : Set.of(),
                BEA,
                DUE,
                START));
    }
}

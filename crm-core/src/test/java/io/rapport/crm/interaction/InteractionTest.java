package io.rapport.crm.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.InvalidInputException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class InteractionTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final InteractionId ID = new InteractionId(new UUID(1, 1));
    private static final RecordInteraction CALL =
            RecordInteraction.reactive(new CustomerId(new UUID(1, 2)), Channel.PHONE, Purpose.SERVICE);

    @Test
    void a_reactive_contact_comes_in_and_a_proactive_one_goes_out() {
        RecordInteraction mail = RecordInteraction.proactive(CALL.customer(), Channel.EMAIL, Purpose.MARKETING);

        assertThat(CALL.initiative()).isEqualTo(Initiative.REACTIVE);
        assertThat(CALL.direction()).isEqualTo(Direction.IN);
        assertThat(mail.initiative()).isEqualTo(Initiative.PROACTIVE);
        assertThat(mail.direction()).isEqualTo(Direction.OUT);
    }

    @Test
    void a_contact_starts_when_it_is_recorded_unless_its_start_is_given() {
        assertThat(Interaction.of(ID, CALL, NOON).startedAt()).isEqualTo(NOON);
        assertThat(Interaction.of(ID, CALL.startedAt(NOON.minusSeconds(9)), NOON)
                        .startedAt())
                .isEqualTo(NOON.minusSeconds(9));
    }

    @Test
    void instants_are_cut_to_the_microsecond() {
        Interaction call = Interaction.of(
                ID, CALL.startedAt(NOON.plusNanos(1999)).endedAt(NOON.plusNanos(2999)), NOON.plusNanos(3999));

        assertThat(call.startedAt()).isEqualTo(NOON.plusNanos(1000));
        assertThat(call.endedAt()).contains(NOON.plusNanos(2000));
        assertThat(call.recordedAt()).isEqualTo(NOON.plusNanos(3000));
    }

    @Test
    void a_contact_may_end_at_the_instant_at_which_it_starts() {
        assertThat(CALL.startedAt(NOON).endedAt(NOON).endedAt()).contains(NOON);
    }

    @Test
    void each_bad_input_names_its_field() {
        refuses("endedAt", call -> call.startedAt(NOON).endedAt(NOON.minusNanos(1)));
        refuses("thread", call -> call.thread(" "));
        refuses("thread", call -> call.thread("x".repeat(191)));
        refuses("outcome", call -> call.outcome(""));
        refuses("outcome", call -> call.outcome("x".repeat(201)));
        refuses("body", call -> call.body("x".repeat(20_001)));
        assertThat(CALL.body("x".repeat(20_000)).thread("x".repeat(190)).outcome("x".repeat(200)))
                .isNotNull();
    }

    @Test
    void an_end_before_the_start_is_refused_also_when_the_start_is_the_recording() {
        RecordInteraction ended = CALL.endedAt(NOON.minusSeconds(1));

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Interaction.of(ID, ended, NOON))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("endedAt"));
    }

    @Test
    @SuppressWarnings("NullAway")
    void a_missing_part_names_its_field() {
        for (String field : new String[] {"customer", "channel", "purpose"}) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> RecordInteraction.reactive(
                            field.equals("customer") ? null : CALL.customer(),
                            field.equals("channel") ? null : CALL.channel(),
                            field.equals("purpose") ? null : CALL.purpose()))
                    .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
        }
        refuses("direction", call -> call.direction(null));
    }

    @Test
    void what_was_said_stays_out_of_logs() {
        RecordInteraction secret = CALL.body("secret").outcome("secret").thread("secret");

        assertThat(secret.toString()).doesNotContain("secret");
        assertThat(Interaction.of(ID, secret, NOON).toString()).doesNotContain("secret");
        assertThat(Interaction.of(ID, secret, NOON).event().toString()).doesNotContain("secret");
    }

    private static void refuses(String field, UnaryOperator<RecordInteraction> change) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> change.apply(CALL))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }
}

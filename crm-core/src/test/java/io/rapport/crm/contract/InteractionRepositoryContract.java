package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.CrmServices;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.interaction.Channel;
import io.rapport.crm.interaction.Direction;
import io.rapport.crm.interaction.Initiative;
import io.rapport.crm.interaction.Interaction;
import io.rapport.crm.interaction.InteractionId;
import io.rapport.crm.interaction.InteractionRepository;
import io.rapport.crm.interaction.InteractionTally;
import io.rapport.crm.interaction.Purpose;
import io.rapport.crm.interaction.RecordInteraction;
import io.rapport.crm.interaction.Sentiment;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How interactions are kept and counted. */
public abstract class InteractionRepositoryContract
        extends FactRepositoryContract<InteractionId, Interaction, InteractionRepository> {

    private static final Instant BEFORE = MONDAY.minusSeconds(3600);
    private static final Instant AFTER = MONDAY.plusSeconds(3600);

    protected InteractionRepositoryContract() {
        super(InteractionRepository.class);
    }

    @Override
    Interaction record(CrmServices crm, CustomerId customer, ExternalId key, Instant at) {
        return crm.interactions().record(call(customer, key, at));
    }

    @Override
    Interaction recordOther(CrmServices crm, CustomerId customer, ExternalId key, Instant at) {
        return crm.interactions().record(call(customer, key, at).outcome("called back"));
    }

    @Override
    Interaction made(CustomerId customer, ExternalId key, Instant at) {
        return Interaction.of(new InteractionId(ids.next()), call(customer, key, at), clock.instant());
    }

    @Override
    Optional<Interaction> find(CrmServices crm, InteractionId id) {
        return crm.interactions().find(id);
    }

    @Override
    Page<Interaction> page(CrmServices crm, CustomerId customer, PageRequest request) {
        return crm.interactions().timeline(customer, request);
    }

    @Override
    long counted(CrmServices crm) {
        return crm.interactions().tally(BEFORE, AFTER).stream()
                .mapToLong(InteractionTally::count)
                .sum();
    }

    @Override
    Instant time(Interaction fact) {
        return fact.startedAt();
    }

    private static RecordInteraction call(CustomerId customer, ExternalId key, Instant at) {
        return RecordInteraction.reactive(customer, Channel.PHONE, Purpose.SERVICE)
                .startedAt(at)
                .known(key);
    }

    @Test
    void a_full_interaction_comes_back_as_it_was_saved() {
        Interaction chat = crm().interactions()
                .record(RecordInteraction.reactive(customer(), Channel.LIVE_CHAT, Purpose.SALES)
                        .direction(Direction.OUT)
                        .staff(Actor.of("bea"))
                        .thread("thread-9")
                        .startedAt(MONDAY.minusSeconds(60))
                        .endedAt(MONDAY.minusSeconds(1).plusNanos(999))
                        .outcome("sold")
                        .sentiment(Sentiment.POSITIVE)
                        .body("Zdravo, je li još na zalihi? 👍\n" + "x".repeat(19_000))
                        .known(KEY));

        assertThat(crm().interactions().find(chat.id())).contains(chat);
        assertThat(chat.endedAt()).contains(MONDAY.minusSeconds(1));
        assertThat(chat.recordedAt()).isEqualTo(MONDAY);
        assertThat(crm().interactions()
                        .timeline(chat.customer(), PageRequest.first(1))
                        .items())
                .containsExactly(chat);
    }

    @Test
    void a_bare_interaction_comes_back_as_it_was_saved() {
        CustomerId ann = customer();
        RecordInteraction letter = RecordInteraction.proactive(ann, Channel.LETTER, Purpose.MARKETING);

        Interaction first = crm().interactions().record(letter);
        Interaction second = crm().interactions().record(letter);

        assertThat(crm().interactions().find(first.id())).contains(first);
        assertThat(first.startedAt()).isEqualTo(MONDAY);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(counted(crm())).isEqualTo(2);
    }

    @Test
    void a_command_that_leaves_the_start_open_is_the_same_command_a_minute_later() {
        RecordInteraction call = RecordInteraction.reactive(customer(), Channel.PHONE, Purpose.SERVICE)
                .known(KEY);
        Interaction first = crm().interactions().record(call);
        aMinuteLater();

        assertThat(crm().interactions().record(call)).isEqualTo(first);
    }

    @Test
    void contacts_are_counted_by_purpose_initiative_channel_and_direction() {
        CustomerId ann = customer();
        record(crm(), ann, ExternalId.of("pbx", "1"), MONDAY);
        record(crm(), ann, ExternalId.of("pbx", "2"), MONDAY);
        crm().interactions()
                .record(RecordInteraction.reactive(ann, Channel.PHONE, Purpose.SERVICE)
                        .direction(Direction.OUT));
        crm().interactions().record(RecordInteraction.proactive(ann, Channel.EMAIL, Purpose.MARKETING));

        assertThat(crm().interactions().tally(MONDAY, AFTER))
                .containsExactlyInAnyOrder(
                        new InteractionTally(Purpose.SERVICE, Initiative.REACTIVE, Channel.PHONE, Direction.IN, 2),
                        new InteractionTally(Purpose.SERVICE, Initiative.REACTIVE, Channel.PHONE, Direction.OUT, 1),
                        new InteractionTally(Purpose.MARKETING, Initiative.PROACTIVE, Channel.EMAIL, Direction.OUT, 1));
    }

    @Test
    void a_period_has_its_first_instant_and_not_its_last() {
        record(crm(), customer(), KEY, MONDAY);

        assertThat(crm().interactions().tally(MONDAY, MONDAY.plusNanos(1000))).hasSize(1);
        assertThat(crm().interactions().tally(MONDAY.minusSeconds(1), MONDAY)).isEmpty();
        assertThat(crm().interactions().tally(MONDAY, MONDAY)).isEmpty();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> crm().interactions().tally(MONDAY, BEFORE))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("until"));
    }
}

package io.rapport.crm.interaction;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks for a contact with a customer to be written down.
 *
 * <pre>{@code
 * RecordInteraction.reactive(ann.id(), Channel.PHONE, Purpose.SERVICE)
 *         .staff(Actor.of("bea"))
 *         .outcome("answered")
 *         .known(ExternalId.of("pbx", "call-4711"));
 * }</pre>
 *
 * @param startedAt when it is recorded, unless given; kept to the microsecond
 * @param endedAt not before {@code startedAt}
 * @param thread at most 190 characters
 * @param outcome at most 200 characters
 * @param body at most 20,000 characters
 */
public record RecordInteraction(
        @NotNull @Valid CustomerId customer,
        @NotNull Channel channel,
        @NotNull Direction direction,
        @NotNull Initiative initiative,
        @NotNull Purpose purpose,
        @NotNull Optional<@Valid Actor> staff,
        @NotNull Optional<@Pattern(regexp = Require.VISIBLE) @Size(max = 190) String> thread,
        @NotNull Optional<Instant> startedAt,
        @NotNull Optional<Instant> endedAt,
        @NotNull Optional<@Pattern(regexp = Require.VISIBLE) @Size(max = 200) String> outcome,
        @NotNull Optional<Sentiment> sentiment,
        @NotNull Optional<@Size(max = 20_000) String> body,
        @NotNull Optional<@Valid ExternalId> externalId) {

    @Constructible(RecordInteraction.class)
    public RecordInteraction {
        Require.present("customer", customer);
        Require.present("channel", channel);
        Require.present("direction", direction);
        Require.present("initiative", initiative);
        Require.present("purpose", purpose);
        Require.present("staff", staff);
        Require.present("thread", thread).ifPresent(key -> Require.text("thread", key, Interaction.MAX_THREAD));
        Require.present("startedAt", startedAt);
        Require.present("endedAt", endedAt);
        Interaction.requireOrder(startedAt, endedAt);
        Require.present("outcome", outcome).ifPresent(text -> Require.text("outcome", text, Interaction.MAX_OUTCOME));
        Require.present("sentiment", sentiment);
        Require.present("body", body).ifPresent(text -> Require.atMost("body", text, Interaction.MAX_BODY));
        Require.present("externalId", externalId);
    }

    /** The customer came to the host; the contact goes in unless {@link #direction(Direction)} says otherwise. */
    public static RecordInteraction reactive(CustomerId customer, Channel channel, Purpose purpose) {
        return begun(customer, channel, Direction.IN, Initiative.REACTIVE, purpose);
    }

    /** The host went to the customer; the contact goes out unless {@link #direction(Direction)} says otherwise. */
    public static RecordInteraction proactive(CustomerId customer, Channel channel, Purpose purpose) {
        return begun(customer, channel, Direction.OUT, Initiative.PROACTIVE, purpose);
    }

    public RecordInteraction direction(Direction way) {
        return with(draft -> draft.direction = way);
    }

    public RecordInteraction staff(Actor who) {
        return with(draft -> draft.staff = Optional.of(who));
    }

    public RecordInteraction thread(String key) {
        return with(draft -> draft.thread = Optional.of(key));
    }

    public RecordInteraction startedAt(Instant start) {
        return with(draft -> draft.startedAt = Optional.of(start));
    }

    public RecordInteraction endedAt(Instant end) {
        return with(draft -> draft.endedAt = Optional.of(end));
    }

    public RecordInteraction outcome(String result) {
        return with(draft -> draft.outcome = Optional.of(result));
    }

    public RecordInteraction sentiment(Sentiment felt) {
        return with(draft -> draft.sentiment = Optional.of(felt));
    }

    public RecordInteraction body(String text) {
        return with(draft -> draft.body = Optional.of(text));
    }

    public RecordInteraction known(ExternalId key) {
        return with(draft -> draft.externalId = Optional.of(key));
    }

    private RecordInteraction with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.build();
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "RecordInteraction[" + customer + ", " + purpose + ", " + channel + ", " + direction + "]";
    }

    private static RecordInteraction begun(
            CustomerId customer, Channel channel, Direction direction, Initiative initiative, Purpose purpose) {
        return new RecordInteraction(
                customer,
                channel,
                direction,
                initiative,
                purpose,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What can be said about a contact after it was begun. */
    private static final class Draft {

        private final RecordInteraction begun;
        private Direction direction;
        private Optional<Actor> staff;
        private Optional<String> thread;
        private Optional<Instant> startedAt;
        private Optional<Instant> endedAt;
        private Optional<String> outcome;
        private Optional<Sentiment> sentiment;
        private Optional<String> body;
        private Optional<ExternalId> externalId;

        Draft(RecordInteraction from) {
            begun = from;
            direction = from.direction;
            staff = from.staff;
            thread = from.thread;
            startedAt = from.startedAt;
            endedAt = from.endedAt;
            outcome = from.outcome;
            sentiment = from.sentiment;
            body = from.body;
            externalId = from.externalId;
        }

        RecordInteraction build() {
            return new RecordInteraction(
                    begun.customer,
                    begun.channel,
                    direction,
                    begun.initiative,
                    begun.purpose,
                    staff,
                    thread,
                    startedAt,
                    endedAt,
                    outcome,
                    sentiment,
                    body,
                    externalId);
        }
    }
}

package io.rapport.crm.interaction;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;

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
        @NotNull Optional<@NotBlank @Size(max = 190) String> thread,
        @NotNull Optional<Instant> startedAt,
        @NotNull Optional<Instant> endedAt,
        @NotNull Optional<@NotBlank @Size(max = 200) String> outcome,
        @NotNull Optional<Sentiment> sentiment,
        @NotNull Optional<@Size(max = 20_000) String> body,
        @NotNull Optional<@Valid ExternalId> externalId) {

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
        return new RecordInteraction(
                customer,
                channel,
                way,
                initiative,
                purpose,
                staff,
                thread,
                startedAt,
                endedAt,
                outcome,
                sentiment,
                body,
                externalId);
    }

    public RecordInteraction staff(Actor who) {
        return new RecordInteraction(
                customer,
                channel,
                direction,
                initiative,
                purpose,
                Optional.of(who),
                thread,
                startedAt,
                endedAt,
                outcome,
                sentiment,
                body,
                externalId);
    }

    public RecordInteraction thread(String key) {
        return new RecordInteraction(
                customer,
                channel,
                direction,
                initiative,
                purpose,
                staff,
                Optional.of(key),
                startedAt,
                endedAt,
                outcome,
                sentiment,
                body,
                externalId);
    }

    public RecordInteraction startedAt(Instant start) {
        return new RecordInteraction(
                customer,
                channel,
                direction,
                initiative,
                purpose,
                staff,
                thread,
                Optional.of(start),
                endedAt,
                outcome,
                sentiment,
                body,
                externalId);
    }

    public RecordInteraction endedAt(Instant end) {
        return new RecordInteraction(
                customer,
                channel,
                direction,
                initiative,
                purpose,
                staff,
                thread,
                startedAt,
                Optional.of(end),
                outcome,
                sentiment,
                body,
                externalId);
    }

    public RecordInteraction outcome(String result) {
        return new RecordInteraction(
                customer,
                channel,
                direction,
                initiative,
                purpose,
                staff,
                thread,
                startedAt,
                endedAt,
                Optional.of(result),
                sentiment,
                body,
                externalId);
    }

    public RecordInteraction sentiment(Sentiment felt) {
        return new RecordInteraction(
                customer,
                channel,
                direction,
                initiative,
                purpose,
                staff,
                thread,
                startedAt,
                endedAt,
                outcome,
                Optional.of(felt),
                body,
                externalId);
    }

    public RecordInteraction body(String text) {
        return new RecordInteraction(
                customer,
                channel,
                direction,
                initiative,
                purpose,
                staff,
                thread,
                startedAt,
                endedAt,
                outcome,
                sentiment,
                Optional.of(text),
                externalId);
    }

    public RecordInteraction known(ExternalId key) {
        return new RecordInteraction(
                customer,
                channel,
                direction,
                initiative,
                purpose,
                staff,
                thread,
                startedAt,
                endedAt,
                outcome,
                sentiment,
                body,
                Optional.of(key));
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
}

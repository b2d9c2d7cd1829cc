package io.rapport.crm.interaction;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.Fact;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One contact with a customer. A fact: it is recorded once and never changes. Instants are cut to the microsecond.
 *
 * @param staff who spoke for the host; empty if nobody did, as with an unanswered call
 * @param thread the host's key of the conversation it belongs to, at most 190 characters
 * @param startedAt its place on the customer's timeline
 * @param endedAt not before {@code startedAt}; empty where a contact has no length, such as a letter
 * @param outcome the host's own code or words for what came of it, at most 200 characters
 * @param body what was said, at most 20,000 characters
 * @param externalId the key that the host's mail, telephone or chat system gave it
 */
public record Interaction(
        InteractionId id,
        CustomerId customer,
        Channel channel,
        Direction direction,
        Initiative initiative,
        Purpose purpose,
        Optional<Actor> staff,
        Optional<String> thread,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<String> outcome,
        Optional<Sentiment> sentiment,
        Optional<String> body,
        Optional<ExternalId> externalId,
        Instant recordedAt)
        implements Fact<InteractionId> {

    static final int MAX_THREAD = 190;
    static final int MAX_OUTCOME = 200;
    static final int MAX_BODY = 20_000;

    public Interaction {
        Require.present("id", id);
        Require.present("customer", customer);
        Require.present("channel", channel);
        Require.present("direction", direction);
        Require.present("initiative", initiative);
        Require.present("purpose", purpose);
        Require.present("staff", staff);
        Require.present("thread", thread).ifPresent(key -> Require.text("thread", key, MAX_THREAD));
        startedAt = Require.present("startedAt", startedAt).truncatedTo(ChronoUnit.MICROS);
        endedAt = Require.present("endedAt", endedAt).map(end -> end.truncatedTo(ChronoUnit.MICROS));
        requireOrder(Optional.of(startedAt), endedAt);
        Require.present("outcome", outcome).ifPresent(text -> Require.text("outcome", text, MAX_OUTCOME));
        Require.present("sentiment", sentiment);
        Require.present("body", body).ifPresent(text -> Require.atMost("body", text, MAX_BODY));
        Require.present("externalId", externalId);
        recordedAt = Require.present("recordedAt", recordedAt).truncatedTo(ChronoUnit.MICROS);
    }

    /** The fact that a command asks for; it started now unless the command says when. */
    public static Interaction of(InteractionId id, RecordInteraction command, Instant now) {
        return new Interaction(
                id,
                command.customer(),
                command.channel(),
                command.direction(),
                command.initiative(),
                command.purpose(),
                command.staff(),
                command.thread(),
                command.startedAt().orElse(now),
                command.endedAt(),
                command.outcome(),
                command.sentiment(),
                command.body(),
                command.externalId(),
                now);
    }

    @Override
    public Optional<ExternalId> sourceKey() {
        return externalId;
    }

    @Override
    public InteractionEvent.Recorded event() {
        return new InteractionEvent.Recorded(this);
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "Interaction[" + id.value() + ", " + purpose + ", " + channel + ", " + direction + "]";
    }

    static void requireOrder(Optional<Instant> startedAt, Optional<Instant> endedAt) {
        boolean backwards = startedAt.isPresent()
                && endedAt.filter(startedAt.get()::isAfter).isPresent();
        Require.that(!backwards, "endedAt", "is before startedAt", "give an end that is not before the start");
    }
}

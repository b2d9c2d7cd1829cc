package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was said about a ticket, oldest first: the messages among its events. Immutable.
 *
 * @param messages without an opening that said nothing beyond the subject
 */
public record Conversation(TicketId ticket, List<Message> messages) {

    public Conversation {
        messages = ImmutableList.copyOf(messages);
    }

    /**
     * One thing that was said.
     *
     * @param author who of the staff, or which program; empty for the customer
     */
    public record Message(MessageKind kind, Optional<Actor> author, Instant at, String text) {

        /** Without what was said. */
        @Override
        public String toString() {
            return "Message[" + kind + ", " + at + "]";
        }
    }

    /** The conversation in a history. */
    public static Conversation of(TicketId ticket, List<TicketEvent> history) {
        return new Conversation(
                ticket,
                history.stream()
                        .map(Conversation::message)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** What went between the customer and us: everything but internal notes. */
    public List<Message> contacts() {
        return messages.stream().filter(message -> message.kind().contact()).toList();
    }

    private static Optional<Message> message(TicketEvent event) {
        if (event instanceof TicketEvent.Opened opened) {
            return Optional.of(opened.message())
                    .filter(text -> !text.isBlank())
                    .map(text -> new Message(MessageKind.CUSTOMER, Optional.empty(), opened.at(), text));
        }
        return event instanceof TicketEvent.MessageEvent said
                ? Optional.of(new Message(said.kind(), said.author(), said.at(), said.message()))
                : Optional.empty();
    }
}

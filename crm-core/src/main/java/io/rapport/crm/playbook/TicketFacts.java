package io.rapport.crm.playbook;

import com.google.common.collect.ImmutableSet;
import io.rapport.crm.fault.Require;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a rule can ask about a ticket, as plain values.
 *
 * <pre>{@code
 * TicketFacts.of("COMPLAINT", 3).in("delivery").tagged("fragile").saying("My parcel arrived BROKEN");
 * }</pre>
 *
 * @param kind the name of the ticket's kind, compared exactly
 * @param category what it is about, compared exactly
 * @param priority its rank, a higher number for a more urgent ticket
 * @param tags compared exactly
 * @param demandingCustomer whether the customer is handled with special care
 * @param words what the customer said, cut into words with their case folded; text that is handed in is cut and folded
 */
public record TicketFacts(
        String kind,
        Optional<String> category,
        int priority,
        Set<String> tags,
        boolean demandingCustomer,
        List<String> words) {

    public TicketFacts {
        Require.present("kind", kind);
        Require.present("category", category);
        tags = Require.set("tags", tags);
        words = Require.<String>list("words", words).stream()
                .flatMap(word -> Words.in(word).stream())
                .toList();
    }

    /** A ticket without category, tags and words, of a customer who is not demanding. */
    public static TicketFacts of(String kind, int priority) {
        return new TicketFacts(kind, Optional.empty(), priority, Set.of(), false, List.of());
    }

    public TicketFacts in(String what) {
        return new TicketFacts(kind, Optional.of(what), priority, tags, demandingCustomer, words);
    }

    public TicketFacts tagged(String tag) {
        Set<String> more = ImmutableSet.<String>builder().addAll(tags).add(tag).build();
        return new TicketFacts(kind, category, priority, more, demandingCustomer, words);
    }

    /** The same ticket of a demanding customer. */
    public TicketFacts demanding() {
        return new TicketFacts(kind, category, priority, tags, true, words);
    }

    /** With the words of one more text, such as the subject or a message. */
    public TicketFacts saying(String text) {
        List<String> more = Stream.concat(words.stream(), Stream.of(text)).toList();
        return new TicketFacts(kind, category, priority, tags, demandingCustomer, more);
    }

    /** Whether the words of a keyword were said, whole and one after the other. */
    boolean says(String keyword) {
        return Collections.indexOfSubList(words, Words.in(keyword)) >= 0;
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "TicketFacts[" + kind + ", " + category + ", priority " + priority + "]";
    }
}

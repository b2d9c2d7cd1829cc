package io.rapport.crm.store.memory;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.interaction.Channel;
import io.rapport.crm.interaction.Direction;
import io.rapport.crm.interaction.Initiative;
import io.rapport.crm.interaction.Interaction;
import io.rapport.crm.interaction.InteractionFilter;
import io.rapport.crm.interaction.InteractionId;
import io.rapport.crm.interaction.InteractionRepository;
import io.rapport.crm.interaction.InteractionTally;
import io.rapport.crm.interaction.Purpose;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The interactions of a tenant. */
final class MemoryInteractions extends MemoryFacts<InteractionId, Interaction> implements InteractionRepository {

    MemoryInteractions(Journal journal, MemoryEvents events) {
        super(journal, events, Interaction::customer, Interaction::startedAt);
    }

    @Override
    public Page<Interaction> timeline(CustomerId customer, PageRequest request) {
        return latest(customer, request);
    }

    @Override
    public List<InteractionTally> tally(Instant from, Instant until) {
        return between(from, until).collect(Collectors.groupingBy(Sort::of, Collectors.counting())).entrySet().stream()
                .map(entry -> entry.getKey().tally(entry.getValue()))
                .toList();
    }

    @Override
    public void forEachTime(Instant from, Instant until, InteractionFilter filter, BiConsumer<UUID, Instant> reader) {
        between(from, until)
                .filter(filter::accepts)
                .forEach(contact -> reader.accept(contact.customer().value(), contact.startedAt()));
    }

    private record Sort(Purpose purpose, Initiative initiative, Channel channel, Direction direction) {

        static Sort of(Interaction fact) {
            return new Sort(fact.purpose(), fact.initiative(), fact.channel(), fact.direction());
        }

        InteractionTally tally(long count) {
            return new InteractionTally(purpose, initiative, channel, direction, count);
        }
    }
}

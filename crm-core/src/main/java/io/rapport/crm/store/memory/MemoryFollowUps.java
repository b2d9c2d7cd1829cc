package io.rapport.crm.store.memory;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.ticket.FollowUp;
import io.rapport.crm.ticket.FollowUpEvent;
import io.rapport.crm.ticket.FollowUpId;
import io.rapport.crm.ticket.FollowUpRepository;
import io.rapport.crm.ticket.FollowUpStatus;
import io.rapport.crm.ticket.TicketId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The follow-ups of a tenant. */
final class MemoryFollowUps extends MemoryAggregates<FollowUpId, FollowUp, FollowUpEvent>
        implements FollowUpRepository {

    private static final String ALL = "all";

    private final JournaledMap<TicketId, List<FollowUpId>> byTicket;
    private final TimeIndex<String, FollowUp> byDue;

    MemoryFollowUps(Journal journal, MemoryEvents events) {
        super(FollowUpEvent.class, journal, events);
        byTicket = new JournaledMap<>(journal);
        byDue = new TimeIndex<>(
                journal, followUp -> new Cursor(followUp.due(), followUp.id().value()));
    }

    @Override
    public List<FollowUp> ofTicket(TicketId ticket) {
        return byTicket.get(ticket).orElse(List.of()).stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(FollowUp::resolution))
                .toList();
    }

    @Override
    public Page<FollowUp> scheduled(Actor owner, PageRequest request) {
        return byDue.ascending(ALL, followUp -> scheduledFor(owner, followUp), request);
    }

    @Override
    public Page<FollowUp> overdue(Instant now, Actor owner, PageRequest request) {
        return byDue.ascending(ALL, followUp -> scheduledFor(owner, followUp) && followUp.overdue(now), request);
    }

    @Override
    void requireUnique(FollowUp next) {
        ofTicket(next.ticket()).stream()
                .filter(other ->
                        other.resolution() == next.resolution() && !other.id().equals(next.id()))
                .findFirst()
                .ifPresent(holder -> {
                    throw new AlreadyExistsException("resolution", holder.id().toString());
                });
    }

    @Override
    FollowUp saved(FollowUp followUp) {
        return followUp.saved();
    }

    @Override
    void index(Optional<FollowUp> before, FollowUp after) {
        byDue.put(ALL, after);
        if (before.isEmpty()) {
            List<FollowUpId> earlier = byTicket.get(after.ticket()).orElse(List.of());
            byTicket.put(
                    after.ticket(),
                    ImmutableList.<FollowUpId>builder()
                            .addAll(earlier)
                            .add(after.id())
                            .build());
        }
    }

    private static boolean scheduledFor(Actor owner, FollowUp followUp) {
        return followUp.status() == FollowUpStatus.SCHEDULED && followUp.owner().equals(owner);
    }
}

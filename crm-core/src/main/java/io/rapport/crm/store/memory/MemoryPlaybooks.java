package io.rapport.crm.store.memory;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.playbook.Playbook;
import io.rapport.crm.playbook.PlaybookEvent;
import io.rapport.crm.playbook.PlaybookId;
import io.rapport.crm.playbook.PlaybookRepository;
import io.rapport.crm.playbook.PlaybookStatus;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The playbooks of a tenant. */
final class MemoryPlaybooks extends MemoryAggregates<PlaybookId, Playbook, PlaybookEvent>
        implements PlaybookRepository {

    private static final String ALL = "all";

    private final JournaledMap<String, PlaybookId> byKey;
    private final TimeIndex<String, Playbook> byTime;

    MemoryPlaybooks(Journal journal, MemoryEvents events) {
        super(PlaybookEvent.class, journal, events);
        byKey = new JournaledMap<>(journal);
        byTime = new TimeIndex<>(
                journal,
                playbook -> new Cursor(playbook.createdAt(), playbook.id().value()));
    }

    @Override
    public Optional<Playbook> find(String key) {
        return byKey.get(key).flatMap(this::find);
    }

    @Override
    public List<Playbook> published() {
        return all().stream()
                .filter(playbook -> playbook.status() == PlaybookStatus.PUBLISHED)
                .sorted(Comparator.comparing(Playbook::key))
                .toList();
    }

    @Override
    public Page<Playbook> page(PageRequest request) {
        return byTime.ascending(ALL, request);
    }

    @Override
    void requireUnique(Playbook next) {
        byKey.get(next.key()).filter(holder -> !holder.equals(next.id())).ifPresent(holder -> {
            throw new AlreadyExistsException("key", holder.toString());
        });
    }

    @Override
    Playbook saved(Playbook playbook) {
        return playbook.saved();
    }

    @Override
    void index(Optional<Playbook> before, Playbook after) {
        byKey.put(after.key(), after.id());
        byTime.put(ALL, after);
    }
}

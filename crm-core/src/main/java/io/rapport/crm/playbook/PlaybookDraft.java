package io.rapport.crm.playbook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The next state of a playbook while it is being made. */
final class PlaybookDraft {

    private final PlaybookId id;
    private final String key;
    private final Instant createdAt;
    private String name;
    private PlaybookStatus status;
    private Optional<Procedure> draft;
    private Optional<PlaybookVersion> latest;
    long version;
    List<PlaybookEvent> changes;

    PlaybookDraft(Playbook from) {
        id = from.id();
        key = from.key();
        createdAt = from.createdAt();
        name = from.name();
        status = from.status();
        draft = from.draft();
        latest = from.latest();
        version = from.version();
        changes = from.changes();
    }

    void apply(PlaybookEvent event) {
        if (event instanceof PlaybookEvent.Revised revised) {
            name = revised.name();
            draft = Optional.of(revised.procedure());
        } else if (event instanceof PlaybookEvent.Published published) {
            latest = draft.map(procedure -> new PlaybookVersion(published.number(), procedure, published.at()));
            draft = Optional.empty();
            status = PlaybookStatus.PUBLISHED;
        } else if (event instanceof PlaybookEvent.Retired) {
            draft = Optional.empty();
            status = PlaybookStatus.RETIRED;
        } else {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " cannot follow a draft");
        }
    }

    Playbook build() {
        return new Playbook(id, key, name, status, draft, latest, createdAt, version, changes);
    }
}

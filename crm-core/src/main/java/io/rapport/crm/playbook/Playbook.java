package io.rapport.crm.playbook;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.event.Aggregate;
import io.rapport.crm.event.History;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The plan for a potential problem. Work on it goes into a draft; publishing makes the draft the next version, which
 * never changes. Immutable; every verb returns the next state or throws an {@link IllegalTransitionException}.
 *
 * @param key the host's own name for it, unique per tenant
 * @param draft the next version while it is in the making
 * @param latest the version that is matched and applied; earlier ones are in the history, see {@link #versions}
 * @param version how many events made this state; not a number of a {@link PlaybookVersion}
 * @param changes the events since it was loaded
 */
public record Playbook(
        PlaybookId id,
        String key,
        String name,
        PlaybookStatus status,
        Optional<Procedure> draft,
        Optional<PlaybookVersion> latest,
        Instant createdAt,
        long version,
        List<PlaybookEvent> changes)
        implements Aggregate<PlaybookId, PlaybookEvent> {

    static final int MAX_KEY = 64;
    static final int MAX_NAME = 200;

    public Playbook {
        changes = ImmutableList.copyOf(changes);
    }

    /** A new playbook. */
    public static Playbook draft(PlaybookId id, DraftPlaybook command, Instant now) {
        PlaybookEvent.Drafted drafted =
                new PlaybookEvent.Drafted(id, command.key(), command.name(), command.procedure(), command.actor(), now);
        PlaybookDraft draft = new PlaybookDraft(started(drafted));
        draft.changes = List.of(drafted);
        return draft.build();
    }

    /** The state that a history leads to, without unsaved changes. */
    public static Playbook fold(List<PlaybookEvent> history) {
        return History.fold(history, PlaybookEvent.Drafted.class, Playbook::started, Playbook::evolve);
    }

    /** Every version that a history has published, oldest first. */
    public static List<PlaybookVersion> versions(List<PlaybookEvent> history) {
        return IntStream.range(0, history.size())
                .filter(i -> history.get(i) instanceof PlaybookEvent.Published)
                .mapToObj(i -> fold(history.subList(0, i + 1)).latest())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Gives it another name, and another draft of the next version; this same state if neither is another. */
    public Playbook revise(RevisePlaybook command, Instant now) {
        require(status != PlaybookStatus.RETIRED, "be revised", "draft a new one");
        boolean same = draft.or(() -> latest.map(PlaybookVersion::procedure))
                .filter(command.procedure()::equals)
                .isPresent();
        return same && name.equals(command.name())
                ? this
                : after(new PlaybookEvent.Revised(command.name(), command.procedure(), command.actor(), now));
    }

    /** Makes the draft the next version. Copies that were applied before stay as they are. */
    public Playbook publish(Actor actor, Instant now) {
        require(status != PlaybookStatus.RETIRED, "be published", "draft a new one");
        require(draft.isPresent(), "be published without a draft", "revise it first");
        return after(new PlaybookEvent.Published(nextNumber(), actor, now));
    }

    /** No further ticket gets it. Its draft is dropped; copies that were applied before stay as they are. */
    public Playbook retire(Actor actor, Instant now) {
        require(status != PlaybookStatus.RETIRED, "be retired", "leave it as it is");
        return after(new PlaybookEvent.Retired(actor, now));
    }

    /** A frozen copy of the latest version for one ticket. Guards are asked now, and not again. */
    public AppliedPlaybook apply(TicketFacts facts, Instant now) {
        require(status == PlaybookStatus.PUBLISHED, "be applied", "apply a published one");
        return AppliedPlaybook.of(id, key, latest.orElseThrow(), facts, now);
    }

    /** This state without unsaved changes, as it is after a save. */
    public Playbook saved() {
        PlaybookDraft next = new PlaybookDraft(this);
        next.changes = List.of();
        return next.build();
    }

    /** The state that one more event makes; the event is not an unsaved change. */
    public Playbook evolve(PlaybookEvent event) {
        PlaybookDraft next = new PlaybookDraft(this);
        next.version++;
        next.apply(event);
        return next.build();
    }

    /** Without the steps. */
    @Override
    public String toString() {
        return "Playbook[" + id.value() + ", " + key + ", " + status + ", version " + version + "]";
    }

    private static Playbook started(PlaybookEvent.Drafted event) {
        return new Playbook(
                event.playbook(),
                event.key(),
                event.name(),
                PlaybookStatus.DRAFT,
                Optional.of(event.procedure()),
                Optional.empty(),
                event.at(),
                1,
                List.of());
    }

    private Playbook after(PlaybookEvent event) {
        PlaybookDraft next = new PlaybookDraft(evolve(event));
        next.changes = History.plus(changes, event);
        return next.build();
    }

    private int nextNumber() {
        return latest.map(PlaybookVersion::number).orElse(0) + 1;
    }

    private void require(boolean allowed, String verb, String remedy) {
        if (!allowed) {
            throw new IllegalTransitionException(id, status, verb, remedy);
        }
    }
}

package io.rapport.crm.playbook;

import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.store.StaleAggregateException;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The plans for potential problems. Each call is a unit of work of its own, or part of the one that
 * {@code Crm.inTransaction} opened. Verbs throw {@link NotFoundException} for an unknown playbook,
 * {@link IllegalTransitionException} where its state forbids them, and {@link StaleAggregateException} if somebody saved
 * the playbook at the same moment. Thread-safe outside such a transaction.
 */
public final class Playbooks {

    private final Workspace workspace;

    public Playbooks(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Begins a playbook; no ticket gets it before it is published.
     *
     * @throws AlreadyExistsException if another playbook, also a retired one, has the key
     */
    public Playbook draft(DraftPlaybook command) {
        workspace.valid(command);
        Playbook playbook = Playbook.draft(new PlaybookId(workspace.nextId()), command, workspace.now());
        return workspace.inTransaction(unit -> saved(unit, playbook));
    }

    public Optional<Playbook> find(PlaybookId id) {
        return workspace.reading(unit -> repository(unit).find(id));
    }

    /** The playbook with this key, compared exactly. */
    public Optional<Playbook> find(String key) {
        return workspace.reading(unit -> repository(unit).find(key));
    }

    /**
     * Gives a playbook another name and another draft of its next version. The version that is applied stays until
     * {@link #publish}. For an edit form that was open for a while, {@link #save} refuses instead of overwriting what
     * others did meanwhile.
     */
    public Playbook revise(PlaybookId id, RevisePlaybook command) {
        workspace.valid(command);
        return changed(id, (playbook, now) -> playbook.revise(command, now));
    }

    /** Makes the draft the version that is applied from now on. */
    public Playbook publish(PlaybookId id, Actor actor) {
        return changed(id, (playbook, now) -> playbook.publish(actor, now));
    }

    /** No further ticket gets the playbook. */
    public Playbook retire(PlaybookId id, Actor actor) {
        return changed(id, (playbook, now) -> playbook.retire(actor, now));
    }

    /**
     * Saves changes that were decided on a playbook loaded earlier.
     *
     * @throws StaleAggregateException if somebody saved the playbook meanwhile
     */
    public Playbook save(Playbook playbook) {
        return workspace.inTransaction(unit -> saved(unit, playbook));
    }

    /** Everything that happened to a playbook, oldest first. */
    public List<PlaybookEvent> history(PlaybookId id) {
        return workspace.reading(unit -> repository(unit).history(id));
    }

    /** Every version that was published, oldest first; read from the history, in one round trip. */
    public List<PlaybookVersion> versions(PlaybookId id) {
        return Playbook.versions(history(id));
    }

    /** Every playbook, also drafts and retired ones, by the time they were begun. */
    public Page<Playbook> page(PageRequest request) {
        return workspace.reading(unit -> repository(unit).page(request));
    }

    /**
     * The playbooks that are meant for a ticket, the best first, each with its reasons; see
     * {@link PlaybookMatch#among}. Reads every published playbook of the tenant, in one round trip.
     */
    public List<PlaybookMatch> matches(TicketFacts facts) {
        return PlaybookMatch.among(workspace.reading(unit -> repository(unit).published()), facts);
    }

    /** The first of {@link #matches}. */
    public Optional<PlaybookMatch> bestMatch(TicketFacts facts) {
        return matches(facts).stream().findFirst();
    }

    private Playbook changed(PlaybookId id, BiFunction<Playbook, Instant, Playbook> verb) {
        return workspace.inTransaction(unit -> {
            Playbook playbook = repository(unit).find(id).orElseThrow(() -> new NotFoundException(id));
            return saved(unit, verb.apply(playbook, workspace.now()));
        });
    }

    private static Playbook saved(UnitOfWork unit, Playbook playbook) {
        repository(unit).save(playbook);
        return playbook.saved();
    }

    private static PlaybookRepository repository(UnitOfWork unit) {
        return unit.repository(PlaybookRepository.class);
    }
}

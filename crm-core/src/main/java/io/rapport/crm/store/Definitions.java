package io.rapport.crm.store;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the services of definitions share. A version is added on top of the one that its author saw, so that nobody
 * overwrites the work of somebody else; adding the newest version again changes nothing, so that a host may define
 * everything each time it starts. Thread-safe as its workspace is.
 *
 * @param <T> what is defined
 */
public final class Definitions<T> {

    private final Workspace workspace;
    private final Class<? extends DefinitionRepository<T>> port;

    public Definitions(Workspace workspace, Class<? extends DefinitionRepository<T>> port) {
        this.workspace = workspace;
        this.port = port;
    }

    /**
     * Adds a version, unless it is the newest already.
     *
     * @throws AlreadyExistsException if the version is there with other content
     * @throws InvalidInputException naming {@code version}, if it leaves a gap
     */
    public Definition<T> add(String key, int version, T content, Actor by) {
        Definition<T> added = new Definition<>(key, version, content, by, workspace.now());
        return workspace.inTransaction(unit -> {
            DefinitionRepository<T> definitions = unit.repository(port);
            Optional<Definition<T>> latest = definitions.latest(key);
            if (latest.filter(known ->
                            known.version() == version && known.content().equals(content))
                    .isPresent()) {
                return latest.get();
            }
            int newest = latest.map(Definition::version).orElse(0);
            Require.that(
                    version <= newest + 1,
                    "version",
                    "is " + version + " and leaves a gap after " + newest,
                    "give " + (newest + 1));
            if (version <= newest) {
                throw new AlreadyExistsException("version", "another content: edit the newest, " + newest);
            }
            definitions.add(added);
            return added;
        });
    }

    /**
     * Adds the version after the newest, unless the newest has that content already.
     *
     * @throws AlreadyExistsException if somebody else added a version at the same time
     */
    public Definition<T> addNext(String key, T content, Actor by) {
        return workspace.inTransaction(unit -> {
            DefinitionRepository<T> definitions = unit.repository(port);
            Optional<Definition<T>> latest = definitions.latest(key);
            if (latest.filter(known -> known.content().equals(content)).isPresent()) {
                return latest.get();
            }
            int version = latest.map(Definition::version).orElse(0) + 1;
            Definition<T> added = new Definition<>(key, version, content, by, workspace.now());
            definitions.add(added);
            return added;
        });
    }

    /** Asks the repository in a unit of work that only reads. */
    public <R> R reading(Function<DefinitionRepository<T>, R> question) {
        return workspace.reading(unit -> question.apply(unit.repository(port)));
    }

    public Optional<Definition<T>> latest(String key) {
        return reading(definitions -> definitions.latest(key));
    }

    public Optional<Definition<T>> find(String key, int version) {
        return reading(definitions -> definitions.find(key, version));
    }

    public List<Definition<T>> latest() {
        return reading(DefinitionRepository::latest);
    }

    public List<Definition<T>> versions(String key) {
        return reading(definitions -> definitions.versions(key));
    }
}

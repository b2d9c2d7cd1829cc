package io.rapport.crm.store.memory;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.store.Definition;
import io.rapport.crm.store.DefinitionRepository;
import java.util.List;
import java.util.Optional;

/** One kind of definitions of a tenant. */
class MemoryDefinitions<T> implements DefinitionRepository<T> {

    private record Place(String key, int version) {}

    private final JournaledMap<Place, Definition<T>> definitions;

    MemoryDefinitions(Journal journal) {
        definitions = new JournaledMap<>(journal);
    }

    @Override
    public final Optional<Definition<T>> latest(String key) {
        return versions(key).stream().reduce((earlier, later) -> later);
    }

    @Override
    public final Optional<Definition<T>> find(String key, int version) {
        return definitions.get(new Place(key, version));
    }

    @Override
    public final List<Definition<T>> latest() {
        return definitions.values().stream()
                .map(Definition::key)
                .distinct()
                .sorted()
                .flatMap(key -> latest(key).stream())
                .toList();
    }

    @Override
    public final List<Definition<T>> versions(String key) {
        return definitions.values().stream()
                .filter(definition -> definition.key().equals(key))
                .toList();
    }

    @Override
    public final void add(Definition<T> definition) {
        Place place = new Place(definition.key(), definition.version());
        if (definitions.get(place).isPresent()) {
            throw new AlreadyExistsException("version", "a stored one");
        }
        definitions.put(place, definition);
    }
}

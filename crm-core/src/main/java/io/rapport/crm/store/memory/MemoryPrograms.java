package io.rapport.crm.store.memory;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.ProgramRepository;
import io.rapport.crm.loyalty.ProgramVersion;
import java.util.List;
import java.util.Optional;

/** The definitions of a tenant's loyalty programs. */
final class MemoryPrograms implements ProgramRepository {

    private final JournaledMap<ProgramId, List<ProgramVersion>> versions;

    MemoryPrograms(Journal journal) {
        versions = new JournaledMap<>(journal);
    }

    @Override
    public Optional<ProgramVersion> latest(ProgramId id) {
        return versions.get(id).map(Iterables::getLast);
    }

    @Override
    public Optional<ProgramVersion> find(ProgramId id, int number) {
        return versions(id).stream()
                .filter(version -> version.number() == number)
                .findFirst();
    }

    @Override
    public List<ProgramVersion> versions(ProgramId id) {
        return versions.get(id).orElse(List.of());
    }

    @Override
    public void add(ProgramVersion version) {
        ProgramId id = version.program().id();
        if (find(id, version.number()).isPresent()) {
            throw new AlreadyExistsException("version", "another definition");
        }
        versions.put(
                id,
                ImmutableList.<ProgramVersion>builder()
                        .addAll(versions(id))
                        .add(version)
                        .build());
    }
}

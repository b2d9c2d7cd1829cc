package io.rapport.crm.loyalty;

import io.rapport.crm.fault.AlreadyExistsException;
import java.util.List;
import java.util.Optional;

/** Where the definitions of loyalty programs are kept, each version for ever. Opened from a unit of work; not thread-safe. */
public interface ProgramRepository {

    /** The latest version; one round trip. */
    Optional<ProgramVersion> latest(ProgramId id);

    /** One version. */
    Optional<ProgramVersion> find(ProgramId id, int number);

    /** All versions, the oldest first. */
    List<ProgramVersion> versions(ProgramId id);

    /**
     * Adds a version.
     *
     * @throws AlreadyExistsException for {@code "version"} if somebody else added that number meanwhile
     */
    void add(ProgramVersion version);
}

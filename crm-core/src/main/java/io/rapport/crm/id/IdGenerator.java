package io.rapport.crm.id;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import java.util.UUID;

/** Makes the ids of new aggregates and facts. The host may replace it. Implementations are thread-safe. */
@FunctionalInterface
public interface IdGenerator {

    UUID next();

    /** Time-ordered ids (UUIDv7, RFC 9562), kind to index pages; the random part comes from a secure source. */
    static IdGenerator timeOrdered() {
        return new TimeOrderedEpochFactory()::create;
    }
}
